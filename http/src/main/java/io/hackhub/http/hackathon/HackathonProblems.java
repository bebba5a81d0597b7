package io.hackhub.http.hackathon;

import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.hackathon.HackathonReply.Refused;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Problems.GuardError;
import java.time.Duration;
import org.apache.pekko.http.javadsl.server.Route;

/// What each refusal of a hackathon is to a client.
final class HackathonProblems {

    private HackathonProblems() {}

    static Route of(Refused refused) {
        return switch (refused.reason()) {
            case NOT_FOUND, NO_SUCH_TEAM -> Problems.notFound();
            case NOT_STAFF -> Problems.problem(Problem.NOT_FOUND, "That person is not on the staff.");
            case STALE -> ETags.stale();
            case GUARD_FAILED ->
                Problems.guardFailed(refused.guards().stream()
                        .map(guard -> new GuardError(guard.guard(), guard.message()))
                        .toList());
            case PHASE, TEAM_CLOSED -> Problems.problem(Problem.PHASE, "Now is not the time for this.");
            case REGISTRATION_CLOSED -> Problems.problem(Problem.REGISTRATION_CLOSED);
            case ALREADY_REGISTERED -> Problems.problem(Problem.ALREADY_REGISTERED);
            case NOT_REGISTERED, NOT_PARTICIPANT -> Problems.problem(Problem.NOT_REGISTERED);
            case ROLE_CONFLICT ->
                Problems.problem(Problem.ROLE_CONFLICT, "Nobody both works for a hackathon and takes part in it.");
            case ALREADY_IN_TEAM -> Problems.problem(Problem.ALREADY_IN_TEAM);
            case TEAM_FULL -> Problems.problem(Problem.TEAM_FULL);
            case INVITATION_INVALID -> Problems.problem(Problem.INVITATION_INVALID);
            case ALREADY_EXISTS -> Problems.problem(Problem.CONFLICT);
            case BUSY ->
                Problems.later(
                        Problem.UNAVAILABLE, "Something about the same person still runs.", Duration.ofSeconds(1));
        };
    }

    static Route of(Reason reason) {
        return of(new Refused(reason));
    }
}
