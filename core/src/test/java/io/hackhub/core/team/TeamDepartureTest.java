package io.hackhub.core.team;

import static io.hackhub.core.team.TeamWorld.ADA;
import static io.hackhub.core.team.TeamWorld.BOB;
import static io.hackhub.core.team.TeamWorld.CLEO;
import static io.hackhub.core.team.TeamWorld.END;
import static io.hackhub.core.team.TeamWorld.EVE;
import static io.hackhub.core.team.TeamWorld.MIA;
import static io.hackhub.core.team.TeamWorld.OLGA;
import static io.hackhub.core.team.TeamWorld.ROCKETS;
import static io.hackhub.core.team.TeamWorld.organizer;
import static io.hackhub.core.team.TeamWorld.participant;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.hackathon.HackathonCommand.TeamLeft;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.room.Member;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.RoomCommand.MembersAre;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand.Disband;
import io.hackhub.core.team.TeamCommand.DismissMentor;
import io.hackhub.core.team.TeamCommand.GetSettled;
import io.hackhub.core.team.TeamCommand.Idle;
import io.hackhub.core.team.TeamCommand.InviteMentor;
import io.hackhub.core.team.TeamCommand.Leave;
import io.hackhub.core.team.TeamCommand.Remove;
import io.hackhub.core.team.TeamCommand.RemoveMentor;
import io.hackhub.core.team.TeamCommand.TellRoom;
import io.hackhub.core.team.TeamCommand.Transfer;
import io.hackhub.core.team.TeamEvent.DepartureSettled;
import io.hackhub.core.team.TeamEvent.LeadershipPassed;
import io.hackhub.core.team.TeamEvent.MemberLeft;
import io.hackhub.core.team.TeamEvent.TeamDisbanded;
import java.time.Duration;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Leaving and removing: who leads then, and that nobody is told "done" before room and hackathon know.
class TeamDepartureTest {

    private static final ActorTestKit actors = ActorTestKit.create(EventSourcedBehaviorTestKit.config());

    private final TeamWorld world = new TeamWorld(actors).formed().with(BOB, CLEO);

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    private Function<ActorRef<TeamReply>, TeamCommand> remove(By by, UserId user) {
        return replyTo -> new Remove(by, user, world.rules(), replyTo);
    }

    private TestProbe<TeamReply> leaves(UserId user) {
        return world.start(remove(participant(user), user));
    }

    // Who leads

    @Test
    void theLeaderLeavingHandsOverToWhoHasBeenThereLongest() {
        leaves(ADA);

        assertThat(world.view().leader()).isEqualTo(BOB);
        assertThat(world.members()).containsExactly(BOB, CLEO);
    }

    @Test
    void succeedingIsOneStepWithLeaving() {
        var left = world.team.runCommand(new Remove(
                participant(ADA),
                ADA,
                world.rules(),
                actors.<TeamReply>createTestProbe().ref()));

        assertThat(left.events())
                .containsExactly(new MemberLeft(ADA, 1, ADA, world.now()), new LeadershipPassed(BOB, world.now()));
    }

    @Test
    void theLastOneLeavingDisbandsTheTeam() {
        leaves(ADA);
        leaves(BOB);

        var left = world.team.runCommand(new Remove(
                participant(CLEO),
                CLEO,
                world.rules(),
                actors.<TeamReply>createTestProbe().ref()));

        assertThat(left.events())
                .containsExactly(new MemberLeft(CLEO, 3, CLEO, world.now()), new TeamDisbanded(world.now()));
        assertThat(world.view().status()).isEqualTo(TeamStatus.DISBANDED);
        assertThat(world.view().leader()).isNull();
    }

    @Test
    void leadershipIsHandedOnByTheLeader() {
        var answer = world.start(replyTo -> new Transfer(participant(ADA), CLEO, replyTo));
        world.settle();

        assertThat(answer.expectMessageClass(TeamReply.Done.class).team().leader())
                .isEqualTo(CLEO);
    }

    @Test
    void leadershipGoesOnlyToMembersAndOnlyFromTheLeader() {
        assertThat(world.refused(replyTo -> new Transfer(participant(ADA), EVE, replyTo)))
                .isEqualTo(Refusal.NOT_MEMBER);
        assertThat(world.refused(replyTo -> new Transfer(participant(BOB), BOB, replyTo)))
                .isEqualTo(Refusal.DENIED);
    }

    // Who may

    @Test
    void membersRemoveNobodyElse() {
        assertThat(world.refused(remove(participant(BOB), CLEO))).isEqualTo(Refusal.DENIED);
    }

    @Test
    void strangersCannotLeave() {
        assertThat(world.refused(remove(participant(EVE), EVE))).isEqualTo(Refusal.NOT_MEMBER);
    }

    @Test
    void whoIsNotThereCannotBeRemoved() {
        assertThat(world.refused(remove(participant(ADA), EVE))).isEqualTo(Refusal.NOT_MEMBER);
    }

    @Test
    void afterTheEndNobodyLeavesOfTheirOwnWill() {
        world.at(END).is(HackathonStatus.JUDGING);

        assertThat(world.refused(remove(participant(BOB), BOB))).isEqualTo(Refusal.PHASE);
    }

