package io.hackhub.http.shared;

import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// A guard that lets in whom the test names: for tests of routes, not of signing in.
public record TestGuard(@Nullable Caller caller) implements Guard {

    public static final Guard GUEST = new TestGuard(null);

    public static Guard of(UserId user, String username) {
        return new TestGuard(caller(user, username, false));
    }

    public static Guard admin(UserId user, String username) {
        return new TestGuard(caller(user, username, true));
    }

    public static Caller caller(UserId user, String username, boolean admin) {
        var author = new Author(user, username, username);
        return new Caller(user, new SessionId(new UUID(7, 7)), admin, true, author);
    }

    @Override
    public Route signedIn(Function<Caller, Route> inner) {
        return caller == null ? Problems.problem(Problem.UNAUTHENTICATED) : inner.apply(caller);
    }

    @Override
    public Route maybe(Function<Optional<Caller>, Route> inner) {
        return inner.apply(Optional.ofNullable(caller));
    }
}
