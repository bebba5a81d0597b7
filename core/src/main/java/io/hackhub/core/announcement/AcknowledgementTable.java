package io.hackhub.core.announcement;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// All SQL of the `announcement_ack` table: who has acknowledged which update.
final class AcknowledgementTable {

    private AcknowledgementTable() {}

    /// What `cid` of this user acknowledged.
    static Optional<UUID> by(Connection db, UserId user, UUID cid) throws SQLException {
        return Sql.first(
                db,
                "select update_id from announcement_ack where user_id = ? and cid = ?",
                row -> Sql.uuid(row, "update_id"),
                user,
                cid);
    }

    /// False if they had done so before, or if they used this `cid` before.
    static boolean insert(Connection db, UUID update, UserId user, HackathonId hackathon, UUID cid, Instant at)
            throws SQLException {
        return Sql.update(db, """
                        insert into announcement_ack (update_id, user_id, hackathon_id, cid, at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """, update, user, hackathon, cid, at) == 1;
    }

    /// Which of `updates` this user has acknowledged.
    static Set<UUID> of(Connection db, UserId user, Collection<UUID> updates) throws SQLException {
        return Set.copyOf(Sql.list(
                db,
                "select update_id from announcement_ack where user_id = ? and update_id = any(?)",
                row -> Sql.uuid(row, "update_id"),
                user,
                List.copyOf(updates)));
    }

    /// How many have acknowledged each of `updates`; no entry = nobody.
    static Map<UUID, Long> counts(Connection db, Collection<UUID> updates) throws SQLException {
        return Sql.map(
                db,
                "select update_id, count(*) as acks from announcement_ack where update_id = any(?) group by update_id",
                row -> Sql.uuid(row, "update_id"),
                row -> row.getLong("acks"),
                List.copyOf(updates));
    }
}
