package io.hackhub.core.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// How old the oldest event is that a projection has not seen to; zero where there is none.
public record ProjectionLag(String projection, Duration behind) {

    private static final String OLDEST = """
            select j.write_timestamp
            from event_tag t join event_journal j on j.ordering = t.event_id
            where t.tag = ? and t.event_id > coalesce(
                (select current_offset::bigint from pekko_projection_offset_store
                 where projection_name = ? and projection_key = ?), 0)
            order by t.event_id limit 1""";

    static ProjectionLag of(Connection db, String projection, String key, String tag, Instant now) throws SQLException {
        try (var query = db.prepareStatement(OLDEST)) {
            query.setString(1, tag);
            query.setString(2, projection);
            query.setString(3, key);
            try (var rows = query.executeQuery()) {
                return new ProjectionLag(
                        projection, rows.next() ? between(rows.getLong(1), now.toEpochMilli()) : Duration.ZERO);
            }
        }
    }

    private static Duration between(long written, long now) {
        return Duration.ofMillis(Math.max(0, now - written));
    }
}
