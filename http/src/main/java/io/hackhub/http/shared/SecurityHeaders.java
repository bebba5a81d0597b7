package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.respondWithDefaultHeaders;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// The headers that every answer carries. A route may set one of its own, which then stands.
public final class SecurityHeaders {

    /// For what is no page. The page of the web client says itself what it may do.
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final List<HttpHeader> headers;

    public SecurityHeaders(URI publicUrl) {
        var all = new ArrayList<HttpHeader>(List.of(
                RawHeader.create("Content-Security-Policy", NOTHING),
                RawHeader.create("X-Content-Type-Options", "nosniff"),
                RawHeader.create("X-Frame-Options", "DENY"),
                RawHeader.create("Referrer-Policy", "same-origin"),
                RawHeader.create("Cross-Origin-Opener-Policy", "same-origin"),
                RawHeader.create("Cross-Origin-Resource-Policy", "same-origin"),
                RawHeader.create("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")));
        if ("https".equals(publicUrl.getScheme())) {
            all.add(RawHeader.create("Strict-Transport-Security", "max-age=31536000"));
        }
        headers = List.copyOf(all);
    }

    Route added(Supplier<Route> inner) {
        return respondWithDefaultHeaders(headers, inner);
    }
}
