package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.mapResponse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// The headers that every answer carries. A route may set one of its own, which then stands.
public final class SecurityHeaders {

    /// For what is no page. The page of the web client says itself what it may do.
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// What tells a page what it may do says nothing to a script or a font; these two are for files as well.
    private static final Set<String> FOR_FILES =
            Set.of("X-Content-Type-Options", "Cross-Origin-Resource-Policy", "Strict-Transport-Security");

    private final List<HttpHeader> headers;
    private final List<HttpHeader> ofFiles;

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
        ofFiles = all.stream().filter(it -> FOR_FILES.contains(it.name())).toList();
    }

    Route added(Supplier<Route> inner) {
        return mapResponse(this::with, inner);
    }

    /// A page of a hundred files is the lighter for what they do not carry.
    private HttpResponse with(HttpResponse response) {
        var missing = (isFile(response) ? ofFiles : headers)
                .stream().filter(it -> response.getHeader(it.name()).isEmpty()).toList();
        return response.addHeaders(missing);
    }

    /// Named by its content, and kept for ever: the web client's scripts, styles and fonts.
    private static boolean isFile(HttpResponse response) {
        return response.getHeader("Cache-Control")
                .filter(it -> it.value().contains("immutable"))
                .isPresent();
    }
}
