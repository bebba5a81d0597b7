package io.hackhub.http.live;

import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/// Access tokens, as the live gateway needs them. Both answers come from memory.
public interface Tokens {

    /// What a valid token says.
    record SignIn(UserId user, SessionId session, boolean admin, Instant expires) {}

    /// Empty if the token is not ours, not valid any more, or revoked.
    Optional<SignIn> verify(String token);

    /// Whether what was verified before has been revoked since.
    boolean isRevoked(SignIn signIn);
}
