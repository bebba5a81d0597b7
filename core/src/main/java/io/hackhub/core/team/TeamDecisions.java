package io.hackhub.core.team;

import static io.hackhub.core.team.Verdict.accept;
import static io.hackhub.core.team.Verdict.refuse;

import io.hackhub.core.team.TeamCommand.CheckInvitation;
import io.hackhub.core.team.TeamCommand.Disband;
import io.hackhub.core.team.TeamCommand.Edit;
import io.hackhub.core.team.TeamCommand.Form;
import io.hackhub.core.team.TeamCommand.Get;
import io.hackhub.core.team.TeamCommand.GetSettled;
import io.hackhub.core.team.TeamCommand.Invite;
import io.hackhub.core.team.TeamCommand.InviteMentor;
import io.hackhub.core.team.TeamCommand.Remove;
import io.hackhub.core.team.TeamCommand.RemoveMentor;
import io.hackhub.core.team.TeamCommand.Request;
import io.hackhub.core.team.TeamCommand.RevokeInvitation;
import io.hackhub.core.team.TeamCommand.SaveProject;
import io.hackhub.core.team.TeamCommand.Submit;
import io.hackhub.core.team.TeamCommand.Transfer;
import io.hackhub.core.team.TeamCommand.WithdrawSubmission;
import java.time.Instant;

/// Which rule decides on which request.
final class TeamDecisions {

    private TeamDecisions() {}

    static Verdict decide(TeamState team, Request request, Instant now) {
        return switch (request) {
            case Form c -> MembershipDecisions.form(team, c, now);
            case Get _, GetSettled _ -> isThere(team) ? accept() : refuse(Refusal.NO_TEAM);
            case Remove c when isThere(team) -> MembershipDecisions.remove(team, c, now);
            case CheckInvitation _ when !team.isAlive() -> refuse(Refusal.INVITATION_INVALID);
            case Request _ when !team.isAlive() -> refuse(Refusal.NO_TEAM);
            case CheckInvitation c -> InvitationDecisions.check(team, c, now);
            case Edit c -> MembershipDecisions.edit(team, c, now);
            case Disband c -> MembershipDecisions.disband(team, c, now);
            case Transfer c -> MembershipDecisions.transfer(team, c, now);
            case Remove c -> MembershipDecisions.remove(team, c, now);
            case Invite c -> InvitationDecisions.invite(team, c, now);
            case RevokeInvitation c -> InvitationDecisions.revoke(team, c, now);
            case InviteMentor c -> MembershipDecisions.inviteMentor(team, c, now);
            case RemoveMentor c -> MembershipDecisions.removeMentor(team, c, now);
            case SaveProject c -> ProjectDecisions.save(team, c, now);
            case Submit c -> ProjectDecisions.submit(team, c, now);
            case WithdrawSubmission c -> ProjectDecisions.withdraw(team, c, now);
        };
    }

    /// What is answered only when room and hackathon have confirmed it: whoever reads the answer may rely on it.
    static boolean takesAway(Request request) {
        return switch (request) {
            case GetSettled _, Remove _, Disband _, Transfer _, InviteMentor _, RemoveMentor _ -> true;
            case Form _,
                    Get _,
                    CheckInvitation _,
                    Edit _,
                    Invite _,
                    RevokeInvitation _,
                    SaveProject _,
                    Submit _,
                    WithdrawSubmission _ -> false;
        };
    }

    /// A team that nobody has entered yet is not there; one that was disbanded still is.
    private static boolean isThere(TeamState team) {
        return team.isAlive() || team.disbanded();
    }
}
