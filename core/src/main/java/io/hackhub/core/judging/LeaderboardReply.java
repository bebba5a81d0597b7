package io.hackhub.core.judging;

import io.hackhub.core.live.Bytes;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.TeamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a leaderboard answers to a route or port.
public sealed interface LeaderboardReply extends CborSerializable {

    record Finished() implements LeaderboardReply {}

    /// Answers [LeaderboardCommand.CloseIfUnscored].
    record Unscored(boolean unscored) implements LeaderboardReply {}

    record Scored(TeamId team, Scorecard card) implements LeaderboardReply {}

    /// Some cards, in the order of teams and then of filling in. `next` is where the following page starts.
    record Cards(List<TeamCard> cards, @Nullable Integer next) implements LeaderboardReply {
        public Cards {
            cards = List.copyOf(cards);
        }
    }

    record TeamCard(TeamId team, Scorecard card) {}

    /// What one judge is to review.
    record Assignments(Rubric rubric, List<Assignment> assignments, boolean open) implements LeaderboardReply {
        public Assignments {
            assignments = List.copyOf(assignments);
        }
    }

    /// `started` there is a card, `complete` it counts.
    record Assignment(TeamId team, String name, boolean started, boolean complete) {}

    /// The board as its channel shows it now; `frame` is the live protocol's.
    record Board(String epoch, long version, Bytes frame) implements LeaderboardReply {}

    record ResultsAre(Results results) implements LeaderboardReply {}

    /// `guards` only with GUARD_FAILED, `fields` only with INVALID.
    record Refused(Reason reason, String message, List<Guard> guards, List<Field> fields) implements LeaderboardReply {
        public Refused {
            guards = List.copyOf(guards);
            fields = List.copyOf(fields);
        }

        Refused(Reason reason, String message) {
            this(reason, message, List.of(), List.of());
        }
    }

    /// A condition of finalizing that does not hold, with the sentence that says so; `teams` are those that are tied.
    record Guard(String guard, String message, List<TeamId> teams) {
        public Guard {
            teams = List.copyOf(teams);
        }

        Guard(String guard, String message) {
            this(guard, message, List.of());
        }
    }

    /// What is wrong with one field of a scorecard; `field` is a JSON pointer.
    record Field(String field, String code, String message) {}

    enum Reason {
        /// The act does not fit the phase of the judging.
        PHASE,
        NOT_A_JUDGE,
        NO_SUCH_TEAM,
        INVALID,
        /// The card is at another version.
        STALE,
        /// The same command id with other content or by another judge, or one from before what is remembered.
        CONFLICT,
        GUARD_FAILED,
        /// The hackathon has not answered yet; it goes on being asked.
        UNAVAILABLE
    }
}
