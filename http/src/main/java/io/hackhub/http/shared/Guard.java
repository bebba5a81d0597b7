package io.hackhub.http.shared;

import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.Route;

/// Lets a request pass only with a valid access token and hands its caller to the inner route.
public interface Guard {

    /// 401 without a valid token.
    Route signedIn(Function<Caller, Route> inner);

    /// Empty for a guest; a token that is there but not valid is 401 here too, so that its owner refreshes it.
    Route maybe(Function<Optional<Caller>, Route> inner);
}
