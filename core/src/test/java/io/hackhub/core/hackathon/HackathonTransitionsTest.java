package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.HackathonKit.guards;
import static io.hackhub.core.hackathon.HackathonKit.refused;
import static io.hackhub.core.hackathon.HackathonStatus.ACTIVE;
import static io.hackhub.core.hackathon.HackathonStatus.CANCELLED;
import static io.hackhub.core.hackathon.HackathonStatus.COMPLETED;
import static io.hackhub.core.hackathon.HackathonStatus.JUDGING;
import static io.hackhub.core.hackathon.HackathonStatus.PUBLISHED;
import static io.hackhub.core.hackathon.HackathonStatus.REGISTRATION_CLOSED;
import static io.hackhub.core.hackathon.HackathonStatus.REGISTRATION_OPEN;
import static io.hackhub.core.hackathon.Samples.ADA;
import static io.hackhub.core.hackathon.Samples.CLOSES;
import static io.hackhub.core.hackathon.Samples.CLUB;
import static io.hackhub.core.hackathon.Samples.CREATED;
import static io.hackhub.core.hackathon.Samples.ENDS;
import static io.hackhub.core.hackathon.Samples.GRACE;
import static io.hackhub.core.hackathon.Samples.MILESTONES;
import static io.hackhub.core.hackathon.Samples.OPENS;
import static io.hackhub.core.hackathon.Samples.OWNER;
import static io.hackhub.core.hackathon.Samples.ROCKETS;
import static io.hackhub.core.hackathon.Samples.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.hackathon.Details.TeamSize;
import io.hackhub.core.hackathon.HackathonCommand.Move;
import io.hackhub.core.hackathon.HackathonEvent.Rescheduled;
import io.hackhub.core.hackathon.HackathonEvent.StartHeld;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.hackathon.HackathonReply.Accepted;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HackathonTransitionsTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create(EventSourcedBehaviorTestKit.config());
    private static final Duration HOUR = Duration.ofHours(1);

    private final HackathonKit kit = new HackathonKit(ACTORS);

    @BeforeEach
    void emptyJournal() {
        kit.clear();
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    @Test
    void aDraftIsKnownToItsStaffOnly() {
        kit.create(null);

        assertThat(kit.view(OWNER).known()).isTrue();
        assertThat(kit.view(ADA).known()).isFalse();
        assertThat(kit.view(null).known()).isFalse();
    }

    @Test
    void isCreatedOnce() {
        kit.create(null);

        assertThat(kit.ask(replyTo -> new HackathonCommand.Create(
                        CLUB, "other", Samples.details(null), MILESTONES, 1, List.of(), ADA, replyTo)))
                .isEqualTo(refused(Reason.ALREADY_EXISTS));
    }

    @Test
    void publishingShowsItToEverybody() {
        kit.create(null);

        assertThat(kit.move(PUBLISHED)).isInstanceOf(Accepted.class);
        assertThat(kit.view(null).known()).isTrue();
        assertThat(kit.view(null).status()).isEqualTo(PUBLISHED);
    }

    @Test
    void publishingSaysAtOnceAllThatIsMissing() {
        var bare = new Details(
                "Spring",
                "",
                null,
                Difficulty.EXPERT,
                null,
                new TeamSize(3, 2),
                List.of(),
                new Details.Requirements(List.of(), null),
                java.util.Map.of(),
                " ",
                List.of(),
                List.of(),
                LeaderboardVisibility.STAFF,
                null);
        var backwards = new Milestones(CLOSES, OPENS, STARTS, CREATED, 0, "UTC");
        kit.ask(replyTo ->
                new HackathonCommand.Create(CLUB, "spring", bare, backwards, 1, Samples.managers(), OWNER, replyTo));

        var reply = kit.ask(replyTo -> new Move(PUBLISHED, null, null, null, false, null, OWNER, replyTo));

        assertThat(guards(reply))
                .containsExactlyInAnyOrder("dates", "team-size", "criteria", "rules", "organization-verified", "dates");
    }

    @Test
    void aCriterionWithoutWeightKeepsItADraft() {
        var criterion = new Details.Criterion("x", "X", 0, 0, 10, false);
        assertThat(Guards.standing(with(Samples.details(null), List.of(criterion)), MILESTONES))
                .extracting(HackathonReply.Guard::guard)
                .containsExactly("criteria");
    }

    @Test
    void registrationOpensAndClosesByHandAndOpensAgain() {
        kit.publish(null);

        assertThat(kit.move(REGISTRATION_OPEN)).isInstanceOf(Accepted.class);
        assertThat(kit.register(ADA)).isInstanceOf(HackathonReply.Enrolled.class);
        assertThat(kit.move(REGISTRATION_CLOSED)).isInstanceOf(Accepted.class);
        assertThat(kit.register(Samples.BOB)).isEqualTo(refused(Reason.REGISTRATION_CLOSED));
        assertThat(guards(kit.move(REGISTRATION_OPEN))).containsExactly("registration-end");
        assertThat(guards(kit.move(REGISTRATION_OPEN, null, STARTS.plus(HOUR), null)))
                .containsExactly("registration-end");
        assertThat(kit.move(REGISTRATION_OPEN, null, STARTS, null)).isInstanceOf(Accepted.class);
        assertThat(kit.view(null).milestones().registrationEnd()).isEqualTo(STARTS);
    }

    @Test
    void registrationDoesNotOpenAgainAfterTheStart() {
        kit.publish(null);
        kit.tick(STARTS);

        assertThat(guards(kit.move(REGISTRATION_OPEN, null, STARTS.plus(HOUR), null)))
                .contains("before-start");
    }

    @Test
    void theClockTakesEachStepOnceAndInOrder() {
        kit.publish(null);
        assertThat(kit.tick(OPENS)).containsExactly(new StatusChanged(PUBLISHED, REGISTRATION_OPEN, null, null, OPENS));
        assertThat(kit.tick(OPENS)).isEmpty();
        kit.register(ADA);
        kit.enter(ADA, ROCKETS);

        var late = ENDS.plus(GRACE).plus(HOUR);
        assertThat(kit.tick(late))
                .containsExactly(
                        new StatusChanged(REGISTRATION_OPEN, REGISTRATION_CLOSED, null, null, late),
                        new StatusChanged(REGISTRATION_CLOSED, ACTIVE, null, null, late),
                        new StatusChanged(ACTIVE, JUDGING, null, null, late));
        kit.entity.restart();
        assertThat(kit.tick(late)).isEmpty();
    }

    @Test
    void aCommandIsDecidedOnWhatIsDueThoughNobodyTicked() {
        kit.publish(null);
        kit.clock.set(OPENS);

        assertThat(kit.view(null).status()).isEqualTo(REGISTRATION_OPEN);
        assertThat(kit.register(ADA)).isInstanceOf(HackathonReply.Enrolled.class);
        kit.clock.set(CLOSES);
        assertThat(kit.register(Samples.BOB)).isEqualTo(refused(Reason.REGISTRATION_CLOSED));
        assertThat(kit.view(null).status()).isEqualTo(REGISTRATION_CLOSED);
    }

    @Test
    void aStartWithoutAnyTeamIsHeldAndSaidOnce() {
        kit.publish(null);

        assertThat(kit.tick(STARTS)).endsWith(new StartHeld(STARTS));
        assertThat(kit.tick(STARTS.plus(HOUR))).isEmpty();
        assertThat(kit.view(null).status()).isEqualTo(REGISTRATION_CLOSED);
    }

    @Test
    void aHeldStartHappensWithTheFirstTeam() {
        kit.publish(null);
        kit.tick(OPENS);
        kit.register(ADA);
        kit.tick(STARTS);

        assertThat(kit.enter(ADA, ROCKETS)).isInstanceOf(HackathonReply.Entered.class);

        assertThat(kit.view(null).status()).isEqualTo(ACTIVE);
        assertThat(kit.tick(STARTS.plus(HOUR))).isEmpty();
    }

    @Test
    void aHeldStartMayBeMoved() {
        kit.publish(null);
        kit.tick(STARTS);
        var later = new Milestones(OPENS, CLOSES, STARTS.plus(HOUR), ENDS, 15, "Europe/Berlin");

        assertThat(kit.change(Samples.details(null), later)).isInstanceOf(Accepted.class);
        assertThat(kit.tick(STARTS.plus(HOUR))).containsExactly(new StartHeld(STARTS.plus(HOUR)));
    }

    @ParameterizedTest
    @EnumSource(
            value = HackathonStatus.class,
            names = {"DRAFT", "PUBLISHED", "REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE", "JUDGING"})
    void isCancelledFromAnyPhaseBeforeItsEndWithAReason(HackathonStatus status) {
        bring(status);

        assertThat(guards(kit.move(CANCELLED, " ", null, null))).containsExactly("reason");
        assertThat(kit.move(CANCELLED, "The hall burnt down", null, null)).isInstanceOf(Accepted.class);
        assertThat(kit.view(OWNER).status()).isEqualTo(CANCELLED);
        for (var to : HackathonStatus.values()) {
            assertThat(kit.move(to, "again", null, null)).isEqualTo(refused(Reason.PHASE));
        }
    }

    @ParameterizedTest
    @EnumSource(HackathonStatus.class)
    void noOtherTransitionIsMadeByHand(HackathonStatus from) {
        bring(from);
        var byHand = switch (from) {
            case DRAFT -> EnumSet.of(PUBLISHED, CANCELLED);
            case PUBLISHED, REGISTRATION_CLOSED -> EnumSet.of(REGISTRATION_OPEN, CANCELLED);
            case REGISTRATION_OPEN -> EnumSet.of(REGISTRATION_CLOSED, CANCELLED);
            case ACTIVE -> EnumSet.of(CANCELLED);
            case JUDGING -> EnumSet.of(ACTIVE, CANCELLED);
            case COMPLETED -> EnumSet.of(JUDGING);
            case CANCELLED -> EnumSet.noneOf(HackathonStatus.class);
        };

        for (var to : EnumSet.complementOf(byHand)) {
            assertThat(kit.move(to, "reason", null, null)).isEqualTo(refused(Reason.PHASE));
        }
        assertThat(kit.view(OWNER).status()).isEqualTo(from);
    }

    @Test
    void judgingGoesBackToActiveWithoutAScoreAReasonAndAnEndAhead() {
        bring(JUDGING);

        assertThat(guards(kit.move(ACTIVE))).containsExactlyInAnyOrder("reason", "end-in-future");
        var end = ENDS.plus(Duration.ofDays(1));
        assertThat(kit.move(ACTIVE, "The network was down", null, end)).isInstanceOf(Accepted.class);
        assertThat(kit.view(null).status()).isEqualTo(ACTIVE);
        assertThat(kit.view(null).milestones().endDate()).isEqualTo(end);
    }

    @Test
    void judgingWithAScoreDoesNotGoBackAndGoesOn() {
        bring(JUDGING);
        kit.neighbours.unscored = false;

        var reply = kit.move(ACTIVE, "The network was down", null, ENDS.plus(Duration.ofDays(1)));

        assertThat(guards(reply)).containsExactly("no-score");
        assertThat(kit.view(null).status()).isEqualTo(JUDGING);
        assertThat(kit.neighbours.setups).last().matches(JudgingPort.Setup::open);
    }

    @Test
    void publishingTheResultsCompletesItOnce() {
        bring(JUDGING);

        assertThat(complete()).isInstanceOf(Accepted.class);
        assertThat(kit.view(null).status()).isEqualTo(COMPLETED);
        assertThat(complete()).isInstanceOf(Accepted.class);
        assertThat(kit.view(null).standing().chatUntil())
                .isEqualTo(kit.clock.instant().plus(Duration.ofDays(30)));
    }

    @Test
    void resultsArePublishedOfNothingButJudging() {
        bring(ACTIVE);

        assertThat(complete()).isEqualTo(refused(Reason.PHASE));
    }

    @Test
    void completedGoesBackToJudgingWithAReasonAndItsChatIsOpenAgain() {
        bring(COMPLETED);

        assertThat(guards(kit.move(JUDGING))).containsExactly("reason");
        assertThat(kit.move(JUDGING, "A judge miscounted", null, null)).isInstanceOf(Accepted.class);
        assertThat(kit.view(null).standing().chatUntil()).isEqualTo(io.hackhub.core.access.Standing.OPEN);
    }

    @Test
    void aTransitionOfSomethingThatChangedMeanwhileIsStale() {
        kit.create(null);

        assertThat(kit.ask(replyTo -> new Move(PUBLISHED, null, null, null, true, 7L, OWNER, replyTo)))
                .isEqualTo(refused(Reason.STALE));
        assertThat(kit.ask(replyTo -> new Move(PUBLISHED, null, null, null, true, 1L, OWNER, replyTo)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void onceItRunsTheEndOnlyMovesLater() {
        bring(ACTIVE);
        var details = Samples.details(null);

        assertThat(guards(kit.change(details, MILESTONES.withEndDate(ENDS.minus(HOUR)))))
                .containsExactly("dates");
        assertThat(kit.change(details, MILESTONES.withEndDate(ENDS.plus(HOUR)))).isInstanceOf(Accepted.class);
        assertThat(kit.entity.getState()).isInstanceOf(Live.class);
        assertThat(kit.tick(ENDS.plus(GRACE))).isEmpty();
        assertThat(kit.tick(ENDS.plus(GRACE).plus(HOUR))).hasSize(1);
    }

    @Test
    void whatHasPassedCannotBeMoved() {
        kit.publish(null);
        kit.clock.set(OPENS.plus(HOUR));
        var moved = new Milestones(OPENS.plus(Duration.ofHours(2)), CLOSES, STARTS, ENDS, 15, "Europe/Berlin");

        assertThat(guards(kit.change(Samples.details(null), moved))).containsExactly("dates");
    }

    @Test
    void aPublishedOneKeepsWhatItWasPublishedWith() {
        kit.publish(null);

        assertThat(guards(kit.change(with(Samples.details(null), List.of()), MILESTONES)))
                .containsExactly("criteria");
    }

    @Test
    void theRubricIsLockedOnceJudged() {
        bring(JUDGING);
        var other = List.of(new Details.Criterion("x", "X", 1, 0, 10, false));

        assertThat(kit.change(with(Samples.details(null), other), MILESTONES)).isEqualTo(refused(Reason.PHASE));
    }

    @Test
    void aChangeWithoutADifferenceStoresNothingAndKeepsTheRevision() {
        kit.create(5);
        var before = kit.view(OWNER).revision();

        assertThat(kit.change(Samples.details(5), MILESTONES)).isInstanceOf(Accepted.class);
        assertThat(kit.view(OWNER).revision()).isEqualTo(before);
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsStale() {
        kit.create(5);
        kit.change(Samples.details(6), MILESTONES);

        assertThat(kit.ask(replyTo -> new HackathonCommand.Change(Samples.details(7), MILESTONES, 1L, OWNER, replyTo)))
                .isEqualTo(refused(Reason.STALE));
    }

    @Test
    void nothingIsKnownOfAHackathonThatIsNotThere() {
        assertThat(kit.ask(replyTo -> new HackathonCommand.Get(ADA, replyTo))).isEqualTo(refused(Reason.NOT_FOUND));
        assertThat(kit.move(PUBLISHED)).isEqualTo(refused(Reason.NOT_FOUND));
        assertThat(kit.register(ADA)).isEqualTo(refused(Reason.NOT_FOUND));
        assertThat(complete()).isEqualTo(refused(Reason.NOT_FOUND));
        assertThat(kit.tick(STARTS)).isEmpty();
    }

    @Test
    void anExtensionIsAnEventOfItsOwn() {
        bring(ACTIVE);
        var moved = MILESTONES.withEndDate(ENDS.plus(HOUR));

        var result = kit.entity.<HackathonReply>runCommand(
                replyTo -> new HackathonCommand.Change(Samples.details(null), moved, null, OWNER, replyTo));

        assertThat(result.events()).containsExactly(new Rescheduled(moved, OWNER, kit.clock.instant()));
    }

    private HackathonReply complete() {
        return kit.ask(replyTo -> new HackathonCommand.Complete(OWNER, replyTo));
    }

    private void bring(HackathonStatus status) {
        kit.create(null);
        if (status == HackathonStatus.DRAFT) {
            return;
        }
        if (status == CANCELLED) {
            kit.move(CANCELLED, "why not", null, null);
            return;
        }
        kit.move(PUBLISHED);
        if (Set.of(REGISTRATION_OPEN, REGISTRATION_CLOSED, ACTIVE, JUDGING, COMPLETED)
                .contains(status)) {
            kit.tick(OPENS);
            kit.register(ADA);
            kit.enter(ADA, ROCKETS);
        }
        switch (status) {
            case REGISTRATION_CLOSED -> kit.tick(CLOSES);
            case ACTIVE -> kit.tick(STARTS);
            case JUDGING -> kit.tick(ENDS.plus(GRACE));
            case COMPLETED -> {
                kit.tick(ENDS.plus(GRACE));
                complete();
            }
            case DRAFT, PUBLISHED, REGISTRATION_OPEN, CANCELLED -> {}
        }
    }

    private static Details with(Details details, List<Details.Criterion> criteria) {
        return new Details(
                details.title(),
                details.description(),
                details.theme(),
                details.difficulty(),
                details.maxParticipants(),
                details.teamSize(),
                details.prizes(),
                details.requirements(),
                details.resources(),
                details.rules(),
                criteria,
                details.tracks(),
                details.leaderboardVisibility(),
                details.freezeAt());
    }
}