    @Test
    void theHackathonTakesPeopleBackInAnyPhase() {
        world.at(END).is(HackathonStatus.JUDGING);

        world.startDone(replyTo -> new Leave(BOB, 2, replyTo));

        assertThat(world.members()).containsExactly(ADA, CLEO);
    }

    // When it is answered

    @Test
    void aRemovalIsAnsweredOnlyWhenTheRoomAndTheHackathonKnow() {
        var answer = world.start(remove(participant(ADA), BOB));
        var told = world.roomIsTold();
        assertThat(told.members()).containsExactly(new Member(ADA, Grant.LEADER), new Member(CLEO, Grant.MEMBER));
        answer.expectNoMessage();

        world.apply(told);
        answer.expectNoMessage();

        world.hackathonIsTold().replyTo().tell(Done.getInstance());
        assertThat(answer.expectMessageClass(TeamReply.Done.class).team().members())
                .extracting(TeamView.Member::user)
                .containsExactly(ADA, CLEO);
    }

    @Test
    void theHackathonAloneIsNotEnough() {
        var answer = world.start(remove(organizer(), BOB));
        world.hackathonIsTold().replyTo().tell(Done.getInstance());

        answer.expectNoMessage();

        world.settle();
        answer.expectMessageClass(TeamReply.Done.class);
    }

    @Test
    void theHackathonIsNotKeptWaitingForItself() {
        var answer = world.startDone(replyTo -> new Leave(BOB, 2, replyTo));
        answer.expectNoMessage();

        world.settle();

        answer.expectMessage(Done.getInstance());
    }

    @Test
    void whatIsNotConfirmedIsSaidAgain() {
        leaves(BOB);

        var first = world.roomIsTold();
        var second = world.roomIsTold();
        assertThat(second.version()).isEqualTo(first.version());
        assertThat(world.hackathonIsTold().claim()).isEqualTo(2);
        assertThat(world.hackathonIsTold())
                .extracting(TeamLeft::user, TeamLeft::team)
                .containsExactly(BOB, ROCKETS);
    }

    @Test
    void oncePlacesAreConfirmedNothingIsSaidAgain() {
        leaves(BOB);
        world.settle();
        world.hackathonIsTold().replyTo().tell(Done.getInstance());

        world.hackathon.expectNoMessage(Duration.ofMillis(700));
        world.room.expectNoMessage(Duration.ofMillis(100));
    }

    @Test
    void anOlderConfirmationIsNotOneOfTheNewerState() {
        leaves(BOB);
        var first = world.roomIsTold();
        var answer = leaves(CLEO);
        var second = world.roomIsTold();
        world.hackathonIsTold().replyTo().tell(Done.getInstance());
        world.hackathonIsTold().replyTo().tell(Done.getInstance());

        world.apply(first);
        answer.expectNoMessage();

        assertThat(second.version()).isGreaterThan(first.version());
        world.apply(second);
        answer.expectMessageClass(TeamReply.Done.class);
    }

    @Test
    void aTeamLeavesMemoryOnlyWhenRoomAndHackathonKnow() {
        leaves(BOB);
        world.team.runCommand(new Idle());
        world.settle();
        world.team.runCommand(new Idle());
        world.shard.expectNoMessage(Duration.ofMillis(10));

        world.hackathonIsTold().replyTo().tell(Done.getInstance());

        world.shard.awaitAssert(() -> {
            world.team.runCommand(new Idle());
            return world.shard.expectMessageClass(ClusterSharding.Passivate.class, Duration.ofMillis(50));
        });
    }

    // Crashes

    @Test
    void aCrashAfterTheRemovalWasStoredTellsRoomAndHackathonAgain() {
        leaves(BOB);
        world.roomIsTold();
        world.hackathonIsTold();

        world.team.restart();

        assertThat(world.roomIsTold().members()).extracting(Member::user).containsExactly(ADA, CLEO);
        assertThat(world.hackathonIsTold().claim()).isEqualTo(2);
    }

    @Test
    void theSameRemovalAskedAgainAfterACrashWaitsAsTheFirstDid() {
        leaves(BOB);
        world.roomIsTold();
        world.hackathonIsTold();
        world.team.restart();

        var again = leaves(BOB);
        again.expectNoMessage();
        world.settle();
        again.expectNoMessage();

        // The first that the hackathon was told may be from before the crash, with nobody left to answer.
        again.awaitAssert(Duration.ofSeconds(10), () -> {
            world.hackathonIsTold().replyTo().tell(Done.getInstance());
            return again.expectMessageClass(TeamReply.Done.class, Duration.ofSeconds(1));
        });
    }

    @Test
    void aCrashAfterTheRoomKnewStillTellsTheHackathon() {
        leaves(BOB);
        world.settle();
        world.hackathonIsTold();

        world.team.restart();

        world.hackathonIsTold().replyTo().tell(Done.getInstance());
        var settled = world.start(GetSettled::new);
        world.settle();
        settled.expectMessageClass(TeamReply.Done.class);
        assertThat(world.team.getState().departures()).isEmpty();
    }

