package io.hackhub.core.room;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// All SQL of `room_mute`: who may read but not write for a while. Beside the log, since not every reader may know.
final class Mutes {

    private Mutes() {}

    /// A time that has passed takes the mute away.
    static void put(Connection db, Channel.Log channel, UserId user, Instant until, UserId by, Instant now)
            throws SQLException {
        if (until.isAfter(now)) {
            upsert(db, channel, user, until, by);
        } else {
            delete(db, channel, user);
        }
    }

    static Map<UserId, Instant> of(Connection db, Channel.Log channel, Instant now) throws SQLException {
        var sql = "select user_id, muted_until from room_mute where channel = ? and muted_until > ?";
        try (var query = db.prepareStatement(sql)) {
            query.setString(1, channel.text());
            query.setTimestamp(2, Timestamp.from(now));
            try (var rows = query.executeQuery()) {
                var mutes = new HashMap<UserId, Instant>();
                while (rows.next()) {
                    mutes.put(
                            new UserId(rows.getObject(1, UUID.class)),
                            rows.getTimestamp(2).toInstant());
                }
                return mutes;
            }
        }
    }

    private static void upsert(Connection db, Channel.Log channel, UserId user, Instant until, UserId by)
            throws SQLException {
        var sql = """
            insert into room_mute (channel, user_id, muted_until, muted_by) values (?, ?, ?, ?)
            on conflict (channel, user_id) do update set
              muted_until = excluded.muted_until, muted_by = excluded.muted_by, muted_at = now()
            """;
        try (var update = db.prepareStatement(sql)) {
            update.setString(1, channel.text());
            update.setObject(2, user.value());
            update.setTimestamp(3, Timestamp.from(until));
            update.setObject(4, by.value());
            update.executeUpdate();
        }
    }

    private static void delete(Connection db, Channel.Log channel, UserId user) throws SQLException {
        try (var update = db.prepareStatement("delete from room_mute where channel = ? and user_id = ?")) {
            update.setString(1, channel.text());
            update.setObject(2, user.value());
            update.executeUpdate();
        }
    }
}
