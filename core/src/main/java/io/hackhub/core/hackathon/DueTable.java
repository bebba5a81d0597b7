package io.hackhub.core.hackathon;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// All SQL of the `due` table: which hackathon must be woken when, and for what.
final class DueTable {

    static final String MILESTONE = "milestone";

    private DueTable() {}

    static String claim(UserId user) {
        return "claim/" + user;
    }

    static String loss(UserId user, long version) {
        return "loss/" + user + "/" + version;
    }

    static void put(Connection db, HackathonId hackathon, String what, Instant at) throws SQLException {
        Sql.update(
                db,
                "insert into due (hackathon_id, what, at) values (?, ?, ?)"
                        + " on conflict (hackathon_id, what) do update set at = excluded.at",
                hackathon,
                what,
                at);
    }

    static void remove(Connection db, HackathonId hackathon, String what) throws SQLException {
        Sql.update(db, "delete from due where hackathon_id = ? and what = ?", hackathon, what);
    }

    /// The hackathons for which something is due, the longest waiting first.
    static List<HackathonId> due(Connection db, Instant now, int limit) throws SQLException {
        return Sql.list(
                db,
                "select hackathon_id from due where at <= ? group by hackathon_id order by min(at) limit ?",
                row -> new HackathonId(Sql.uuid(row, "hackathon_id")),
                now,
                limit);
    }
}
