package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.judge;
import static io.hackhub.core.judging.JudgingFixtures.marks;
import static io.hackhub.core.judging.JudgingFixtures.team;
import static io.hackhub.core.judging.LeaderboardFixture.ORGANIZER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.judging.LeaderboardCommand.CloseIfUnscored;
import io.hackhub.core.judging.LeaderboardCommand.GetAssignments;
import io.hackhub.core.judging.LeaderboardCommand.GetCards;
import io.hackhub.core.judging.LeaderboardCommand.PutScore;
import io.hackhub.core.judging.LeaderboardCommand.SetUp;
import io.hackhub.core.judging.LeaderboardCommand.Submission;
import io.hackhub.core.judging.LeaderboardCommand.SubmitScore;
import io.hackhub.core.judging.LeaderboardReply.Assignments;
import io.hackhub.core.judging.LeaderboardReply.Cards;
import io.hackhub.core.judging.LeaderboardReply.Reason;
import io.hackhub.core.judging.LeaderboardReply.Refused;
import io.hackhub.core.judging.LeaderboardReply.Scored;
import io.hackhub.core.judging.LeaderboardReply.Unscored;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.shared.Uuids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What becomes of the scorecards that judges hand in.
class LeaderboardScoresTest {

    private static final ActorTestKit actors = ActorTestKit.create(EventSourcedBehaviorTestKit.config());

    private final LeaderboardFixture it = new LeaderboardFixture(actors);