    @Test
    void aCrashAfterAllWasConfirmedTellsTheRoomAloneAndStoresNothing() {
        leaves(BOB);
        world.settle();
        world.hackathonIsTold().replyTo().tell(Done.getInstance());
        world.start(GetSettled::new).expectMessageClass(TeamReply.Done.class);
        var version = world.view().version();

        world.team.restart();

        world.settle();
        world.hackathon.expectNoMessage(java.time.Duration.ofMillis(500));
        assertThat(world.view().version()).isEqualTo(version);
    }

    @Test
    void theConfirmedDepartureIsStored() {
        leaves(BOB);
        world.settle();
        world.hackathonIsTold().replyTo().tell(Done.getInstance());
        world.start(GetSettled::new).expectMessageClass(TeamReply.Done.class);

        assertThat(world.team.persistenceTestKit().persistedInStorage("Team|" + ROCKETS))
                .contains(new DepartureSettled(BOB, 2, world.now()));
    }

    @Test
    void theRoomsVersionsOnlyEverRise() {
        var last = world.view().version();
        leaves(BOB);
        var left = world.roomIsTold().version();
        world.team.restart();
        var recovered = world.roomIsTold().version();

        assertThat(left).isGreaterThan(last);
        assertThat(recovered).isGreaterThanOrEqualTo(left);
    }

    @Test
    void aRoomThatStartsIsToldAtOnce() {
        var room = actors.<RoomCommand>createTestProbe();

        world.team.runCommand(new TellRoom(room.ref()));

        var told = room.expectMessageClass(MembersAre.class);
        assertThat(told.version()).isPositive();
        assertThat(told.writableUntil()).isEqualTo(world.rules().chatUntil());
        assertThat(told.members())
                .containsExactly(
                        new Member(ADA, Grant.LEADER), new Member(BOB, Grant.MEMBER), new Member(CLEO, Grant.MEMBER));
    }

    // Disbanding

    @Test
    void disbandingFreesEverybody() {
        var answer = world.start(replyTo -> new Disband(participant(ADA), world.rules(), replyTo));
        var told = world.roomIsTold();
        assertThat(told.members()).isEmpty();
        world.apply(told);
        for (var _ : java.util.List.of(ADA, BOB, CLEO)) {
            world.hackathonIsTold().replyTo().tell(Done.getInstance());
        }

        assertThat(answer.expectMessageClass(TeamReply.Done.class).team().status())
                .isEqualTo(TeamStatus.DISBANDED);
        assertThat(world.refused(replyTo -> new Disband(participant(ADA), world.rules(), replyTo)))
                .isEqualTo(Refusal.NO_TEAM);
    }

    @Test
    void onlyTheLeaderOrAnOrganizerDisbands() {
        assertThat(world.refused(replyTo -> new Disband(participant(BOB), world.rules(), replyTo)))
                .isEqualTo(Refusal.DENIED);
    }

    // Mentors

    @Test
    void anInvitedMentorIsInTheRoomAndNotInTheCount() {
        var answer = world.start(replyTo -> new InviteMentor(participant(ADA), MIA, replyTo));

        assertThat(world.roomIsTold().members()).contains(new Member(MIA, Grant.INVITED_MENTOR));
        world.settle();
        var team = answer.expectMessageClass(TeamReply.Done.class).team();
        assertThat(team.members()).hasSize(3);
        assertThat(team.grantsOf(MIA)).containsExactly(Grant.INVITED_MENTOR);
    }

    @Test
    void onlyTheLeaderInvitesMentors() {
        assertThat(world.refused(replyTo -> new InviteMentor(participant(BOB), MIA, replyTo)))
                .isEqualTo(Refusal.DENIED);
    }

    @Test
    void aMentorRemovedIsCutOffBeforeTheAnswer() {
        world.start(replyTo -> new InviteMentor(participant(ADA), MIA, replyTo));
        world.settle();

        var answer = world.start(replyTo -> new RemoveMentor(participant(ADA), MIA, replyTo));
        answer.expectNoMessage();
        world.settle();

        assertThat(answer.expectMessageClass(TeamReply.Done.class).team().mentors())
                .isEmpty();
        assertThat(world.refused(replyTo -> new RemoveMentor(participant(ADA), MIA, replyTo)))
                .isEqualTo(Refusal.NOT_MENTOR);
    }

    @Test
    void theHackathonDismissesAMentorAndHearsWhenTheRoomKnows() {
        world.start(replyTo -> new InviteMentor(participant(ADA), MIA, replyTo));
        world.settle();

        var answer = world.startDone(replyTo -> new DismissMentor(MIA, replyTo));
        answer.expectNoMessage();
        world.settle();

        answer.expectMessage(Done.getInstance());
        assertThat(world.view().mentors()).isEmpty();
    }

    @Test
    void organizersMayDoWhatLeadersMayAndAreNotMembers() {
        world.start(remove(organizer(), BOB));

        assertThat(world.members()).containsExactly(ADA, CLEO);
        assertThat(world.view().grantsOf(OLGA)).isEmpty();
    }
}
