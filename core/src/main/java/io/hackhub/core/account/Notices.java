package io.hackhub.core.account;

import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;

/// Tells somebody what happened to their account, where they will see it: their inbox.
@FunctionalInterface
public interface Notices {

    /// A used refresh token was presented again, so somebody else may have had it; that sign-in is over.
    void tokenReused(UserId user, SessionId session, Instant at);
}
