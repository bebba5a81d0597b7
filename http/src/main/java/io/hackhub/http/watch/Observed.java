package io.hackhub.http.watch;

import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.mapResponse;

import io.hackhub.http.shared.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Around all routes: each request is counted, timed, at `debug` logged, and traced if the coin says so. A request's
/// address is never told, only the first word of it, of which there are few.
public final class Observed {

    private static final Logger LOG = LoggerFactory.getLogger(Observed.class);
    private static final String API = "/api/v1/";
    private static final Set<String> WORDS =
            Set.of("about", "asyncapi.json", "auth", "channels", "hackathons", "organizations", "teams", "users");

    private record Key(String route, int status) {}

    private final MeterRegistry registry;
    private final Traces traces;
    private final Map<Key, Counter> answers = new ConcurrentHashMap<>();
    private final Map<String, Timer> times = new ConcurrentHashMap<>();
    private final Map<String, Counter> refusals = new ConcurrentHashMap<>();

    public Observed(MeterRegistry registry, Traces traces) {
        this.registry = registry;
        this.traces = traces;
    }

    /// `inner` has an answer to everything.
    public Route around(Route inner) {
        return extractRequest(request -> {
            long began = System.nanoTime();
            var route = route(request.getUri().path());
            var span = traces.begin(request.method().value() + " " + route);
            return mapResponse(
                    response -> answered(request, route, response, System.nanoTime() - began, span), () -> inner);
        });
    }

    private HttpResponse answered(
            HttpRequest request, String route, HttpResponse response, long nanos, Traces.@Nullable Span span) {
        var took = Duration.ofNanos(nanos);
        int status = response.status().intValue();
        times.computeIfAbsent(route, this::timer).record(took);
        answers.computeIfAbsent(new Key(route, status), this::counter).increment();
        response.getAttribute(Problems.SLUG)
                .ifPresent(slug -> refusals.computeIfAbsent(slug, this::refusal).increment());
        var id = response.getHeader("X-Request-Id").map(HttpHeader::value).orElse("");
        if (span != null) {
            span.with("http.request.method", request.method().value())
                    .with("http.route", route)
                    .with("http.response.status_code", Integer.toString(status))
                    .with("hackhub.request", id)
                    .end(status >= 500);
        }
        if (LOG.isDebugEnabled()) {
            log(request, route, status, took, id);
        }
        return response;
    }

    private static void log(HttpRequest request, String route, int status, Duration took, String id) {
        LOG.atDebug()
                .addKeyValue("request", id)
                .addKeyValue("method", request.method().value())
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("ms", took.toMillis())
                .log("answered");
    }

    static String route(String path) {
        if (!path.startsWith(API)) {
            return "pages";
        }
        int end = path.indexOf('/', API.length());
        var word = path.substring(API.length(), end < 0 ? path.length() : end);
        return WORDS.contains(word) ? word : "unknown";
    }

    private Counter counter(Key key) {
        return Counter.builder("hackhub.http.requests")
                .description("Requests that were answered")
                .tags("route", key.route(), "status", Integer.toString(key.status()))
                .register(registry);
    }

    private Timer timer(String route) {
        return Buckets.latency(
                registry, "hackhub.http.request", "From a request to the head of its answer", "route", route);
    }

    private Counter refusal(String slug) {
        return Counter.builder("hackhub.http.refusals")
                .description("Requests that were refused, by the problem's slug")
                .tag("problem", slug)
                .register(registry);
    }
}
