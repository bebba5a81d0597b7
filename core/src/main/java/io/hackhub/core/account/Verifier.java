package io.hackhub.core.account;

import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/// Says from memory whether an access token counts: ours, not expired, its session not revoked. The REST guard and the
/// live gateway ask the same one.
public interface Verifier {

    /// What a valid token says. `admin` is as of its issue: who loses that role loses all
    /// sessions too.
    record Verified(UserId user, SessionId session, boolean admin, Instant expires) {}

    Optional<Verified> verify(String token);

    /// Whether what was verified before has been revoked since.
    boolean isRevoked(SessionId session);
}
