package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.respondWithHeaders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// The pages that may call us from a browser: CORS for the listed origins, never with credentials; and the check that
/// cookies need.
public final class Origins {

    private static final List<HttpHeader> PREFLIGHT = List.of(
            RawHeader.create("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE"),
            RawHeader.create(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key"),
            RawHeader.create("Access-Control-Max-Age", "7200"));
    private static final HttpHeader EXPOSED = RawHeader.create(
            "Access-Control-Expose-Headers",
            "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, WWW-Authenticate");
    private static final HttpHeader VARY = RawHeader.create("Vary", "Origin");

    private final Set<String> allowed;

    public Origins(Set<String> allowed) {
        this.allowed = allowed.stream().map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    public boolean allows(String origin) {
        return allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    /// For what a cookie alone may do: 403 unless a listed page asks.
    public Route required(Supplier<Route> inner) {
        return extractRequest(request -> origin(request).filter(this::allows).isPresent()
                ? inner.get()
                : Problems.problem(Problem.FORBIDDEN, "A cookie counts only from a page of an allowed origin."));
    }

    Route cors(Supplier<Route> inner) {
        return extractRequest(request -> {
            var origin = origin(request).filter(this::allows);
            return origin.isPresent() && isPreflight(request)
                    ? complete(HttpResponse.create()
                            .withStatus(StatusCodes.NO_CONTENT)
                            .addHeaders(PREFLIGHT)
                            .addHeaders(headers(origin)))
                    : respondWithHeaders(headers(origin), inner);
        });
    }

    private static boolean isPreflight(HttpRequest request) {
        return request.method().equals(HttpMethods.OPTIONS)
                && request.getHeader("Access-Control-Request-Method").isPresent();
    }

    private static List<HttpHeader> headers(Optional<String> origin) {
        var headers = new ArrayList<HttpHeader>(List.of(VARY));
        origin.ifPresent(it -> headers.addAll(List.of(RawHeader.create("Access-Control-Allow-Origin", it), EXPOSED)));
        return headers;
    }

    private static Optional<String> origin(HttpRequest request) {
        return request.getHeader("Origin").map(HttpHeader::value);
    }
}
