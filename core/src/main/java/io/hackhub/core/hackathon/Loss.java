package io.hackhub.core.hackathon;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import org.jspecify.annotations.Nullable;

/// What somebody lost at `version`, until all who act on it have done so: the hackathon's rooms, `team` (the user's
/// claims up to `claim`), and, for a mentor, every team.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Loss(UserId user, long version, @Nullable TeamId team, long claim, boolean mentor) {

    boolean is(UserId someone, long at) {
        return version == at && user.equals(someone);
    }
}
