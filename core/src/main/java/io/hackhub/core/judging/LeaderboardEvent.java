package io.hackhub.core.judging;

import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to a hackathon's judging. This file is the stored schema: a record here is never renamed,
/// moved or narrowed. Judges are named by id only.
public sealed interface LeaderboardEvent extends JsonSerializable {

    String TAG = "judging";

    Instant at();

    /// What is judged, by whom and how, as of `version` of the hackathon's journal; scores are taken from now on.
    record PanelArranged(
            long version,
            Rubric rubric,
            List<UserId> judges,
            List<Entrant> teams,
            LeaderboardVisibility visibility,
            @Nullable Instant freezeAt,
            Instant at)
            implements LeaderboardEvent {
        public PanelArranged {
            judges = List.copyOf(judges);
            teams = List.copyOf(teams);
        }
    }

    /// No more scores: the hackathon goes back to ACTIVE, or has done so at `version` of its journal.
    record Closed(long version, Instant at) implements LeaderboardEvent {}

    /// The published results are judged anew; they stay on the public board until there are others.
    record Reopened(Instant at) implements LeaderboardEvent {}

    /// `version` is that of the judge's own card.
    record ScoreSubmitted(
            UUID cid,
            UserId judge,
            TeamId team,
            Marks criteria,
            @Nullable String comment,
            boolean complete,
            long version,
            Instant at)
            implements LeaderboardEvent {}

    /// From now on the public board shows these rows. Without `by`, the clock did it.
    record Frozen(List<ResultRow> rows, @Nullable UserId by, Instant at) implements LeaderboardEvent {
        public Frozen {
            rows = List.copyOf(rows);
        }
    }

    record Unfrozen(UserId by, Instant at) implements LeaderboardEvent {}

    /// The scorecards are closed for good and these are the results.
    record Finalized(Results results, UserId by, Instant at) implements LeaderboardEvent {}

    /// The hackathon is being told that it is complete; until it answers nothing is shown.
    record PublishRequested(UserId by, Instant at) implements LeaderboardEvent {}

    /// The hackathon would not complete.
    record PublishRefused(Instant at) implements LeaderboardEvent {}

    /// The hackathon completed at `hackathonVersion` of its journal: the results are on every board.
    record Published(long hackathonVersion, Instant at) implements LeaderboardEvent {}
}
