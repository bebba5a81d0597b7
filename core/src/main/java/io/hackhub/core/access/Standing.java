package io.hackhub.core.access;

import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody is in a hackathon, as of `version` of the hackathon's journal; a null `user` is a guest. Chat may be
/// written before `chatUntil`. Platform ADMIN is never among the grants: callers add it from who is signed in.
public record Standing(@Nullable UserId user, long version, Set<Grant> grants, boolean published, Instant chatUntil)
        implements CborSerializable {
    public Standing {
        grants = Set.copyOf(grants);
    }
}
