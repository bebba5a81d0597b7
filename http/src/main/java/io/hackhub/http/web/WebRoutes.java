package io.hackhub.http.web;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.reject;

import com.typesafe.config.Config;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// The pages and files of the web client. Comes last among the routes: it answers each page of the client's own
/// router with the one page there is; so, with a 404, whatever else a person looks for. What a program asks for
/// and is not here it leaves to the others' "not found", and to their word on methods: `get` takes the other
/// routes' "wrong method" back wherever it matches, so it stands only around what is here.
public final class WebRoutes {

    /// First segments of the client's pages (`app/routes.js`).
    private static final Set<String> PAGES = Set.of(
            "",
            "sign-in",
            "sign-up",
            "forgot-password",
            "reset-password",
            "verify-email",
            "hackathons",
            "teams",
            "join",
            "inbox",
            "me",
            "organize",
            "admin",
            "design",
            "screen");

    /// A coding in `Accept-Encoding` that is not ruled out by a weight of nought (RFC 9110, section 12.5.3).
    private static final String ACCEPTED =
            "(?i)(?:^|,)\\s*%s\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[\\d.]+\\s*)?(?:,|$)";

    private static final Pattern BROTLI = Pattern.compile(ACCEPTED.formatted("br"));
    private static final Pattern GZIP = Pattern.compile(ACCEPTED.formatted("gzip"));

    private final Supplier<WebAssets> assets;
    private final URI liveUrl;

    public WebRoutes(Config config, URI liveUrl) {
        this(SourceFolder.or(config), liveUrl);
    }

    WebRoutes(Supplier<WebAssets> assets, URI liveUrl) {
        this.assets = assets;
        this.liveUrl = liveUrl;
    }

    public Route routes() {
        return extractRequest(this::serve);
    }

    private Route serve(HttpRequest request) {
        var path = request.getUri().path();
        var file = assets.get().find(path);
        if (file.isPresent()) {
            return get(() -> complete(file(request, path, file.get())));
        }
        if (isPage(path)) {
            return get(() -> complete(page(request)));
        }
        return isPerson(request, path) ? complete(page(request).withStatus(404)) : reject();
    }

    private static boolean isPerson(HttpRequest request, String path) {
        return request.method().equals(HttpMethods.GET)
                && header(request, "accept").contains("text/html")
                && !path.startsWith("/api/");
    }

    private static boolean isPage(String path) {
        return PAGES.contains(path.substring(1).split("/", 2)[0]);
    }

    private static HttpResponse file(HttpRequest request, String path, Asset file) {
        var answer = answer(request, file);
        return path.equals(Worker.ADDRESS) ? answer.addHeader(policy(Worker.POLICY)) : answer;
    }

    private HttpResponse page(HttpRequest request) {
        var now = assets.get();
        return answer(request, now.page()).addHeader(policy(now.contentSecurityPolicy(liveUrl)));
    }

    private static HttpHeader policy(String policy) {
        return RawHeader.create("Content-Security-Policy", policy);
    }

    private static HttpResponse answer(HttpRequest request, Asset asset) {
        var etag = "\"" + asset.etag + "\"";
        var answer = HttpResponse.create()
                .addHeader(RawHeader.create("ETag", etag))
                .addHeader(RawHeader.create("Vary", "Accept-Encoding"))
                .addHeader(RawHeader.create(
                        "Cache-Control", asset.immutable ? "public, max-age=31536000, immutable" : "no-cache"));
        if (header(request, "if-none-match").contains(etag)) {
            return answer.withStatus(304);
        }
        var type = ContentTypes.parse(asset.contentType);
        var understood = header(request, "accept-encoding");
        if (asset.brotli.isPresent() && BROTLI.matcher(understood).find()) {
            return answer.addHeader(RawHeader.create("Content-Encoding", "br"))
                    .withEntity(HttpEntities.create(type, asset.brotli.get()));
        }
        if (asset.gzipped.isPresent() && GZIP.matcher(understood).find()) {
            return answer.addHeader(RawHeader.create("Content-Encoding", "gzip"))
                    .withEntity(HttpEntities.create(type, asset.gzipped.get()));
        }
        return answer.withEntity(HttpEntities.create(type, asset.body));
    }

    private static String header(HttpRequest request, String name) {
        return request.getHeader(name).map(HttpHeader::value).orElse("");
    }
}
