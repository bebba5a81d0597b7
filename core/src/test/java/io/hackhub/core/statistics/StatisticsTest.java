package io.hackhub.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.room.History;
import io.hackhub.core.room.NoPeople;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.statistics.Figures.Coming;
import io.hackhub.core.statistics.Figures.Count;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The figures, counted on a real PostgreSQL.
class StatisticsTest {

    private static final TestPostgres postgres = TestPostgres.create();
    private static final ActorTestKit actors = ActorTestKit.create();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:30Z");
    private static final HackathonId SPRING = new HackathonId(new UUID(0x7000, 0x8000_0000_0000_0001L));
    private static final UUID TEAM = new UUID(0x7000, 0x8000_0000_0000_0002L);
    private static final String POSTED = "io.hackhub.core.room.RoomEvent$MessagePosted";

    private final Statistics statistics = new Statistics(
            postgres.database(),
            new History(postgres.database(), actors.system(), new NoPeople()),
            _ -> CompletableFuture.completedFuture(7),
            () -> NOON);
    private long number;

    @AfterAll
    static void close() {
        actors.shutdownTestKit();
        postgres.close();
    }

    @BeforeEach
    void empty() {
        run("truncate hackathon_member, team_directory, event_journal cascade");
    }

    @Test
    void aHackathonWithNobodyHasEmptyCurves() {
        var figures = figures();

        assertThat(figures.registrations()).isEmpty();
        assertThat(figures.submissions()).isEmpty();
        assertThat(figures.teams().byStatus()).isEmpty();
        assertThat(figures.present()).isEqualTo(7);
        assertThat(figures.messages()).hasSize(60).allMatch(it -> it.count() == 0);
        assertThat(figures.messages().getLast().at()).isEqualTo(NOON.truncatedTo(ChronoUnit.MINUTES));
    }

    @Test
    void registrationsAddUpUnderWhatTheyAreNow() {
        registered(NOON.minusSeconds(7200), "REGISTERED");
        registered(NOON.minusSeconds(3600), "CHECKED_IN");
        registered(NOON.minusSeconds(1800), "CANCELLED");
        registered(NOON, "WAITLISTED");

        assertThat(figures().registrations())
                .containsExactly(
                        new Coming(NOON.minusSeconds(7200), 1, 0, 0),
                        new Coming(NOON.minusSeconds(3600), 2, 0, 0),
                        new Coming(NOON.minusSeconds(1800), 2, 0, 1),
                        new Coming(NOON, 2, 1, 1));
    }

    @Test
    void aCurveHasAnEndHoweverMuchHappened() {
        run("""
                insert into hackathon_member (hackathon_id, user_id, registration, registered_at)
                select '%s', gen_random_uuid(), 'REGISTERED', timestamptz '2026-01-01Z' + n * interval '7 minutes'
                from generate_series(1, 5000) as n""".formatted(SPRING));

        var curve = figures().registrations();

        assertThat(curve).hasSizeBetween(150, Figures.MOST_POINTS);
        assertThat(curve.getLast().registered()).isEqualTo(5000);
    }

    @Test
    void messagesOfItsRoomsInTheLastHourAreCountedByTheMinute() {
        team("COMPETITION", false);
        written("Room|hackathon/%s/chat".formatted(SPRING), NOON, POSTED);
        written("Room|hackathon/%s/chat".formatted(SPRING), NOON.minusSeconds(29), POSTED);
        written("Room|team/%s/chat".formatted(TEAM), NOON.minusSeconds(120), POSTED);
        written("Room|team/%s/chat".formatted(TEAM), NOON.minusSeconds(4000), POSTED);
        written("Room|team/%s/chat".formatted(TEAM), NOON, "io.hackhub.core.room.RoomEvent$ReactionAdded");
        written("Room|team/%s/chat".formatted(UUID.randomUUID()), NOON, POSTED);

        var minute = NOON.truncatedTo(ChronoUnit.MINUTES);
        assertThat(figures().messages().stream().filter(it -> it.count() > 0))
                .containsExactly(new Count(minute.minus(2, ChronoUnit.MINUTES), 1), new Count(minute, 2));
    }

    @Test
    void teamsAndSubmissionsAreCounted() {
        team("COMPETITION", true);
        run("""
                insert into project_gallery (team_id, submitted, hackathon_id, name, description, track_ids, version, submitted_at)
                values ('%s', true, '%s', 'P', 'D', '{}', 1, '%s')""".formatted(TEAM, SPRING, NOON));

        assertThat(figures().teams().byStatus()).isEqualTo(Map.of("SUBMITTED", 1L));
        assertThat(figures().submissions()).containsExactly(new Count(NOON, 1));
    }

    @Test
    void theLastHourIsFoundByWhenItWasWritten() {
        var indexes = postgres.database()
                .now(db -> Sql.list(
                        db,
                        "select indexdef from pg_indexes where tablename = 'event_journal'",
                        row -> row.getString(1)));

        assertThat(indexes).anyMatch(it -> it.contains("USING brin (write_timestamp)"));
    }

    private Figures figures() {
        return statistics.of(SPRING).toCompletableFuture().join();
    }

    private void registered(Instant at, String status) {
        run("insert into hackathon_member (hackathon_id, user_id, registration, registered_at)"
                + " values ('%s', gen_random_uuid(), '%s', '%s')".formatted(SPRING, status, at));
    }

    private void team(String phase, boolean submitted) {
        run("insert into team_directory (team_id, hackathon_id, name, looking_for, members, capacity, phase, submitted,"
                + " created_at, updated_at) values ('%s', '%s', 'T', '{}', 2, 4, '%s', %s, now(), now())"
                        .formatted(TEAM, SPRING, phase, submitted));
    }

    private void written(String persistenceId, Instant at, String manifest) {
        run("insert into event_journal (persistence_id, sequence_number, writer, write_timestamp, event_ser_id,"
                + " event_ser_manifest, event_payload) values ('%s', %d, 'w', %d, 1, '%s', '')"
                        .formatted(persistenceId, ++number, at.toEpochMilli(), manifest));
    }

    private static void run(String sql) {
        postgres.database().now(db -> Sql.update(db, sql));
    }
}
