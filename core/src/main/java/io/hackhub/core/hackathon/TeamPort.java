package io.hackhub.core.hackathon;

import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;

/// What a hackathon needs of its teams. Each call is made again until it is answered, also after a crash: so each is
/// idempotent, and its answer means that it is committed. A failed or late stage is a call to be made again.
///
/// `claim` numbers the claims of a hackathon upwards; a team remembers its decision on each.
public interface TeamPort {

    /// What a team said to a claim.
    enum Decision {
        ACCEPTED,
        FULL,
        INVITATION_INVALID,
        /// Disbanded, or the time for changes is over.
        CLOSED,
        NO_SUCH_TEAM
    }

    /// Takes `user` in, or not. A no is stored as well, so that the same claim, coming late, cannot slip in.
    CompletionStage<Decision> join(TeamId team, UserId user, long claim, Credential credential, TeamRules rules);

    /// Afterwards `user` is no member by any claim up to `claim`, never becomes one by them, and the team's chat has
    /// cut them off. The leader is succeeded; the last one leaving disbands the team.
    CompletionStage<Done> leave(TeamId team, UserId user, long claim);

    /// Afterwards `user` is no mentor of the team, and its chat has cut them off.
    CompletionStage<Done> dismissMentor(TeamId team, UserId user);

    /// The hackathon moved on or was rescheduled.
    CompletionStage<Done> hackathonIs(TeamId team, TeamRules rules);
}
