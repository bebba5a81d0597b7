package io.hackhub.core.judging;

import io.hackhub.core.judging.LeaderboardReply.Reason;
import io.hackhub.core.judging.LeaderboardReply.Refused;
import java.util.List;

/// What becomes of a command to a leaderboard.
sealed interface Verdict {

    /// These events, to be stored in one write; none where it is so already.
    record Yes(List<LeaderboardEvent> events) implements Verdict {
        public Yes {
            events = List.copyOf(events);
        }
    }

    record No(Refused refused) implements Verdict {}

    static Verdict yes(LeaderboardEvent... events) {
        return new Yes(List.of(events));
    }

    static Verdict no(Reason reason, String message) {
        return new No(new Refused(reason, message));
    }
}
