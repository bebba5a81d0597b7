package io.hackhub.core.access;

import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody is in a hackathon, as of `version` of its journal; a later version outdates it. No `user` is a guest,
/// `version` 0 is a hackathon that is not there. A platform admin's [Grant#ADMIN] is never among the grants: whoever
/// decides adds it from the signed-in caller.
///
/// @param published whether guests may know of the hackathon
/// @param chatUntil chat may be written before it: [Instant#EPOCH] while a draft, [#OPEN] while it runs
public record Standing(@Nullable UserId user, long version, Set<Grant> grants, boolean published, Instant chatUntil)
        implements CborSerializable {

    /// No end in sight.
    public static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

    public Standing {
        grants = Set.copyOf(grants);
    }

    /// Of a hackathon that is not there.
    public static Standing nowhere(@Nullable UserId user) {
        return new Standing(user, 0, Set.of(), false, Instant.EPOCH);
    }
}
