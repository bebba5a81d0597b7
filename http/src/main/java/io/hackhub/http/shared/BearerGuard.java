package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;

import io.hackhub.core.account.PlatformRole;
import io.hackhub.core.account.User;
import io.hackhub.core.account.Verifier;
import io.hackhub.core.account.Verifier.Verified;
import io.hackhub.core.shared.UserId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// The guard of the running program: `Authorization: Bearer`, the account looked up, and the caller's wide limit.
public final class BearerGuard implements Guard {

    /// Finds an account, from memory mostly.
    @FunctionalInterface
    public interface Users {
        CompletionStage<Optional<User>> find(UserId id);
    }

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String SCHEME = "bearer ";

    private final Verifier verifier;
    private final Users users;
    private final RateLimits limits;
    private final boolean verifyEmail;

    /// Without `verifyEmail` everybody passes for verified.
    public BearerGuard(Verifier verifier, Users users, RateLimits limits, boolean verifyEmail) {
        this.verifier = verifier;
        this.users = users;
        this.limits = limits;
        this.verifyEmail = verifyEmail;
    }

    @Override
    public Route signedIn(Function<Caller, Route> inner) {
        return maybe(caller -> caller.map(inner).orElseGet(() -> unauthenticated("Sign in first.", "")));
    }

    @Override
    public Route maybe(Function<Optional<Caller>, Route> inner) {
        return extractRequest(request -> request.getHeader("Authorization")
                .map(HttpHeader::value)
                .map(credentials -> presented(credentials, inner))
                .orElseGet(() -> inner.apply(Optional.empty())));
    }

    private Route presented(String credentials, Function<Optional<Caller>, Route> inner) {
        var token = credentials.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? credentials.substring(SCHEME.length()).strip()
                : "";
        return verifier.verify(token)
                .<Route>map(verified -> onSuccess(users.find(verified.user()), user -> admitted(verified, user, inner)))
                .orElseGet(BearerGuard::invalid);
    }

    private Route admitted(Verified verified, Optional<User> found, Function<Optional<Caller>, Route> inner) {
        if (found.isEmpty()) {
            return invalid();
        }
        var user = found.get();
        if (user.suspended()) {
            return Problems.problem(Problem.FORBIDDEN, "This account is suspended.");
        }
        var caller = new Caller(
                user.id(),
                verified.session(),
                user.role() == PlatformRole.ADMIN,
                user.emailVerified() || !verifyEmail,
                user.author());
        return limits.byUser(RateLimits.USER, caller, () -> inner.apply(Optional.of(caller)));
    }

    private static Route invalid() {
        return unauthenticated("The access token does not count (any more).", ", error=\"invalid_token\"");
    }

    private static Route unauthenticated(String detail, String error) {
        return Problems.problem(
                Problem.UNAUTHENTICATED, detail, RawHeader.create(CHALLENGE, "Bearer realm=\"hackhub\"" + error));
    }
}
