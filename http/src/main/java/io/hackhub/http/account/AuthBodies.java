package io.hackhub.http.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hackhub.core.account.PasswordRules;
import io.hackhub.core.account.PasswordRules.Flaw;
import io.hackhub.core.account.User;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Problems.FieldError;
import io.hackhub.http.shared.Validation;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// What `/auth` takes and gives.
final class AuthBodies {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+\\.[^\\s@.\\p{Cntrl}]+");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{2,31}");
    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 100;

    /// Where the refresh token goes; without one it is in the body.
    enum Keeping {
        @JsonProperty("cookie")
        COOKIE
    }

    record Register(
            String email,
            String username,
            String fullName,
            String password,
            @Nullable Keeping session) {
        void check(Validation it) {
            address(it, email);
            it.check(
                    USERNAME.matcher(username).matches(),
                    "/username",
                    "username",
                    "must be 3 to 32 letters, digits, - or _");
            it.text("/fullName", fullName, 1, MAX_NAME);
            it.check(fullName.chars().noneMatch(Character::isISOControl), "/fullName", "control", "must be one line");
        }
    }

    record Login(String email, String password, @Nullable Keeping session) {}

    record DemoLogin(String username, @Nullable Keeping session) {}

    record Refresh(@Nullable String refreshToken) {}

    record VerifyEmail(String token) {}

    record ForgotPassword(String email) {
        void check(Validation it) {
            address(it, email);
        }
    }

    record ResetPassword(String token, String password) {}

    /// The answer to a sign-in. `expiresIn` is the access token's, in seconds.
    record SignedIn(User user, String accessToken, @Nullable String refreshToken, long expiresIn) {}

    private AuthBodies() {}

    static Route weakPassword(Flaw flaw) {
        var message = switch (flaw) {
            case TOO_SHORT -> "must have at least %d characters".formatted(PasswordRules.MIN);
            case TOO_LONG -> "must have at most %d characters".formatted(PasswordRules.MAX);
            case COMMON -> "is among the first that anybody would try";
        };
        var code = switch (flaw) {
            case TOO_SHORT -> "too-short";
            case TOO_LONG -> "too-long";
            case COMMON -> "common";
        };
        return Problems.invalid(List.of(new FieldError("/password", code, message)));
    }

    static Route invalidToken() {
        return Problems.invalid(List.of(new FieldError("/token", "invalid", "is wrong, expired or used")));
    }

    private static void address(Validation it, String email) {
        var fits = email.length() <= MAX_EMAIL && EMAIL.matcher(email).matches();
        it.check(fits, "/email", "email", "must be an e-mail address");
    }
}
