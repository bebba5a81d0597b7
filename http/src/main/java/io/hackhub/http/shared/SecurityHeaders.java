package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.respondWithDefaultHeaders;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// The headers that every answer carries. A route may set one of its own, which then stands.
public final class SecurityHeaders {

    private final List<HttpHeader> headers;

    /// `inlineScripts` are the hashes (`sha256-…`) of the inline scripts of our pages, such as the import map: nothing
    /// else inline runs.
    public SecurityHeaders(URI publicUrl, URI liveUrl, List<String> inlineScripts) {
        boolean https = "https".equals(publicUrl.getScheme());
        var all = new ArrayList<HttpHeader>(List.of(
                RawHeader.create("Content-Security-Policy", policy(liveUrl, inlineScripts, https)),
                RawHeader.create("X-Content-Type-Options", "nosniff"),
                RawHeader.create("X-Frame-Options", "DENY"),
                RawHeader.create("Referrer-Policy", "same-origin"),
                RawHeader.create("Cross-Origin-Opener-Policy", "same-origin"),
                RawHeader.create("Cross-Origin-Resource-Policy", "same-origin"),
                RawHeader.create("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")));
        if (https) {
            all.add(RawHeader.create("Strict-Transport-Security", "max-age=31536000"));
        }
        headers = List.copyOf(all);
    }

    Route added(Supplier<Route> inner) {
        return respondWithDefaultHeaders(headers, inner);
    }

    private static String policy(URI liveUrl, List<String> inlineScripts, boolean https) {
        var hashes = inlineScripts.stream().map(hash -> " '" + hash + "'").collect(Collectors.joining());
        var live = liveUrl.getScheme() + "://" + liveUrl.getRawAuthority();
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'" + hashes,
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self' " + live,
                "manifest-src 'self'",
                "worker-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-src 'none'",
                "frame-ancestors 'none'" + (https ? "; upgrade-insecure-requests" : ""));
    }
}
