package io.hackhub.http.judging;

import io.hackhub.core.judging.LeaderboardReply.Refused;
import io.hackhub.core.shared.TeamId;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Problems.FieldError;
import io.hackhub.http.shared.Problems.GuardError;
import java.time.Duration;
import org.apache.pekko.http.javadsl.server.Route;

/// What each refusal of a leaderboard is to a client.
final class JudgingProblems {

    private JudgingProblems() {}

    static Route of(Refused refused) {
        return switch (refused.reason()) {
            case PHASE -> Problems.problem(Problem.PHASE, refused.message());
            case NOT_A_JUDGE -> Problems.problem(Problem.FORBIDDEN, refused.message());
            case NO_SUCH_TEAM -> Problems.problem(Problem.NOT_FOUND, refused.message());
            case INVALID ->
                Problems.invalid(refused.fields().stream()
                        .map(field -> new FieldError(field.field(), field.code(), field.message()))
                        .toList());
            case STALE -> ETags.stale();
            case CONFLICT -> Problems.problem(Problem.CONFLICT, refused.message());
            case GUARD_FAILED ->
                Problems.guardFailed(refused.guards().stream()
                        .map(guard -> new GuardError(
                                guard.guard(),
                                guard.message(),
                                guard.teams().stream().map(TeamId::toString).toList()))
                        .toList());
            case UNAVAILABLE -> Problems.later(Problem.UNAVAILABLE, refused.message(), Duration.ofSeconds(1));
        };
    }
}
