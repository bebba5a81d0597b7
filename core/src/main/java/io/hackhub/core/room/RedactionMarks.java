package io.hackhub.core.room;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/// All SQL of `room_redaction`: up to which deletion a channel's log is rewritten. Raised in the transaction that
/// rewrites.
final class RedactionMarks {

    private RedactionMarks() {}

    /// 0 where nothing was ever rewritten.
    static long of(Connection db, Channel.Log channel) throws SQLException {
        return Sql.first(
                        db,
                        "select redacted_to from room_redaction where channel = ?",
                        row -> row.getLong(1),
                        channel.text())
                .orElse(0L);
    }

    static void raise(Connection db, Channel.Log channel, long to) throws SQLException {
        Sql.update(db, """
                insert into room_redaction (channel, redacted_to) values (?, ?)
                on conflict (channel) do update
                  set redacted_to = greatest(room_redaction.redacted_to, excluded.redacted_to)
                """, channel.text(), to);
    }
}
