package io.hackhub.core.judging;

import io.hackhub.core.judging.LeaderboardCommand.Freeze;
import io.hackhub.core.judging.LeaderboardCommand.Unfreeze;
import io.hackhub.core.judging.LeaderboardEvent.Frozen;
import io.hackhub.core.judging.LeaderboardEvent.Unfrozen;
import io.hackhub.core.judging.LeaderboardReply.Reason;
import java.time.Instant;
import java.util.List;

/// When the public board stands still and when it goes on: by hand, and by the clock.
final class Freezing {

    private Freezing() {}

    static Verdict decide(LeaderboardState state, Freeze command, Instant now) {
        if (isDecided(state)) {
            return tooLate();
        }
        return state.frozen() == null ? Verdict.yes(new Frozen(state.publicRows(), command.by(), now)) : Verdict.yes();
    }

    static Verdict decide(LeaderboardState state, Unfreeze command, Instant now) {
        if (isDecided(state)) {
            return tooLate();
        }
        return state.frozen() == null ? Verdict.yes() : Verdict.yes(new Unfrozen(command.by(), now));
    }

    /// What the clock has to do, if its time has come.
    static List<LeaderboardEvent> due(LeaderboardState state, Instant now) {
        return state.freezeIsDue(now) ? List.of(new Frozen(state.publicRows(), null, now)) : List.of();
    }

    private static Verdict tooLate() {
        return Verdict.no(Reason.PHASE, "the results are final: only publishing moves the board now");
    }

    private static boolean isDecided(LeaderboardState state) {
        return switch (state.phase()) {
            case CLOSED, OPEN -> false;
            case FINAL, PUBLISHING, PUBLISHED -> true;
        };
    }
}
