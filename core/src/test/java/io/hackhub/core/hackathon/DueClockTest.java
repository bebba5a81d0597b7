package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.Samples.CLUB;
import static io.hackhub.core.hackathon.Samples.ENDS;
import static io.hackhub.core.hackathon.Samples.GRACE;
import static io.hackhub.core.hackathon.Samples.MILESTONES;
import static io.hackhub.core.hackathon.Samples.OPENS;
import static io.hackhub.core.hackathon.Samples.OWNER;
import static io.hackhub.core.hackathon.Samples.ROCKETS;
import static io.hackhub.core.hackathon.Samples.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.hackathon.HackathonCommand.Create;
import io.hackhub.core.hackathon.HackathonCommand.EnterTeam;
import io.hackhub.core.hackathon.HackathonCommand.Move;
import io.hackhub.core.hackathon.HackathonCommand.Register;
import io.hackhub.core.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DueClockTest {

    private static final Duration BEAT = Duration.ofSeconds(1);

    @Nested
    class OnATableOfHours {

        private final ActorTestKit actors = ActorTestKit.create(ManualTime.config());
        private final ManualTime time = ManualTime.get(actors.system());
        private final Samples.Clock clock = new Samples.Clock();

        @Test
        void eachBeatAsksEachChoreWhatIsDueByTheClock() {
            var asked = new CopyOnWriteArrayList<Instant>();
            actors.spawn(DueClock.create(clock, BEAT, List.of(now -> {
                asked.add(now);
                return CompletableFuture.completedFuture(Done.getInstance());
            })));
            var probe = actors.createTestProbe();
            beat(probe, () -> assertThat(asked).containsExactly(Samples.CREATED));

            clock.set(OPENS);
            time.timePasses(BEAT);

            beat(probe, () -> assertThat(asked).containsExactly(Samples.CREATED, OPENS));
            actors.shutdownTestKit();
        }

        @Test
        void aChoreThatIsStillAtItIsLeftAloneAndOneThatFailedIsAskedAgain() {
            var slow = new CopyOnWriteArrayList<CompletableFuture<Done>>();
            var failing = new CopyOnWriteArrayList<Instant>();
            actors.spawn(DueClock.create(
                    clock,
                    BEAT,
                    List.of(
                            _ -> {
                                slow.add(new CompletableFuture<>());
                                return slow.getLast();
                            },
                            now -> {
                                failing.add(now);
                                throw new IllegalStateException("no connection");
                            })));
            var probe = actors.createTestProbe();
            beat(probe, () -> assertThat(failing).hasSize(1));
            time.timePasses(BEAT);
            beat(probe, () -> assertThat(failing).hasSize(2));
            assertThat(slow).hasSize(1);

            slow.getFirst().complete(Done.getInstance());
            beat(probe, () -> {
                time.timePasses(BEAT);
                assertThat(slow).hasSize(2);
            });
            actors.shutdownTestKit();
        }

        private void beat(org.apache.pekko.actor.testkit.typed.javadsl.TestProbe<?> probe, Runnable assertion) {
            probe.awaitAssert(() -> {
                assertion.run();
                return Done.getInstance();
            });
        }
    }

    private static final TestPostgres POSTGRES = TestPostgres.create();

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    /// Nobody looks at the hackathon; the clock is moved past its end while nothing runs.
    @Test
    void timedTransitionsHappenThoughNobodyLooksAndCatchUpAfterDowntimeEachOnce() {
        try (var kit = new JournalKit(POSTGRES)) {
            prepare(kit);
            kit.crash(SPRING);
            kit.clock.set(ENDS.plus(GRACE));
            kit.actors.spawn(DueClock.create(
                    kit.clock, Duration.ofMillis(50), List.of(new DueHackathons(POSTGRES.database(), kit.hackathons))));

            kit.actors.createTestProbe().awaitAssert(Duration.ofSeconds(20), Duration.ofMillis(50), () -> {
                assertThat(steps())
                        .containsExactly("PUBLISHED", "REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE", "JUDGING");
                return Done.getInstance();
            });
            kit.<HackathonReply>ask(SPRING, replyTo -> new HackathonCommand.Get(null, replyTo));
            assertThat(steps()).hasSize(5);
        }
    }

    private static void prepare(JournalKit kit) {
        kit.<HackathonReply>ask(
                SPRING,
                replyTo -> new Create(
                        CLUB, "spring", Samples.details(null), MILESTONES, 1, Samples.managers(), OWNER, replyTo));
        kit.<HackathonReply>ask(
                SPRING, replyTo -> new Move(HackathonStatus.PUBLISHED, null, null, null, true, null, OWNER, replyTo));
        kit.clock.set(OPENS);
        kit.<HackathonReply>ask(
                SPRING, replyTo -> new Register(Samples.ADA, Samples.registration(Samples.ADA), replyTo));
        kit.<HackathonReply>ask(
                SPRING, replyTo -> new EnterTeam(Samples.ADA, ROCKETS, new Credential.Founder(), replyTo));
        POSTGRES.database().now(db -> {
            DueTable.put(db, SPRING, DueTable.MILESTONE, Samples.CLOSES);
            return true;
        });
    }

    private static List<String> steps() {
        return POSTGRES.database()
                .now(db -> Sql.list(
                        db,
                        "select convert_from(event_payload, 'UTF8')::jsonb ->> 'to' as step from event_journal"
                                + " where event_ser_manifest like '%StatusChanged' order by sequence_number",
                        row -> row.getString("step")));
    }
}
