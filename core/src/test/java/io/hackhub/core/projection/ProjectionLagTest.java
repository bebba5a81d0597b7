package io.hackhub.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ProjectionLagTest {

    private static final TestPostgres POSTGRES = TestPostgres.create();
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @Test
    void isTheAgeOfTheOldestTaggedEventThatIsNotSeenTo() {
        stored(1, "team", 60);
        stored(2, "hackathon", 50);
        stored(3, "team", 40);
        stored(4, "team", 30);

        assertThat(behind("teams")).isEqualTo(Duration.ofSeconds(60));
        seenTo("teams", 1);
        assertThat(behind("teams")).isEqualTo(Duration.ofSeconds(40));
        seenTo("teams", 4);
        assertThat(behind("teams")).isZero();
    }

    private static void stored(int sequence, String tag, int secondsAgo) {
        POSTGRES.database().now(db -> {
            try (var event = db.prepareStatement("""
                    insert into event_journal (persistence_id, sequence_number, writer, write_timestamp,
                        event_ser_id, event_ser_manifest, event_payload)
                    values ('Team|1', ?, 'w', ?, 1, '', '') returning ordering""")) {
                event.setInt(1, sequence);
                event.setLong(2, NOW.minusSeconds(secondsAgo).toEpochMilli());
                event.executeQuery();
            }
            try (var tags = db.prepareStatement(
                    "insert into event_tag select ordering, ? from event_journal where sequence_number = ?")) {
                tags.setString(1, tag);
                tags.setInt(2, sequence);
                return tags.executeUpdate();
            }
        });
    }

    private static void seenTo(String projection, long offset) {
        POSTGRES.database().now(db -> {
            try (var place = db.prepareStatement("""
                    insert into pekko_projection_offset_store
                    values (?, 'all', ?, 'SEQ', false, 0)
                    on conflict (projection_name, projection_key) do update set current_offset = excluded.current_offset""")) {
                place.setString(1, projection);
                place.setString(2, Long.toString(offset));
                return place.executeUpdate();
            }
        });
    }

    private static Duration behind(String projection) {
        return POSTGRES.database()
                .now(db -> ProjectionLag.of(db, projection, "all", "team", NOW))
                .behind();
    }
}
