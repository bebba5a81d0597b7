package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.NINE;
import static io.hackhub.core.judging.JudgingFixtures.judge;
import static io.hackhub.core.judging.JudgingFixtures.team;
import static io.hackhub.core.judging.LeaderboardFixture.ORGANIZER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonCommand.Complete;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.hackathon.Milestones;
import io.hackhub.core.hackathon.TestDetails;
import io.hackhub.core.judging.LeaderboardCommand.Finalize;
import io.hackhub.core.judging.LeaderboardCommand.Freeze;
import io.hackhub.core.judging.LeaderboardCommand.Publish;
import io.hackhub.core.judging.LeaderboardCommand.Unfreeze;
import io.hackhub.core.judging.LeaderboardReply.Guard;
import io.hackhub.core.judging.LeaderboardReply.Reason;
import io.hackhub.core.judging.LeaderboardReply.Refused;
import io.hackhub.core.judging.LeaderboardReply.ResultsAre;
import io.hackhub.core.judging.LeaderboardReply.Scored;
import io.hackhub.core.judging.LeaderboardState.Phase;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// From scorecards to results, and from results to a completed hackathon.
class LeaderboardResultsTest {

    private static final ActorTestKit actors = ActorTestKit.create(EventSourcedBehaviorTestKit.config());
    private static final List<Waiver> ALL_BUT_JUDGE_1 = List.of(new Waiver(judge(2), null), new Waiver(judge(3), null));

    private final LeaderboardFixture it = new LeaderboardFixture(actors);
    private final TestProbe<LeaderboardReply> organizer = actors.createTestProbe(LeaderboardReply.class);

    @BeforeEach
    void open() {
        it.board.clear();
        it.open();
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    @Test
    void missingReviewsAreInTheWay() {
        scores(1, 40, 30, 20, 10);

        assertThat(guards(finish(List.of(), List.of())))
                .containsExactly(new Guard(
                        "reviews",
                        "Reviews are missing and not waived: Team A (2), Team B (2), Team C (2), Team D (2)."));
    }

    @Test
    void anUnfinishedCardIsAMissingReview() {
        scores(1, 40, 30, 20, 10);
        it.put(new LeaderboardCommand.Submission(
                it.cid(), judge(1), team("A"), JudgingFixtures.marks("score", 40), null, false));

        assertThat(guards(finish(ALL_BUT_JUDGE_1, List.of())))
                .containsExactly(new Guard("reviews", "Reviews are missing and not waived: Team A (1)."));
    }

    @Test
    void aWaiverCoversAJudgeATeamOrOneReview() {
        scores(1, 40, 30, 20, 10);
        scores(2, 40, 30, 20, 10);
        it.score(3, "A", 40);
        it.score(3, "B", 30);

        assertThat(finish(List.of(new Waiver(judge(3), team("C")), new Waiver(null, team("D"))), List.of()))
                .isInstanceOf(ResultsAre.class);
    }

    @Test
    void anEmptyWaiverCoversNothing() {
        assertThat(guards(finish(List.of(new Waiver(null, null)), List.of()))).hasSize(1);
    }

    @Test
    void aTieThatNothingResolvesMustBeDeclared() {
        scores(1, 40, 30, 30, 10);

        assertThat(guards(finish(ALL_BUT_JUDGE_1, List.of())))
                .containsExactly(new Guard(
                        "ties",
                        "Rank 2 is tied between Team B, Team C: declare it shared.",
                        List.of(team("B"), team("C"))));

        var results = ((ResultsAre) finish(ALL_BUT_JUDGE_1, List.of(List.of(team("C"), team("B"))))).results();
        assertThat(results.rows()).extracting(ResultRow::rank).containsExactly(1, 2, 2, 4);
        assertThat(results.rows()).extracting(ResultRow::tied).containsExactly(false, true, true, false);
    }

    @Test
    void onlyWhatIsTiedCanBeDeclaredShared() {
        scores(1, 40, 30, 20, 10);

        assertThat(guards(finish(ALL_BUT_JUDGE_1, List.of(List.of(team("A"), team("B"))))))
                .extracting(Guard::guard)
                .containsExactly("shared-ranks");
    }

    @Test
    void resultsTakeJudgeEffectsOut() {
        // Judge 3, who saw A and B, is as strict as judge 2, who saw C and D, is kind. Plain means put C (70) above B
        // (62).
        scores(1, 80, 72, 60, 50);
        it.score(2, "C", 80);
        it.score(2, "D", 70);
        it.score(3, "A", 60);
        it.score(3, "B", 52);
        var waived = List.of(
                new Waiver(judge(2), team("A")),
                new Waiver(judge(2), team("B")),
                new Waiver(judge(3), team("C")),
                new Waiver(judge(3), team("D")));

        var results = ((ResultsAre) finish(waived, List.of())).results();

        assertThat(results.method()).isEqualTo(Results.Method.JUDGE_EFFECTS);
        assertThat(results.rows())
                .extracting(row -> row.name() + " " + Math.round(row.score()))
                .containsExactly("Team A 75", "Team B 67", "Team C 65", "Team D 55");
        assertThat(results.version()).isEqualTo(1);
        assertThat(results.waived()).isEqualTo(waived);
    }

    @Test
    void whereNothingConnectsTheReviewsPlainMeansAreTakenAndItIsSaid() {
        it.score(1, "A", 80);
        it.score(2, "B", 70);
        it.score(3, "C", 60);
        it.score(3, "D", 50);
        var everyone = List.of(new Waiver(judge(1), null), new Waiver(judge(2), null), new Waiver(judge(3), null));

        var results = ((ResultsAre) finish(everyone, List.of())).results();

        assertThat(results.method()).isEqualTo(Results.Method.WEIGHTED_MEANS);
        assertThat(results.rows()).extracting(ResultRow::score).containsExactly(80d, 70d, 60d, 50d);
    }

    @Test
    void finalizingClosesTheScorecardsAndKeepsThePublicBoardAsItIs() {
        scores(1, 40, 30, 20, 10);
        it.window();
        finish(ALL_BUT_JUDGE_1, List.of());

        assertThat(((Refused) it.score(1, "A", 1)).reason()).isEqualTo(Reason.PHASE);
        assertThat(it.shown(false).get("frozen").asBoolean()).isTrue();
        assertThat(reason(it.ask(replyTo -> new Unfreeze(ORGANIZER, replyTo)))).isEqualTo(Reason.PHASE);
        assertThat(reason(finish(ALL_BUT_JUDGE_1, List.of()))).isEqualTo(Reason.PHASE);
    }

    @Test
    void whatWasHiddenStaysHiddenUntilPublished() {
        it.score(1, "A", 40);
        it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));
        scores(1, 40, 90, 20, 10);

