package io.hackhub.core.account;

import io.hackhub.core.account.PasswordRules.Flaw;
import java.time.Instant;

/// What comes of registering, signing in or refreshing.
public sealed interface SignIn {

    /// `refreshToken` is for the client alone; only its hash is kept.
    record Granted(User user, String accessToken, String refreshToken, Instant refreshExpires) implements SignIn {}

    record Refused(Reason reason) implements SignIn {}

    record WeakPassword(Flaw flaw) implements SignIn {}

    /// Why not.
    enum Reason {
        EMAIL_TAKEN,
        USERNAME_TAKEN,
        BAD_CREDENTIALS,
        SUSPENDED
    }
}
