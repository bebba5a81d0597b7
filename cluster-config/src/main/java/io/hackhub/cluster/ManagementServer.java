package io.hackhub.cluster;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.management.javadsl.PekkoManagement;

/// The operator's port: `/health/live`, `/health/ready`, `/metrics`, and Pekko's own `/cluster`, which only reads
/// unless the operator lets it turn nodes out.
public final class ManagementServer {

    private ManagementServer() {}

    /// Listens until the actor system ends.
    public static CompletionStage<ServerBinding> start(
            Settings.Management where, Health health, Supplier<String> metrics) {
        var system = health.system();
        return Http.get(system)
                .newServerAt(where.host(), where.port())
                .bind(concat(
                        routes(health, metrics),
                        PekkoManagement.get(system.classicSystem())
                                .getRoutes(settings -> settings.withReadOnly(!where.control()))));
    }

    static Route routes(Health health, Supplier<String> metrics) {
        return get(() -> concat(
                path(segment("health").slash("live"), () -> complete(json(200, "{\"status\":\"up\"}"))),
                path(
                        segment("health").slash("ready"),
                        () -> onSuccess(health.ready(), checks -> complete(ready(checks)))),
                path(
                        "metrics",
                        () -> complete(HttpResponse.create()
                                .withEntity(HttpEntities.create(
                                        MediaTypes.TEXT_PLAIN.toContentTypeWithMissingCharset(),
                                        metrics.get().getBytes(StandardCharsets.UTF_8)))))));
    }

    private static HttpResponse ready(Map<String, Boolean> checks) {
        boolean all = checks.values().stream().allMatch(Boolean::booleanValue);
        var each = checks.entrySet().stream()
                .map(check -> "\"%s\":%s".formatted(check.getKey(), check.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        return json(all ? 200 : 503, "{\"status\":\"%s\",\"checks\":%s}".formatted(all ? "up" : "down", each));
    }

    private static HttpResponse json(int status, String body) {
        return HttpResponse.create()
                .withStatus(status)
                .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, body));
    }
}
