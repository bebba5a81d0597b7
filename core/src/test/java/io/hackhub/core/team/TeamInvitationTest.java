package io.hackhub.core.team;

import static io.hackhub.core.team.TeamWorld.ADA;
import static io.hackhub.core.team.TeamWorld.BOB;
import static io.hackhub.core.team.TeamWorld.CLEO;
import static io.hackhub.core.team.TeamWorld.END;
import static io.hackhub.core.team.TeamWorld.ROCKETS;
import static io.hackhub.core.team.TeamWorld.admin;
import static io.hackhub.core.team.TeamWorld.id;
import static io.hackhub.core.team.TeamWorld.organizer;
import static io.hackhub.core.team.TeamWorld.participant;
import static io.hackhub.core.team.TeamWorld.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.hackathon.TeamPort.Decision;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand.CheckInvitation;
import io.hackhub.core.team.TeamCommand.Disband;
import io.hackhub.core.team.TeamCommand.Invite;
import io.hackhub.core.team.TeamCommand.RevokeInvitation;
import io.hackhub.core.team.TeamEvent.InvitationCreated;
import java.time.Duration;
import java.util.UUID;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Codes: how many uses, how long, for whom, and that a bad one never says why.
class TeamInvitationTest {

    private static final ActorTestKit actors = ActorTestKit.create(EventSourcedBehaviorTestKit.config());

    private final TeamWorld world = new TeamWorld(actors).sized(1, 100).formed();

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    private Refusal checked(InvitationCode code, UserId user) {
        return world.refused(replyTo -> new CheckInvitation(user, code.hash(), replyTo));
    }

    @Test
    void aCodeLetsInWhoeverHoldsIt() {
        var code = world.invite();

        assertThat(world.joinBy(code, BOB)).isEqualTo(Decision.ACCEPTED);
        assertThat(world.members()).containsExactly(ADA, BOB);
    }

    @Test
    void onlyTheHashIsStored() {
        var code = world.invite();

        var stored = (InvitationCreated) world.team
                .persistenceTestKit()
                .persistedInStorage("Team|" + ROCKETS)
                .getLast();
        assertThat(stored.codeHash()).isEqualTo(code.hash()).doesNotContain(code.text());
        assertThat(stored.expiresAt()).isEqualTo(world.now().plus(Duration.ofDays(7)));
        assertThat(stored.uses()).isEqualTo(20);
    }

    @Test
    void aCodeIsGoodForTwentyAndNoMore() {
        var code = world.invite();
        for (int i = 0; i < 20; i++) {
            assertThat(world.joinBy(code, user(100 + i))).isEqualTo(Decision.ACCEPTED);
        }

        assertThat(world.joinBy(code, BOB)).isEqualTo(Decision.INVITATION_INVALID);
        assertThat(checked(code, BOB)).isEqualTo(Refusal.INVITATION_INVALID);
        assertThat(world.view().invitations()).isEmpty();
    }

    @Test
    void aRefusedJoinUsesNothingUp() {
        world.sized(1, 2);
        var code = world.invite();
        world.joinBy(code, BOB);

        assertThat(world.joinBy(code, CLEO)).isEqualTo(Decision.FULL);

        assertThat(world.view().invitations().getFirst().usesLeft()).isEqualTo(19);
    }

    @Test
    void aCodeExpiresAfterSevenDaysToTheInstant() {
        var code = world.invite();
        var expires = world.now().plus(Duration.ofDays(7));

        assertThat(world.at(expires.minusMillis(1)).joinBy(code, BOB)).isEqualTo(Decision.ACCEPTED);
        assertThat(world.at(expires).joinBy(code, CLEO)).isEqualTo(Decision.INVITATION_INVALID);
    }

    @Test
    void aBoundCodeIsGoodOnceAndForThatPersonAlone() {
        var code = world.invite(BOB);

        assertThat(world.joinBy(code, CLEO)).isEqualTo(Decision.INVITATION_INVALID);
        assertThat(world.joinBy(code, BOB)).isEqualTo(Decision.ACCEPTED);
        assertThat(world.view().invitations()).isEmpty();
    }

    @Test
    void theReferenceInANotificationOpensForTheBoundPersonAlone() {
        world.invite(BOB);
        var reference = InvitationCode.reference(ROCKETS, id(1));

        assertThat(world.joinBy(reference, CLEO)).isEqualTo(Decision.INVITATION_INVALID);
        assertThat(world.joinBy(reference, BOB)).isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void anUnboundInvitationHasNoSuchReference() {
        world.invite();

        assertThat(world.joinBy(InvitationCode.reference(ROCKETS, id(1)), BOB)).isEqualTo(Decision.INVITATION_INVALID);
    }

    @Test
    void aWrongARevokedAndADisbandedTeamsCodeAreRefusedAlike() {
        var code = world.invite();
        var revoked = world.invite();
        world.done(replyTo -> new RevokeInvitation(participant(ADA), id(2), replyTo));

        assertThat(checked(revoked, BOB)).isEqualTo(Refusal.INVITATION_INVALID);
        assertThat(checked(new InvitationCode(ROCKETS, new UUID(0, 0)), BOB)).isEqualTo(Refusal.INVITATION_INVALID);
        world.start(replyTo -> new Disband(participant(ADA), world.rules(), replyTo));
        assertThat(checked(code, BOB)).isEqualTo(Refusal.INVITATION_INVALID);
    }

    @Test
    void aGoodCodeOfAMemberSaysThatTheyAreIn() {
        var code = world.invite();

        assertThat(checked(code, ADA)).isEqualTo(Refusal.ALREADY_MEMBER);
    }

    @Test
    void codesWorkAfterACrash() {
        var code = world.invite();

        world.team.restart();

        assertThat(world.joinBy(code, BOB)).isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void membersDoNotInviteButOrganizersAndAdminsMay() {
        world.with(BOB);

        assertThat(world.refused(replyTo -> new Invite(participant(BOB), id(9), "aa", null, world.rules(), replyTo)))
                .isEqualTo(Refusal.DENIED);
        world.done(replyTo -> new Invite(organizer(), id(9), "aa", null, world.rules(), replyTo));
        world.done(replyTo -> new Invite(admin(), id(10), "bb", null, world.rules(), replyTo));
    }

    @Test
    void nobodyInvitesWhoIsInAlready() {
        assertThat(world.refused(replyTo -> new Invite(participant(ADA), id(9), "aa", ADA, world.rules(), replyTo)))
                .isEqualTo(Refusal.ALREADY_MEMBER);
    }

    @Test
    void nobodyInvitesAfterTheEnd() {
        world.at(END);

        assertThat(world.refused(replyTo -> new Invite(participant(ADA), id(9), "aa", null, world.rules(), replyTo)))
                .isEqualTo(Refusal.PHASE);
    }

    @Test
    void fiftyOpenOnesAreEnoughAndExpiredOnesDoNotCount() {
        for (int i = 0; i < 50; i++) {
            world.invite();
        }
        assertThat(world.refused(replyTo -> new Invite(participant(ADA), id(99), "aa", null, world.rules(), replyTo)))
                .isEqualTo(Refusal.TOO_MANY_INVITATIONS);

        world.at(world.now().plus(Duration.ofDays(7)));
        world.invite();

        assertThat(world.view().invitations()).hasSize(1);
    }

    @Test
    void revokingWhatIsNotThereIsRefused() {
        assertThat(world.refused(replyTo -> new RevokeInvitation(participant(ADA), id(1), replyTo)))
                .isEqualTo(Refusal.INVITATION_INVALID);
    }
}
