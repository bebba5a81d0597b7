package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.handleExceptions;
import static org.apache.pekko.http.javadsl.server.Directives.handleRejections;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.settings.ServerSettings;

/// What stands around the whole route tree, from the outside in: a request id, security headers, CORS, problem
/// documents for whatever goes wrong, the host check, the wide limit by address, and no NUL in the address.
public record Edge(
        SecurityHeaders headers,
        Origins origins,
        Hosts hosts,
        RateLimits limits,
        InstantSource clock,
        RandomGenerator random) {

    public Route around(Route routes) {
        return RequestId.given(
                clock, random, () -> headers.added(() -> origins.cors(() -> sealed(() -> admitted(() -> routes)))));
    }

    /// The server's settings that routes here rely on: the peer's address, HEAD answered as GET, no version in
    /// `Server`, in our log no header of a client's, however malformed, and a problem document for what is
    /// no request.
    public static ServerSettings settings(ActorSystem<?> system) {
        var settings = ServerSettings.create(Adapter.toClassic(system));
        return settings.withParserSettings(settings.getParserSettings().withIllegalHeaderWarnings(false))
                .withRemoteAddressAttribute(true)
                .withTransparentHeadRequests(true)
                .withServerHeader(Optional.empty())
                .withParsingErrorHandler(UnparsedRequests.class.getName());
    }

    static Route sealed(Supplier<Route> inner) {
        return handleExceptions(Failures.exceptions(), () -> handleRejections(Failures.rejections(), inner));
    }

    private Route admitted(Supplier<Route> inner) {
        return hosts.known(() -> limits.byAddress(
                RateLimits.ADDRESS,
                () -> extractRequest(request -> hasNul(request)
                        ? Problems.problem(Problem.UNREADABLE, "An address has no NUL character.")
                        : inner.get())));
    }

    /// PostgreSQL's texts cannot hold one, so that no route could look for it. (Bodies are held to the same in
    /// [Json].)
    private static boolean hasNul(HttpRequest request) {
        return request.getUri().toString().contains("%00");
    }
}
