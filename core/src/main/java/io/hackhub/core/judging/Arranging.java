package io.hackhub.core.judging;

import io.hackhub.core.judging.LeaderboardCommand.SetUp;
import io.hackhub.core.judging.LeaderboardEvent.Closed;
import io.hackhub.core.judging.LeaderboardEvent.PanelArranged;
import io.hackhub.core.judging.LeaderboardEvent.Reopened;
import io.hackhub.core.judging.LeaderboardState.Phase;
import java.time.Instant;
import java.util.List;

/// What follows from what the hackathon says of its judging. Once there is a scorecard the rubric stays: marks mean
/// what they meant when they were given.
final class Arranging {

    private Arranging() {}

    static List<LeaderboardEvent> decide(LeaderboardState state, SetUp command, Instant now) {
        if (isOld(state, command)) {
            return List.of();
        }
        if (!command.open()) {
            return state.phase() == Phase.OPEN || state.phase() == Phase.CLOSED
                    ? List.of(new Closed(command.version(), now))
                    : List.of();
        }
        var arranged = new PanelArranged(
                command.version(),
                state.hasCards() ? state.panel().rubric() : command.rubric(),
                command.judges(),
                command.teams(),
                command.visibility(),
                command.freezeAt(),
                now);
        boolean again = state.phase() == Phase.PUBLISHED && command.version() > state.completedVersion();
        return again ? List.of(new Reopened(now), arranged) : List.of(arranged);
    }

    /// After having closed for a step back that was not taken, judging goes on as of the version it knows.
    private static boolean isOld(LeaderboardState state, SetUp command) {
        return command.version() < state.panel().version()
                || (command.version() == state.panel().version() && state.phase() != Phase.CLOSED);
    }
}
