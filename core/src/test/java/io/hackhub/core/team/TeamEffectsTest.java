package io.hackhub.core.team;

import static io.hackhub.core.team.TeamWorld.ADA;
import static io.hackhub.core.team.TeamWorld.BOB;
import static io.hackhub.core.team.TeamWorld.MIA;
import static io.hackhub.core.team.TeamWorld.OPENING;
import static io.hackhub.core.team.TeamWorld.ROCKETS;
import static io.hackhub.core.team.TeamWorld.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.room.Intent;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand.DismissMentor;
import io.hackhub.core.team.TeamCommand.Get;
import io.hackhub.core.team.TeamCommand.GetSettled;
import io.hackhub.core.team.TeamEvent.InvitationCreated;
import io.hackhub.core.team.TeamEvent.LeadershipPassed;
import io.hackhub.core.team.TeamEvent.MemberLeft;
import io.hackhub.core.team.TeamEvent.MentorInvited;
import io.hackhub.core.team.TeamEvent.ProjectSaved;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What follows from a team's events, at least once each and with one effect.
class TeamEffectsTest {

    private static final ActorTestKit actors = ActorTestKit.create();

    private final TestProbe<TeamCommand> team = actors.createTestProbe();
    private final TestProbe<RoomCommand> inbox = actors.createTestProbe();
    private final TestProbe<HackathonCommand> hackathon = actors.createTestProbe();
    private Channel.@Nullable Log told;
    private final TeamEffects effects = new TeamEffects(
            actors.system(),
            _ -> team.ref(),
            new Neighbours(
                    channel -> {
                        told = channel;
                        return inbox.ref();
                    },
                    _ -> hackathon.ref(),
                    Duration.ofSeconds(1)));

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    private CompletableFuture<?> happens(TeamEvent event) {
        return effects.of(new Stored<>("Team|" + ROCKETS, ROCKETS.toString(), 5, event))
                .toCompletableFuture();
    }

    private static TeamReply there() {
        return new TeamReply.Done(new TeamView(
                ROCKETS,
                SPRING,
                "Rockets",
                null,
                List.of(),
                TeamStatus.RECRUITING,
                ADA,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                1,
                OPENING,
                OPENING));
    }

    private static InvitationCreated invitation(@Nullable UserId user) {
        return new InvitationCreated(TeamWorld.id(1), "ab12", user, ADA, 1, OPENING, OPENING);
    }

    private Deliver delivered() {
        team.expectMessageClass(Get.class).replyTo().tell(there());
        return inbox.expectMessageClass(Deliver.class);
    }

    private static Outcome ack(Deliver it) {
        return new Outcome.Acked(it.ticket(), it.cid(), 1L, Receipt.NONE, false);
    }

    @Test
    void whoIsInvitedIsToldWithALinkThatOpensTheTeamToThemAlone() {
        var done = happens(invitation(BOB));

        var deliver = delivered();
        deliver.replyTo().tell(ack(deliver));

        var link = "/join#" + InvitationCode.reference(ROCKETS, TeamWorld.id(1)).text();
        assertThat(told).isEqualTo(new Channel.Inbox(BOB));
        assertThat(deliver.intent())
                .isEqualTo(new Intent.Notify(
                        deliver.cid(), "team.invitation", "You are invited to join the team Rockets", null, link));
        assertThat(done).succeedsWithin(Duration.ofSeconds(3));
    }

    @Test
    void theSameEventMakesTheSameNotification() {
        var _ = happens(invitation(BOB));
        var first = delivered();
        var _ = happens(invitation(BOB));

        assertThat(delivered().cid()).isEqualTo(first.cid());
        assertThat(first.cid().version()).isEqualTo(7);
    }

    @Test
    void whatAnInboxCannotTakeNowIsTriedAgain() {
        var done = happens(invitation(BOB));

        var deliver = delivered();
        deliver.replyTo().tell(new Outcome.Refused(deliver.ticket(), RefusalCode.OVERLOADED, "later", true, 100L));

        assertThat(done).failsWithin(Duration.ofSeconds(3));
    }

    @Test
    void whatAnInboxWillNeverTakeHoldsUpNobodyElse() {
        var done = happens(invitation(BOB));

        var deliver = delivered();
        deliver.replyTo().tell(new Outcome.Refused(deliver.ticket(), RefusalCode.CONFLICT, "no", false, null));

        assertThat(done).succeedsWithin(Duration.ofSeconds(3));
    }

    @Test
    void anOpenInvitationTellsNobody() {
        assertThat(happens(invitation(null))).isCompleted();
        assertThat(happens(new ProjectSaved(new Project("P", "", null, null, List.of(), 1), ADA, OPENING)))
                .isCompleted();
        team.expectNoMessage();
    }

    @Test
    void aDepartureIsDoneWhenTheTeamHasSettledIt() {
        var done = happens(new MemberLeft(BOB, 2, BOB, OPENING));

        var question = team.expectMessageClass(GetSettled.class);
        assertThat(done).isNotDone();
        question.replyTo().tell(there());

        assertThat(done).succeedsWithin(Duration.ofSeconds(3));
        inbox.expectNoMessage();
    }

    @Test
    void whoWasRemovedIsTold() {
        var _ = happens(new MemberLeft(BOB, 2, ADA, OPENING));
        team.expectMessageClass(GetSettled.class).replyTo().tell(there());

        assertThat(((Intent.Notify) delivered().intent()).kind()).isEqualTo("team.removed");
        assertThat(told).isEqualTo(new Channel.Inbox(BOB));
    }

    @Test
    void theNewLeaderIsTold() {
        var _ = happens(new LeadershipPassed(BOB, OPENING));
        team.expectMessageClass(GetSettled.class).replyTo().tell(there());

        assertThat(((Intent.Notify) delivered().intent()).kind()).isEqualTo("team.leader");
    }

    @Test
    void aMentorWhoLostTheRoleMeanwhileIsDismissed() {
        var done = happens(new MentorInvited(MIA, ADA, OPENING));
        team.expectMessageClass(GetSettled.class).replyTo().tell(there());
        team.expectMessageClass(Get.class).replyTo().tell(there());
        hackathon
                .expectMessageClass(HackathonCommand.StandingOf.class)
                .replyTo()
                .tell(standing(Set.of()));

        team.expectMessageClass(DismissMentor.class).replyTo().tell(Done.getInstance());

        assertThat(done).succeedsWithin(Duration.ofSeconds(3));
    }

    @Test
    void aMentorStaysAndIsToldOfTheTeam() {
        var done = happens(new MentorInvited(MIA, ADA, OPENING));
        team.expectMessageClass(GetSettled.class).replyTo().tell(there());
        team.expectMessageClass(Get.class).replyTo().tell(there());
        hackathon
                .expectMessageClass(HackathonCommand.StandingOf.class)
                .replyTo()
                .tell(standing(Set.of(Grant.MENTOR)));

        var deliver = inbox.expectMessageClass(Deliver.class);
        deliver.replyTo().tell(ack(deliver));

        assertThat(told).isEqualTo(new Channel.Inbox(MIA));
        assertThat(deliver.intent())
                .isEqualTo(new Intent.Notify(
                        deliver.cid(),
                        "team.mentor",
                        "The team Rockets invited you as its mentor",
                        null,
                        "/teams/" + ROCKETS));
        assertThat(done).succeedsWithin(Duration.ofSeconds(3));
        team.expectNoMessage();
    }

    private static Standing standing(Set<Grant> grants) {
        return new Standing(MIA, 1, grants, true, Standing.OPEN);
    }
}