        finish(ALL_BUT_JUDGE_1, List.of());

        assertThat(it.rows(false)).containsExactly("1 Team A 40.0");
        assertThat(it.rows(true)).first().isEqualTo("1 Team B 90.0");
    }

    @Test
    void nothingIsPublishedBeforeItIsFinal() {
        assertThat(reason(it.ask(replyTo -> new Publish(ORGANIZER, replyTo)))).isEqualTo(Reason.PHASE);
    }

    @Nested
    class OnceFinal {

        @BeforeEach
        void finalizeResults() {
            scores(1, 40, 90, 20, 10);
            it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));
            finish(ALL_BUT_JUDGE_1, List.of());
        }

        @Test
        void publishingCompletesTheHackathonAndThenShowsTheResults() {
            it.board.runCommand(new Publish(ORGANIZER, organizer.ref()));
            var complete = it.hackathon.expectMessageClass(Complete.class);
            assertThat(complete.by()).isEqualTo(ORGANIZER);
            assertThat(it.shown(false).get("frozen").asBoolean()).isTrue();
            organizer.expectNoMessage(Duration.ofMillis(50));

            complete.replyTo().tell(new HackathonReply.Accepted(completed(20)));

            assertThat(organizer.expectMessageClass(ResultsAre.class).results().version())
                    .isEqualTo(1);
            assertThat(it.shown(false).get("frozen").asBoolean()).isFalse();
            assertThat(it.rows(false)).isEqualTo(it.rows(true)).first().isEqualTo("1 Team B 90.0");
        }

        @Test
        void theBoardLeavesMemoryOnlyWhenPublishingIsThrough() {
            it.board.runCommand(new Publish(ORGANIZER, organizer.ref()));
            it.idle();
            it.shard.expectNoMessage(Duration.ofMillis(10));

            it.hackathon.expectMessageClass(Complete.class).replyTo().tell(new HackathonReply.Accepted(completed(20)));
            organizer.expectMessageClass(ResultsAre.class);
            it.idle();

            it.shard.expectMessageClass(ClusterSharding.Passivate.class);
        }

        @Test
        void publishingTwiceAnswersBothOnce() {
            it.board.runCommand(new Publish(ORGANIZER, organizer.ref()));
            it.board.runCommand(new Publish(ORGANIZER, organizer.ref()));

            it.hackathon.expectMessageClass(Complete.class).replyTo().tell(new HackathonReply.Accepted(completed(20)));

            organizer.expectMessageClass(ResultsAre.class);
            organizer.expectMessageClass(ResultsAre.class);
            it.hackathon.expectNoMessage(Duration.ofMillis(50));
            assertThat(it.ask(replyTo -> new Publish(ORGANIZER, replyTo))).isInstanceOf(ResultsAre.class);
        }

        @Test
        void aCrashInBetweenAsksTheHackathonAgain() {
            it.board.runCommand(new Publish(ORGANIZER, organizer.ref()));
            it.hackathon.expectMessageClass(Complete.class);

            it.board.restart();

            it.hackathon.expectMessageClass(Complete.class).replyTo().tell(new HackathonReply.Accepted(completed(20)));
            organizer.awaitAssert(() -> {
                assertThat(it.board.getState().phase()).isEqualTo(Phase.PUBLISHED);
                return true;
            });
        }

        @Test
        void aHackathonThatWillNotCompleteKeepsTheResultsUnpublished() {
            it.board.runCommand(new Publish(ORGANIZER, organizer.ref()));

            it.hackathon
                    .expectMessageClass(Complete.class)
                    .replyTo()
                    .tell(new HackathonReply.Refused(HackathonReply.Reason.PHASE));

            assertThat(reason(organizer.receiveMessage())).isEqualTo(Reason.PHASE);
            assertThat(it.board.getState().phase()).isEqualTo(Phase.FINAL);
            assertThat(it.shown(false).get("frozen").asBoolean()).isTrue();
        }

        @Test
        void judgedAnewTheFormerResultsStayOnThePublicBoardAndInTheRecord() {
            publish(20);

            it.setUp(21, true, LeaderboardVisibility.PUBLIC, null);
            assertThat(it.score(1, "A", 99)).isInstanceOf(Scored.class);

            assertThat(it.rows(false)).first().isEqualTo("1 Team B 90.0");
            assertThat(it.shown(false).get("frozen").asBoolean()).isTrue();
            assertThat(it.rows(true)).first().isEqualTo("1 Team A 99.0");
            var results = ((ResultsAre) finish(ALL_BUT_JUDGE_1, List.of())).results();
            assertThat(results.version()).isEqualTo(2);
            assertThat(it.board.getState().results()).hasSize(2);
        }

        @Test
        void whatTheHackathonSaidBeforeItCompletedDoesNotReopen() {
            publish(20);

            it.setUp(19, true, LeaderboardVisibility.PUBLIC, null);

            assertThat(it.board.getState().phase()).isEqualTo(Phase.PUBLISHED);
        }

        private void publish(long hackathonVersion) {
            it.board.runCommand(new Publish(ORGANIZER, organizer.ref()));
            it.hackathon
                    .expectMessageClass(Complete.class)
                    .replyTo()
                    .tell(new HackathonReply.Accepted(completed(hackathonVersion)));
            organizer.expectMessageClass(ResultsAre.class);
        }
    }

    private void scores(int judge, double a, double b, double c, double d) {
        it.score(judge, "A", a);
        it.score(judge, "B", b);
        it.score(judge, "C", c);
        it.score(judge, "D", d);
    }

    private LeaderboardReply finish(List<Waiver> waived, List<List<TeamId>> shared) {
        return it.ask(replyTo -> new Finalize(waived, shared, ORGANIZER, replyTo));
    }

    private static List<Guard> guards(LeaderboardReply reply) {
        assertThat(reason(reply)).isEqualTo(Reason.GUARD_FAILED);
        return ((Refused) reply).guards();
    }

    private static Reason reason(@Nullable LeaderboardReply reply) {
        return reply instanceof Refused refused ? refused.reason() : Reason.UNAVAILABLE;
    }

    private static HackathonView completed(long version) {
        return new HackathonView(
                LeaderboardFixture.SPRING,
                version,
                1,
                new OrganizationId(new UUID(0x7000, 0x8000_0000_0000_0002L)),
                "spring",
                TestDetails.PLAIN,
                new Milestones(NINE, NINE, NINE, NINE, 0, "UTC"),
                HackathonStatus.COMPLETED,
                new HackathonView.Counts(0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                Standing.nowhere(null),
                null,
                NINE,
                NINE);
    }
}
