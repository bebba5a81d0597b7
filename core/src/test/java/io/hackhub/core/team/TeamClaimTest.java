package io.hackhub.core.team;

import static io.hackhub.core.team.TeamWorld.ADA;
import static io.hackhub.core.team.TeamWorld.BOB;
import static io.hackhub.core.team.TeamWorld.CLEO;
import static io.hackhub.core.team.TeamWorld.END;
import static io.hackhub.core.team.TeamWorld.EVE;
import static io.hackhub.core.team.TeamWorld.MIA;
import static io.hackhub.core.team.TeamWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.TeamPort.Decision;
import io.hackhub.core.team.TeamCommand.HackathonIs;
import io.hackhub.core.team.TeamCommand.Leave;
import io.hackhub.core.team.TeamEvent.HackathonKnown;
import io.hackhub.core.team.TeamEvent.JoinRefused;
import io.hackhub.core.team.TeamEvent.MemberJoined;
import java.time.Duration;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The team's half of the claim: decided once, answered the same for ever.
class TeamClaimTest {

    private static final ActorTestKit actors = ActorTestKit.create(EventSourcedBehaviorTestKit.config());
    private static final Credential FOUNDER = new Credential.Founder();
    private static final Credential ORGANIZER = new Credential.ByOrganizer();

    private final TeamWorld world = new TeamWorld(actors);

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    @Test
    void aFormedTeamIsNotThereUntilItsFounderIsIn() {
        world.done(world.form());
        assertThat(world.refused(TeamCommand.Get::new)).isEqualTo(Refusal.NO_TEAM);

        assertThat(world.join(ADA, 1, FOUNDER)).isEqualTo(Decision.ACCEPTED);

        assertThat(world.view().leader()).isEqualTo(ADA);
        assertThat(world.view().status()).isEqualTo(TeamStatus.RECRUITING);
    }

    @Test
    void nobodyElseFoundsIt() {
        world.formed();

        assertThat(world.join(BOB, 2, FOUNDER)).isEqualTo(Decision.INVITATION_INVALID);
    }

    @Test
    void nobodyJoinsATeamThatWasNeverFormed() {
        assertThat(world.join(BOB, 1, ORGANIZER)).isEqualTo(Decision.NO_SUCH_TEAM);
    }

    @Test
    void organizersPutNobodyIntoATeamWithoutALeader() {
        world.run(world.form());

        assertThat(world.join(BOB, 2, ORGANIZER)).isEqualTo(Decision.INVITATION_INVALID);
    }

    @Test
    void theSameClaimIsAnsweredTheSameWithoutStoringAnything() {
        world.formed().with(BOB);

        var again = world.joinResult(BOB, world.lastClaim(), ORGANIZER);

        assertThat(again.reply().decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(again.hasNoEvents()).isTrue();
    }

    @Test
    void theSameClaimIsAnsweredTheSameAfterACrash() {
        world.formed().with(BOB);

        world.team.restart();

        assertThat(world.joinResult(BOB, world.lastClaim(), ORGANIZER).hasNoEvents())
                .isTrue();
        assertThat(world.members()).containsExactly(ADA, BOB);
    }

    @Test
    void aNoIsStoredSoThatTheSameClaimStaysOneThoughAPlaceIsFree() {
        world.formed().with(BOB, CLEO);
        var no = world.joinResult(MIA, 9, ORGANIZER);
        assertThat(no.event()).isEqualTo(new JoinRefused(MIA, 9, Refusal.FULL, world.now()));
        world.startDone(replyTo -> new Leave(CLEO, 3, replyTo));

        world.team.restart();

        assertThat(world.join(MIA, 9, ORGANIZER)).isEqualTo(Decision.FULL);
        assertThat(world.join(MIA, 10, ORGANIZER)).isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void anOlderClaimThanTheLastOneCannotSlipIn() {
        world.formed();
        world.join(BOB, 7, new Credential.Invitation("nonsense"));

        var late = world.joinResult(BOB, 6, ORGANIZER);

        assertThat(late.reply().decision()).isEqualTo(Decision.CLOSED);
        assertThat(late.hasNoEvents()).isTrue();
    }

    @Test
    void aClaimTakenBackBeforeItArrivedIsRefusedForEver() {
        world.formed();

        world.startDone(replyTo -> new Leave(BOB, 5, replyTo)).expectMessage(Done.getInstance());

        world.team.restart();
        assertThat(world.join(BOB, 5, ORGANIZER)).isEqualTo(Decision.CLOSED);
        assertThat(world.join(BOB, 6, ORGANIZER)).isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void aLateLeaveDoesNotEndANewerClaim() {
        world.formed();
        world.join(BOB, 8, ORGANIZER);
        world.settle();

        world.startDone(replyTo -> new Leave(BOB, 7, replyTo)).expectMessage(Done.getInstance());

        assertThat(world.members()).containsExactly(ADA, BOB);
    }

    @Test
    void aFullTeamSaysSo() {
        world.formed().with(BOB, CLEO);

        assertThat(world.view().status()).isEqualTo(TeamStatus.FULL);
        assertThat(world.join(EVE, 50, ORGANIZER)).isEqualTo(Decision.FULL);
    }

    @Test
    void teamsChangeUntilTheEndToTheInstant() {
        world.formed().is(HackathonStatus.ACTIVE);

        assertThat(world.at(END.minusMillis(1)).join(BOB, 50, ORGANIZER)).isEqualTo(Decision.ACCEPTED);
        assertThat(world.at(END).join(CLEO, 51, ORGANIZER)).isEqualTo(Decision.CLOSED);
    }

    @Test
    void theClockDecidesThoughTheStatusLagsBehind() {
        world.formed();

        assertThat(world.at(END.plus(Duration.ofDays(1))).join(BOB, 50, ORGANIZER))
                .isEqualTo(Decision.CLOSED);
    }

    @Test
    void aClaimBringsTheNewsThatANewTeamMissed() {
        world.run(world.form());
        var active = world.at(START).is(HackathonStatus.ACTIVE);

        var joined = world.joinResult(ADA, 1, FOUNDER);

        assertThat(joined.events())
                .containsExactly(
                        new HackathonKnown(
                                active.version(), HackathonPhase.COMPETITION, 2, 3, active.chatUntil(), world.now()),
                        new MemberJoined(ADA, 1, null, world.now()));
        assertThat(world.view().status()).isEqualTo(TeamStatus.COMPETING);
    }

    @Test
    void whatItKnowsOfTheHackathonIsNeverReplacedByOlderNews() {
        world.formed();
        var old = world.rules();
        var active = world.is(HackathonStatus.ACTIVE);
        world.startDone(replyTo -> new HackathonIs(active, replyTo)).expectMessage(Done.getInstance());

        world.startDone(replyTo -> new HackathonIs(old, replyTo)).expectMessage(Done.getInstance());

        assertThat(world.view().status()).isEqualTo(TeamStatus.COMPETING);
    }

    @Test
    void newsThatChangeNothingHereAreNotStored() {
        world.formed();
        var closed = world.is(HackathonStatus.REGISTRATION_CLOSED);

        var result = world.team.<Done>runCommand(replyTo -> new HackathonIs(closed, replyTo));

        assertThat(result.hasNoEvents()).isTrue();
    }
}
