package io.hackhub.http.team;

import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.team.Refusal;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Problems.GuardError;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.http.javadsl.server.Route;

/// What each refusal is to a client.
final class TeamProblems {

    private TeamProblems() {}

    static Route of(Refusal reason) {
        return switch (reason) {
            case NO_TEAM -> Problems.notFound();
            case DENIED -> Problems.problem(Problem.FORBIDDEN);
            case PHASE -> Problems.problem(Problem.PHASE, "Now is not the time for this.");
            case FULL -> Problems.problem(Problem.TEAM_FULL);
            case INVITATION_INVALID -> invitationInvalid();
            case TOO_MANY_INVITATIONS ->
                Problems.problem(Problem.CONFLICT, "Revoke an open invitation before making another.");
            case ALREADY_MEMBER -> Problems.problem(Problem.ALREADY_IN_TEAM);
            case NOT_MEMBER -> Problems.problem(Problem.NOT_FOUND, "That person is not on this team.");
            case NOT_MENTOR -> Problems.problem(Problem.NOT_FOUND, "That person does not mentor this team.");
            case TOO_MANY_MENTORS -> Problems.problem(Problem.CONFLICT, "The team has mentors enough.");
            case WITHDRAWN -> Problems.problem(Problem.CONFLICT);
            case STALE -> ETags.stale();
            case NO_PROJECT -> guard("project", "Describe the project first.");
            case NOT_SUBMITTED -> Problems.problem(Problem.CONFLICT, "Nothing is handed in.");
            case TOO_SMALL -> guard("team-size", "The team is smaller than this hackathon asks for.");
        };
    }

    /// Why somebody does not get onto a team. One answer for each invitation that does not work, whatever is wrong.
    static Route of(HackathonReply.Reason reason) {
        return switch (reason) {
            case NOT_FOUND, NO_SUCH_TEAM -> Problems.notFound();
            case INVITATION_INVALID -> invitationInvalid();
            case PHASE, TEAM_CLOSED, REGISTRATION_CLOSED -> of(Refusal.PHASE);
            case NOT_PARTICIPANT, NOT_REGISTERED ->
                Problems.problem(Problem.NOT_REGISTERED, "Only who takes part in the hackathon can be on a team.");
            case ALREADY_IN_TEAM -> Problems.problem(Problem.ALREADY_IN_TEAM);
            case TEAM_FULL -> Problems.problem(Problem.TEAM_FULL);
            case ROLE_CONFLICT -> Problems.problem(Problem.ROLE_CONFLICT);
            case BUSY ->
                Problems.later(Problem.UNAVAILABLE, "Something about the same person runs.", Duration.ofSeconds(1));
            case ALREADY_EXISTS, STALE, GUARD_FAILED, ALREADY_REGISTERED, NOT_STAFF ->
                Problems.problem(Problem.CONFLICT);
        };
    }

    static Route invitationInvalid() {
        return Problems.problem(Problem.INVITATION_INVALID, "Ask the team for a new one.");
    }

    private static Route guard(String guard, String message) {
        return Problems.guardFailed(List.of(new GuardError(guard, message)));
    }
}
