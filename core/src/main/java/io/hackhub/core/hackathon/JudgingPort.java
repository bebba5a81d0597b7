package io.hackhub.core.hackathon;

import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.Details.Criterion;
import io.hackhub.core.hackathon.Details.Track;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.jspecify.annotations.Nullable;

/// What a hackathon needs of its judging. Calls are made again until answered: each is idempotent.
public interface JudgingPort {

    /// What judging must know, as of `version` of the hackathon's journal; an older one than it knows changes nothing.
    /// `open` is false once the hackathon went back to ACTIVE.
    record Setup(
            HackathonId hackathon,
            long version,
            boolean open,
            List<Criterion> criteria,
            List<Track> tracks,
            LeaderboardVisibility visibility,
            @Nullable Instant freezeAt,
            List<UserId> judges,
            List<TeamId> teams)
            implements CborSerializable {
        public Setup {
            criteria = List.copyOf(criteria);
            tracks = List.copyOf(tracks);
            judges = List.copyOf(judges);
            teams = List.copyOf(teams);
        }
    }

    /// Told at JUDGING, and again whenever something of it changes.
    CompletionStage<Done> setUp(Setup setup);

    /// Takes no more scores, unless there is one already; the answer says whether there is none. Scores are taken
    /// again from the next [#setUp] that is `open`.
    CompletionStage<Boolean> closeIfUnscored(HackathonId hackathon);

    /// Somebody is less than they were: afterwards no board that they may not read any more reaches them.
    CompletionStage<Done> standingChanged(HackathonId hackathon, Standing standing);
}
