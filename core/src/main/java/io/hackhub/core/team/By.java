package io.hackhub.core.team;

import io.hackhub.core.access.Grant;
import io.hackhub.core.shared.UserId;
import java.util.Set;

/// Who asks, with what they are on the platform and in the hackathon. What they are in the team the team itself knows,
/// and it decides with both, so that no right is used that was lost a moment before.
public record By(UserId user, Set<Grant> grants) {
    public By {
        grants = Set.copyOf(grants);
    }
}
