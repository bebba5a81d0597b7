package io.hackhub.core.team;

import static io.hackhub.core.team.MembershipDecisions.may;
import static io.hackhub.core.team.MembershipDecisions.mayChange;
import static io.hackhub.core.team.Verdict.accept;
import static io.hackhub.core.team.Verdict.refuse;

import io.hackhub.core.access.Action;
import io.hackhub.core.team.TeamCommand.CheckInvitation;
import io.hackhub.core.team.TeamCommand.Invite;
import io.hackhub.core.team.TeamCommand.RevokeInvitation;
import io.hackhub.core.team.TeamEvent.InvitationCreated;
import io.hackhub.core.team.TeamEvent.InvitationRevoked;
import java.time.Duration;
import java.time.Instant;

/// Who may knock with what code, decided purely.
final class InvitationDecisions {

    static final Duration VALID = Duration.ofDays(7);
    static final int USES = 20;
    static final int MAX_OPEN = 50;

    private InvitationDecisions() {}

    static Verdict invite(TeamState team, Invite c, Instant now) {
        if (!may(team, c.by(), Action.MANAGE_TEAM)) {
            return refuse(Refusal.DENIED);
        }
        if (!mayChange(c.rules(), now)) {
            return refuse(Refusal.PHASE);
        }
        if (c.invitee() != null && team.isMember(c.invitee())) {
            return refuse(Refusal.ALREADY_MEMBER);
        }
        var open = team.invitations().stream()
                .filter(it -> now.isBefore(it.expiresAt()))
                .count();
        if (open >= MAX_OPEN) {
            return refuse(Refusal.TOO_MANY_INVITATIONS);
        }
        int uses = c.invitee() == null ? USES : 1;
        return accept(
                new InvitationCreated(c.id(), c.codeHash(), c.invitee(), c.by().user(), uses, now.plus(VALID), now));
    }

    static Verdict revoke(TeamState team, RevokeInvitation c, Instant now) {
        if (!may(team, c.by(), Action.MANAGE_TEAM)) {
            return refuse(Refusal.DENIED);
        }
        return team.invitations().stream().anyMatch(it -> it.id().equals(c.id()))
                ? accept(new InvitationRevoked(c.id(), now))
                : refuse(Refusal.INVITATION_INVALID);
    }

    static Verdict check(TeamState team, CheckInvitation c, Instant now) {
        if (team.invitation(c.user(), c.codeHash(), now).isEmpty()) {
            return refuse(Refusal.INVITATION_INVALID);
        }
        return team.isMember(c.user()) ? refuse(Refusal.ALREADY_MEMBER) : accept();
    }
}