    @BeforeEach
    void emptyJournal() {
        it.board.clear();
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    @Test
    void nothingIsScoredBeforeJudgingOpens() {
        assertThat(reason(it.score(1, "A", 50))).isEqualTo(Reason.PHASE);
    }

    @Nested
    class WhileOpen {

        @BeforeEach
        void open() {
            it.open();
        }

        @Test
        void aCardIsStoredAndAnswered() {
            var result = it.board.<LeaderboardReply>runCommand(replyTo -> new PutScore(
                    new Submission(cid(1), judge(1), team("A"), marks("score", 70), "Good", true), null, replyTo));

            assertThat(result.event())
                    .isEqualTo(new LeaderboardEvent.ScoreSubmitted(
                            cid(1), judge(1), team("A"), marks("score", 70), "Good", true, 1, JudgingFixtures.NINE));
            assertThat(result.replyOfType(Scored.class).card().criteria()).isEqualTo(marks("score", 70));
        }

        @Test
        void eachJudgesCardHasItsOwnVersion() {
            it.score(1, "A", 10);
            it.score(2, "A", 20);

            assertThat(version(it.score(1, "A", 30))).isEqualTo(2);
            assertThat(version(it.score(2, "B", 30))).isEqualTo(1);
        }

        @Test
        void theSameCommandAgainHasTheSameAnswerAndNoEffect() {
            var score = it.submission(judge(1), team("A"), marks("score", 70));
            live(score);
            it.score(1, "A", 80);

            var result = it.board.<Outcome>runCommand(replyTo -> new SubmitScore(score, 5, replyTo));

            assertThat(result.reply())
                    .isEqualTo(new Outcome.Acked(5, score.cid(), null, Outcome.Receipt.version(1), true));
            assertThat(result.hasNoEvents()).isTrue();
        }

        @Test
        void theSameCommandIsKnownAfterACrash() {
            var score = it.submission(judge(1), team("A"), marks("score", 70));
            live(score);

            it.board.restart();

            assertThat(live(score))
                    .isEqualTo(new Outcome.Acked(1, score.cid(), null, Outcome.Receipt.version(1), true));
        }

        @Test
        void theSameIdForAnotherScoreIsAConflict() {
            var score = it.submission(judge(1), team("A"), marks("score", 70));
            live(score);

            var other = new Submission(score.cid(), judge(1), team("A"), marks("score", 71), null, true);
            var byAnother = new Submission(score.cid(), judge(2), team("A"), marks("score", 70), null, true);

            assertThat(code(live(other))).isEqualTo(RefusalCode.CONFLICT);
            assertThat(code(live(byAnother))).isEqualTo(RefusalCode.CONFLICT);
        }

        @Test
        void anIdThatMayBeForgottenIsAConflict() {
            var state = it.board.getState();
            var old = it.submission(judge(1), team("A"), marks("score", 1));
            for (int i = 0; i <= 256; i++) {
                it.now.set(it.now.get().plusSeconds(1));
                var next = it.submission(judge(1), team("A"), marks("score", i % 2));
                var ruling = Submissions.decide(state, next, null, it.now.get());
                state = state.after(((Submissions.Accept) ruling).event());
            }

            assertThat(Submissions.decide(state, old, null, it.now.get()))
                    .isInstanceOfSatisfying(
                            Submissions.Refuse.class,
                            refused -> assertThat(refused.refused().reason()).isEqualTo(Reason.CONFLICT));
        }

        @Test
        void anIdFromTheFutureOrOfAnotherKindIsRefused() {
            var ahead = Uuids.v7(it.now.get().plusSeconds(61), new Random(1));

            assertThat(code(live(new Submission(ahead, judge(1), team("A"), marks("score", 1), null, true))))
                    .isEqualTo(RefusalCode.BAD_REQUEST);
            assertThat(code(live(
                            new Submission(UUID.randomUUID(), judge(1), team("A"), marks("score", 1), null, true))))
                    .isEqualTo(RefusalCode.BAD_REQUEST);
        }

        @Test
        void aCardThatSaysTheSameIsNotStoredAgain() {
            it.score(1, "A", 70);

            var result = it.board.<LeaderboardReply>runCommand(
                    replyTo -> new PutScore(it.submission(judge(1), team("A"), marks("score", 70)), null, replyTo));

            assertThat(result.hasNoEvents()).isTrue();
            assertThat(result.replyOfType(Scored.class).card().version()).isEqualTo(1);
        }

        @Test
        void onlyJudgesOfThePanelScore() {
            assertThat(reason(it.score(4, "A", 50))).isEqualTo(Reason.NOT_A_JUDGE);
            assertThat(code(live(it.submission(ORGANIZER, team("A"), marks("score", 1)))))
                    .isEqualTo(RefusalCode.DENIED);
        }

        @Test
        void onlySubmittedTeamsAreScored() {
            assertThat(reason(it.score(1, "X", 50))).isEqualTo(Reason.NO_SUCH_TEAM);
        }

        @Test
        void aMarkOutOfRangeIsInvalid() {
            assertThat(fields(it.score(1, "A", 100.5))).containsExactly("/criteria/score range");
            assertThat(fields(it.score(1, "A", -0.5))).containsExactly("/criteria/score range");
            assertThat(fields(it.score(1, "A", Double.NaN))).containsExactly("/criteria/score range");
        }

        @Test
        void onlyAnOptionalCriterionMayBeAbstainedFrom() {
            var abstains = new Marks(Map.of(), Set.of("score"));

            assertThat(fields(it.put(new Submission(cid(1), judge(1), team("A"), abstains, null, false))))
                    .containsExactly("/criteria/score required");
        }

        @Test
        void onlyACompleteCardMustNameEveryCriterion() {
            var empty = new Marks(Map.of(), Set.of());

            assertThat(fields(it.put(new Submission(cid(1), judge(1), team("A"), empty, null, true))))
                    .contains("/criteria/score missing");
            assertThat(it.put(new Submission(cid(1), judge(1), team("A"), empty, null, false)))
                    .isInstanceOf(Scored.class);
        }

        @Test
        void aCriterionThatTheRubricLacksIsInvalid() {
            var strange = marks("score", 5, "charm", 5);

            assertThat(fields(it.put(new Submission(cid(1), judge(1), team("A"), strange, null, true))))
                    .containsExactly("/criteria unknown");
        }

        @Test
        void aCommentHasABound() {
            var comment = "x".repeat(4_001);

            assertThat(fields(it.put(new Submission(cid(1), judge(1), team("A"), marks("score", 5), comment, true))))
                    .containsExactly("/comment length");
        }

        @Test
        void aCardAtAnotherVersionIsStale() {
            it.score(1, "A", 10);
            var card = it.submission(judge(1), team("A"), marks("score", 20));

            assertThat(reason(it.ask(replyTo -> new PutScore(card, 0L, replyTo))))
                    .isEqualTo(Reason.STALE);
            assertThat(version(it.ask(replyTo -> new PutScore(card, 1L, replyTo))))
                    .isEqualTo(2);
        }

        @Test
        void onlyCompleteCardsCount() {
            it.score(1, "A", 10);
            it.put(new Submission(it.cid(), judge(2), team("A"), marks("score", 90), null, false));

            assertThat(it.rows(true)).containsExactly("1 Team A 10.0");
        }

        @Test
        void whoLeavesThePanelCountsNoMore() {
            it.score(1, "A", 10);
            it.score(2, "A", 20);

            it.ask(replyTo -> new SetUp(
                    9,
                    true,
                    JudgingFixtures.PLAIN,
                    List.of(judge(1)),
                    List.of(new Entrant(team("A"), "Team A")),
                    LeaderboardVisibility.PUBLIC,
                    null,
                    replyTo));

            assertThat(it.rows(true)).containsExactly("1 Team A 10.0");
            assertThat(reason(it.score(2, "A", 90))).isEqualTo(Reason.NOT_A_JUDGE);
        }

        @Test
        void theRubricStaysOnceThereIsACard() {
            it.score(1, "A", 10);
            var other = new Rubric(List.of(new Criterion("charm", "Charm", 1, 0, 1, false)));

            it.ask(replyTo -> new SetUp(
                    9, true, other, List.of(judge(1)), List.of(), LeaderboardVisibility.PUBLIC, null, replyTo));

            assertThat(it.board.getState().panel().rubric()).isEqualTo(JudgingFixtures.PLAIN);
        }

        @Test
        void anOlderSetupChangesNothing() {
            var result = it.board.<LeaderboardReply>runCommand(replyTo -> new SetUp(
                    1, true, JudgingFixtures.PLAIN, List.of(), List.of(), LeaderboardVisibility.STAFF, null, replyTo));

            assertThat(result.hasNoEvents()).isTrue();
        }

        @Test
        void closesOnlyWhileThereIsNoCard() {
            assertThat(it.ask(CloseIfUnscored::new)).isEqualTo(new Unscored(true));
            assertThat(reason(it.score(1, "A", 10))).isEqualTo(Reason.PHASE);
            assertThat(it.ask(CloseIfUnscored::new)).isEqualTo(new Unscored(true));
        }

        @Test
        void aCardKeepsJudgingFromClosing() {
            it.score(1, "A", 10);

            assertThat(it.ask(CloseIfUnscored::new)).isEqualTo(new Unscored(false));
            assertThat(it.score(1, "B", 10)).isInstanceOf(Scored.class);
        }

        @Test
        void judgingGoesOnWhereTheStepBackWasNotTaken() {
            it.ask(CloseIfUnscored::new);

            it.setUp(1, true, LeaderboardVisibility.PUBLIC, null);

            assertThat(it.score(1, "A", 10)).isInstanceOf(Scored.class);
        }

        @Test
        void aJudgeSeesEverySubmittedTeamAndHowFarTheyAre() {
            it.score(1, "A", 10);
            it.put(new Submission(it.cid(), judge(1), team("B"), marks("score", 90), null, false));

            var assignments = (Assignments) it.ask(replyTo -> new GetAssignments(judge(1), replyTo));

            assertThat(assignments.assignments())
                    .extracting(one -> one.name() + " " + one.started() + " " + one.complete())
                    .containsExactly(
                            "Team A true true", "Team B true false", "Team C false false", "Team D false false");
            assertThat(((Assignments) it.ask(replyTo -> new GetAssignments(judge(4), replyTo))).assignments())
                    .isEmpty();
        }

        @Test
        void cardsComeInPages() {
            for (var team : List.of("A", "B", "C")) {
                it.score(1, team, 10);
                it.score(2, team, 10);
            }

            var first = (Cards) it.ask(replyTo -> new GetCards(null, 0, 4, replyTo));
            var rest = (Cards) it.ask(replyTo -> new GetCards(null, 4, 4, replyTo));
            var own = (Cards) it.ask(replyTo -> new GetCards(judge(2), 0, 10, replyTo));

            assertThat(first.cards()).hasSize(4);
            assertThat(first.next()).isEqualTo(4);
            assertThat(rest.cards()).hasSize(2);
            assertThat(rest.next()).isNull();
            assertThat(own.cards())
                    .hasSize(3)
                    .allMatch(card -> card.card().judge().equals(judge(2)));
        }

        @Test
        void aPageOfLongCommentsStaysSmall() {
            var comment = "x".repeat(4_000);
            for (int judge = 1; judge <= 3; judge++) {
                for (var team : List.of("A", "B", "C", "D")) {
                    it.put(new Submission(it.cid(), judge(judge), team(team), marks("score", 5), comment, true));
                }
            }

            int from = 0;
            int seen = 0;
            for (Integer next = 0; next != null; ) {
                from = next;
                int start = from;
                var page = (Cards) it.ask(replyTo -> new GetCards(null, start, 5, replyTo));
                assertThat(page.cards()).isNotEmpty();
                seen += page.cards().size();
                next = page.next();
            }
            assertThat(seen).isEqualTo(12);
        }

        @Test
        void everythingSurvivesARestart() {
            it.score(1, "A", 10);
            it.now.set(it.now.get().plus(Duration.ofMinutes(1)));
            it.score(2, "B", 20);
            var before = it.board.getState();

            it.board.restart();

            assertThat(it.board.getState()).isEqualTo(before);
        }
    }

    private UUID cid(int n) {
        return Uuids.v7(it.now.get(), "cid " + n);
    }

    private Outcome live(Submission submission) {
        return it.board
                .<Outcome>runCommand(replyTo -> new SubmitScore(submission, 1, replyTo))
                .reply();
    }

    private static RefusalCode code(Outcome outcome) {
        return ((Outcome.Refused) outcome).code();
    }

    private static Reason reason(LeaderboardReply reply) {
        return ((Refused) reply).reason();
    }

    private static long version(LeaderboardReply reply) {
        return ((Scored) reply).card().version();
    }

    private static List<String> fields(LeaderboardReply reply) {
        return ((Refused) reply)
                .fields().stream()
                        .map(field -> field.field() + " " + field.code())
                        .toList();
    }
}
