package io.hackhub.core.team;

import static io.hackhub.core.team.TeamWorld.ADA;
import static io.hackhub.core.team.TeamWorld.BOB;
import static io.hackhub.core.team.TeamWorld.CLEO;
import static io.hackhub.core.team.TeamWorld.END;
import static io.hackhub.core.team.TeamWorld.START;
import static io.hackhub.core.team.TeamWorld.admin;
import static io.hackhub.core.team.TeamWorld.organizer;
import static io.hackhub.core.team.TeamWorld.participant;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand.Edit;
import io.hackhub.core.team.TeamCommand.HackathonIs;
import io.hackhub.core.team.TeamCommand.Leave;
import io.hackhub.core.team.TeamCommand.SaveProject;
import io.hackhub.core.team.TeamCommand.Submit;
import io.hackhub.core.team.TeamCommand.WithdrawSubmission;
import io.hackhub.core.team.TeamEvent.SubmissionWithdrawn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The draft, handing it in, and the clock.
class TeamProjectTest {

    private static final ActorTestKit actors = ActorTestKit.create(EventSourcedBehaviorTestKit.config());
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final TeamWorld world = new TeamWorld(actors).formed().with(BOB);

    TeamProjectTest() {
        var active = world.at(START).is(HackathonStatus.ACTIVE);
        world.startDone(replyTo -> new HackathonIs(active, replyTo));
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    private Function<ActorRef<TeamReply>, TeamCommand> save(UserId user, String name, @Nullable Long ifVersion) {
        var project = new Project(name, "It flies", "https://example.org/r", null, List.of("green"), 0);
        return replyTo -> new SaveProject(participant(user), project, ifVersion, world.rules(), replyTo);
    }

    private Function<ActorRef<TeamReply>, TeamCommand> submit(UserId user) {
        return replyTo -> new Submit(participant(user), world.rules(), replyTo);
    }

    private Submission submitted(UserId user) {
        return Objects.requireNonNull(world.done(submit(user)).submission());
    }

    private Function<ActorRef<TeamReply>, TeamCommand> withdraw(UserId user) {
        return replyTo -> new WithdrawSubmission(participant(user), world.rules(), replyTo);
    }

    @Test
    void membersSaveTheDraftAndEachSavingCounts() {
        world.done(save(ADA, "Glider", null));

        var project = world.done(save(BOB, "Rocket", 1L)).project();

        assertThat(project)
                .isEqualTo(new Project("Rocket", "It flies", "https://example.org/r", null, List.of("green"), 2));
    }

    @Test
    void aStaleSavingOverwritesNothing() {
        world.done(save(ADA, "Glider", 0L));
        world.done(save(BOB, "Rocket", 1L));

        assertThat(world.refused(save(ADA, "Balloon", 1L))).isEqualTo(Refusal.STALE);
    }

    @Test
    void savingTheSameAgainStoresNothing() {
        world.done(save(ADA, "Glider", null));

        assertThat(world.run(save(ADA, "Glider", null)).hasNoEvents()).isTrue();
    }

    @Test
    void onlyMembersEdit() {
        var project = new Project("Mine", "", null, null, List.of(), 0);
        for (var by : List.of(participant(CLEO), organizer(), admin())) {
            assertThat(world.refused(replyTo -> new SaveProject(by, project, null, world.rules(), replyTo)))
                    .isEqualTo(Refusal.DENIED);
        }
    }

    @Test
    void theDraftIsEditedFromTheStartUntilTheEndToTheInstant() {
        world.at(START.minusMillis(1)).is(HackathonStatus.REGISTRATION_CLOSED);
        assertThat(world.refused(save(ADA, "Glider", null))).isEqualTo(Refusal.PHASE);

        world.at(START);
        world.done(save(ADA, "Glider", null));

        world.at(END);
        assertThat(world.refused(save(ADA, "Rocket", null))).isEqualTo(Refusal.PHASE);
    }

    @Test
    void whatIsHandedInIsASnapshotThatLaterEditsDoNotTouch() {
        world.done(save(ADA, "Glider", null));
        var submitted = world.done(submit(ADA));
        assertThat(submitted.status()).isEqualTo(TeamStatus.SUBMITTED);

        var edited = world.done(save(BOB, "Rocket", null));

        assertThat(edited.submission())
                .isEqualTo(new Submission(
                        new Project("Glider", "It flies", "https://example.org/r", null, List.of("green"), 1),
                        false,
                        ADA,
                        world.now()));
        assertThat(submitted(ADA).project().name()).isEqualTo("Rocket");
    }

    @Test
    void handingInTheSameTwiceStoresItOnce() {
        world.done(save(ADA, "Glider", null));
        world.done(submit(ADA));

        assertThat(world.run(submit(ADA)).hasNoEvents()).isTrue();
    }

    @Test
    void onlyTheLeaderHandsInAndTakesBack() {
        world.done(save(BOB, "Glider", null));

        assertThat(world.refused(submit(BOB))).isEqualTo(Refusal.DENIED);
        assertThat(world.refused(withdraw(BOB))).isEqualTo(Refusal.DENIED);
        assertThat(world.refused(replyTo -> new Submit(organizer(), world.rules(), replyTo)))
                .isEqualTo(Refusal.DENIED);
    }

    @Test
    void withinTheGraceItIsLateAndAfterItTooLate() {
        world.done(save(ADA, "Glider", null));

        world.at(END);
        assertThat(submitted(ADA).late()).isTrue();
        world.at(END.plus(GRACE).minusMillis(1));
        world.done(withdraw(ADA));
        world.at(END.plus(GRACE));
        assertThat(world.refused(submit(ADA))).isEqualTo(Refusal.PHASE);
    }

    @Test
    void aMomentBeforeTheEndIsInTime() {
        world.done(save(ADA, "Glider", null));

        world.at(END.minusMillis(1));

        assertThat(submitted(ADA).late()).isFalse();
    }

    @Test
    void whatWasHandedInCanBeTakenBackWithinTheSameTime() {
        world.done(save(ADA, "Glider", null));
        world.done(submit(ADA));

        assertThat(world.done(withdraw(ADA)).status()).isEqualTo(TeamStatus.COMPETING);
        assertThat(world.refused(withdraw(ADA))).isEqualTo(Refusal.NOT_SUBMITTED);
    }

    @Test
    void withoutAProjectThereIsNothingToHandIn() {
        assertThat(world.refused(submit(ADA))).isEqualTo(Refusal.NO_PROJECT);
    }

    @Test
    void aTeamBelowTheMinimumMayGrowButNotHandIn() {
        world.done(save(ADA, "Glider", null));
        world.startDone(replyTo -> new Leave(BOB, 2, replyTo));

        assertThat(world.refused(submit(ADA))).isEqualTo(Refusal.TOO_SMALL);

        world.with(CLEO);
        world.done(submit(ADA));
    }

    @Test
    void theSubmissionSurvivesACrash() {
        world.done(save(ADA, "Glider", null));
        var before = world.done(submit(ADA));

        world.team.restart();

        assertThat(world.view()).isEqualTo(before);
    }

    @Test
    void aTeamThatEndsBeforeTheJudgesSawItTakesItsSubmissionBack() {
        world.done(save(ADA, "Glider", null));
        world.done(submit(ADA));
        world.startDone(replyTo -> new Leave(BOB, 2, replyTo));

        var gone = world.team.runCommand(new Leave(
                ADA, 1, actors.<org.apache.pekko.Done>createTestProbe().ref()));

        assertThat(gone.events()).contains(new SubmissionWithdrawn(null, world.now()));
    }

    @Test
    void aSubmissionBeforeTheJudgesOutlivesItsTeam() {
        world.done(save(ADA, "Glider", null));
        world.done(submit(ADA));
        world.startDone(replyTo -> new HackathonIs(world.is(HackathonStatus.JUDGING), replyTo));
        world.startDone(replyTo -> new Leave(BOB, 2, replyTo));

        world.startDone(replyTo -> new Leave(ADA, 1, replyTo));

        assertThat(world.view().status()).isEqualTo(TeamStatus.DISBANDED);
        assertThat(world.view().submission()).isNotNull();
    }

    @Test
    void theTeamsCardIsEditedAgainstItsVersion() {
        var seen = world.view().version();
        world.done(replyTo -> new Edit(participant(ADA), "Comets", null, List.of("Go"), seen, world.rules(), replyTo));

        assertThat(world.refused(replyTo ->
                        new Edit(participant(ADA), "Planets", null, List.of(), seen, world.rules(), replyTo)))
                .isEqualTo(Refusal.STALE);
        assertThat(world.view())
                .extracting(TeamView::name, TeamView::description)
                .containsExactly("Comets", null);
    }
}
