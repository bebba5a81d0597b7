package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.HackathonKit.refused;
import static io.hackhub.core.hackathon.Samples.ADA;
import static io.hackhub.core.hackathon.Samples.BOB;
import static io.hackhub.core.hackathon.Samples.COMETS;
import static io.hackhub.core.hackathon.Samples.ENDS;
import static io.hackhub.core.hackathon.Samples.EVE;
import static io.hackhub.core.hackathon.Samples.OPENS;
import static io.hackhub.core.hackathon.Samples.ROCKETS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.hackathon.HackathonCommand.EnterTeam;
import io.hackhub.core.hackathon.HackathonCommand.Idle;
import io.hackhub.core.hackathon.HackathonCommand.TeamLeft;
import io.hackhub.core.hackathon.HackathonReply.Entered;
import io.hackhub.core.hackathon.HackathonReply.Finished;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.hackathon.TeamPort.Decision;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One team per person and hackathon, exactly.
class HackathonTeamClaimsTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create(EventSourcedBehaviorTestKit.config());

    private final HackathonKit kit = new HackathonKit(ACTORS);

    @BeforeEach
    void adaAndBobAreRegisteredEveWaits() {
        kit.clear();
        kit.publish(2);
        kit.tick(OPENS);
        List.of(ADA, BOB, EVE).forEach(kit::register);
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    @Test
    void aClaimThatTheTeamAcceptsIsSettled() {
        assertThat(kit.enter(ADA, ROCKETS)).isEqualTo(new Entered(ROCKETS, 1));

        assertThat(kit.view(ADA).teamId()).isEqualTo(ROCKETS);
        assertThat(kit.view(null).counts().teams()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, TEAM_FULL",
        "INVITATION_INVALID, INVITATION_INVALID",
        "CLOSED, TEAM_CLOSED",
        "NO_SUCH_TEAM, NO_SUCH_TEAM"
    })
    void aClaimThatTheTeamRefusesIsReleased(Decision decision, Reason reason) {
        kit.neighbours.decisions.put(ROCKETS, decision);

        assertThat(kit.enter(ADA, ROCKETS)).isEqualTo(refused(reason));
        assertThat(kit.enter(ADA, COMETS)).isEqualTo(new Entered(COMETS, 2));
    }

    @Test
    void nobodyIsOnTwoTeams() {
        kit.enter(ADA, ROCKETS);

        assertThat(kit.enter(ADA, COMETS)).isEqualTo(refused(Reason.ALREADY_IN_TEAM));
        assertThat(kit.enter(ADA, ROCKETS)).isEqualTo(refused(Reason.ALREADY_IN_TEAM));
    }

    @Test
    void whileOneTeamDecidesNoOtherIsAsked() {
        kit.neighbours.teamsSilent = true;
        var first = enter(ADA, ROCKETS);

        assertThat(kit.enter(ADA, COMETS)).isEqualTo(refused(Reason.ALREADY_IN_TEAM));
        kit.neighbours.openJoins.getFirst().complete(Decision.ACCEPTED);

        assertThat(first.receiveMessage()).isEqualTo(new Entered(ROCKETS, 1));
        assertThat(kit.neighbours.joins).hasSize(1);
    }

    @Test
    void askingAgainWhileTheTeamDecidesWaitsForTheSameAnswer() {
        kit.neighbours.teamsSilent = true;
        var first = enter(ADA, ROCKETS);
        var second = enter(ADA, ROCKETS);
        kit.neighbours.openJoins.getFirst().complete(Decision.ACCEPTED);

        assertThat(first.receiveMessage()).isEqualTo(new Entered(ROCKETS, 1));
        assertThat(second.receiveMessage()).isEqualTo(new Entered(ROCKETS, 1));
        assertThat(kit.neighbours.joins).hasSize(1);
    }

    @Test
    void aHackathonLeavesMemoryOnlyWhenNoClaimIsOpen() {
        kit.neighbours.teamsSilent = true;
        var answer = enter(ADA, ROCKETS);
        kit.entity.runCommand(new Idle());
        kit.entity.runCommand(new Idle());
        kit.shard.expectNoMessage(Duration.ofMillis(10));

        kit.neighbours.openJoins.getFirst().complete(Decision.ACCEPTED);
        answer.receiveMessage();
        kit.entity.runCommand(new Idle());

        kit.shard.expectMessageClass(ClusterSharding.Passivate.class);
    }

    @Test
    void aHackathonLeavesMemoryOnlyWhenEveryLossIsApplied() {
        kit.neighbours.roomsSilent = true;
        kit.later(replyTo -> new HackathonCommand.Withdraw(ADA, replyTo));
        kit.entity.runCommand(new Idle());
        kit.entity.runCommand(new Idle());

        kit.shard.expectNoMessage(Duration.ofMillis(10));
    }

    @Test
    void aHackathonStaysInMemoryWhileItIsJudged() {
        kit.enter(ADA, ROCKETS);
        kit.tick(ENDS.plus(Duration.ofHours(1)));
        assertThat(kit.view(null).status()).isEqualTo(HackathonStatus.JUDGING);

        kit.entity.runCommand(new Idle());
        kit.entity.runCommand(new Idle());

        kit.shard.expectNoMessage(Duration.ofMillis(10));
    }

    @Test
    void onlyWhoHasAPlaceEntersATeamAndOnlyInItsTime() {
        assertThat(kit.enter(EVE, ROCKETS)).isEqualTo(refused(Reason.NOT_PARTICIPANT));
        kit.enter(BOB, COMETS);
        kit.tick(ENDS);

        assertThat(kit.enter(ADA, ROCKETS)).isEqualTo(refused(Reason.PHASE));
    }

    @Test
    void anOpenClaimIsAskedAgainAfterACrashUnderItsNumber() {
        kit.neighbours.teamsSilent = true;
        enter(ADA, ROCKETS);
        kit.neighbours.joins.clear();
        kit.neighbours.teamsSilent = false;

        kit.entity.restart();
        kit.tick(OPENS);

        ACTORS.createTestProbe().awaitAssert(() -> {
            assertThat(kit.neighbours.joins)
                    .containsExactly(new Neighbours.Join(ROCKETS, ADA, 1, new Credential.Founder()));
            assertThat(kit.view(ADA).teamId()).isEqualTo(ROCKETS);
            return Done.getInstance();
        });
    }

    @Test
    void aClaimThatIsNotAnsweredIsAskedAgain() {
        kit.neighbours.teamsSilent = true;
        var probe = enter(ADA, ROCKETS);
        kit.neighbours.teamsSilent = false;
        kit.neighbours.openJoins.getFirst().completeExceptionally(new IllegalStateException("away"));

        assertThat(probe.receiveMessage()).isEqualTo(new Entered(ROCKETS, 1));
        assertThat(kit.neighbours.joins).hasSize(2);
    }

    @Test
    void withdrawingLeavesTheTeamInTheSameStep() {
        kit.enter(ADA, ROCKETS);

        assertThat(kit.withdraw(ADA)).isEqualTo(new Finished());

        assertThat(kit.neighbours.leaves).containsExactly(new Neighbours.Leave(ROCKETS, ADA, 1));
        assertThat(kit.view(null).counts().teams()).isZero();
    }

    @Test
    void withdrawingWhileTheTeamDecidesLeavesItToo() {
        kit.neighbours.teamsSilent = true;
        var entering = enter(ADA, ROCKETS);

        assertThat(kit.withdraw(ADA)).isEqualTo(new Finished());
        kit.neighbours.openJoins.getFirst().complete(Decision.ACCEPTED);

        assertThat(entering.receiveMessage()).isEqualTo(refused(Reason.NOT_PARTICIPANT));
        assertThat(kit.neighbours.leaves).containsExactly(new Neighbours.Leave(ROCKETS, ADA, 1));
        assertThat(kit.view(null).teams()).isEmpty();
    }

    @Test
    void whoLeftATeamMayEnterAnother() {
        kit.enter(ADA, ROCKETS);

        left(ADA, ROCKETS, 1);

        assertThat(kit.enter(ADA, COMETS)).isEqualTo(new Entered(COMETS, 2));
    }

    @Test
    void oldNewsOfLeavingDoesNotEndANewMembership() {
        kit.enter(ADA, ROCKETS);
        left(ADA, ROCKETS, 1);
        kit.enter(ADA, ROCKETS);

        left(ADA, ROCKETS, 1);

        assertThat(kit.view(ADA).teamId()).isEqualTo(ROCKETS);
    }

    @Test
    void claimsSurviveARestart() {
        kit.enter(ADA, ROCKETS);
        kit.enter(BOB, ROCKETS);

        kit.entity.restart();

        assertThat(kit.enter(ADA, COMETS)).isEqualTo(refused(Reason.ALREADY_IN_TEAM));
        assertThat(kit.view(null).counts().teams()).isEqualTo(1);
    }

    private TestProbe<HackathonReply> enter(UserId user, TeamId team) {
        return kit.later(replyTo -> new EnterTeam(user, team, new Credential.Founder(), replyTo));
    }

    private void left(UserId user, TeamId team, long claim) {
        assertThat(kit.entity
                        .<Done>runCommand(replyTo -> new TeamLeft(user, team, claim, replyTo))
                        .reply())
                .isEqualTo(Done.getInstance());
    }
}
