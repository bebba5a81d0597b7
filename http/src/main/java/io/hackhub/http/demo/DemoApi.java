package io.hackhub.http.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.shared.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.Authorization;
import org.apache.pekko.http.javadsl.server.Route;

/// The REST API, called inside the process before anything listens: the demo is laid out by the same rules that hold
/// for everybody. Blocking, for the start of the program only.
public final class DemoApi {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = JsonMapper.create();

    private final ActorSystem<?> system;
    private final URI base;
    private final Route routes;

    /// `base` is the public URL, which routes know as their own.
    public DemoApi(ActorSystem<?> system, URI base, Route routes) {
        this.system = system;
        this.base = base;
        this.routes = routes;
    }

    /// Asked again while shards come back: after a crash that takes a moment, and is no reason not to start.
    JsonNode get(DemoPerson caller, String path) {
        return Waiting.until(PATIENCE.multipliedBy(3), path, () -> {
            var request = request(caller, HttpMethods.GET, path);
            var answer = handle(request);
            return answer.status().equals(StatusCodes.SERVICE_UNAVAILABLE)
                    ? Optional.empty()
                    : Optional.of(content(request, answer));
        });
    }

    JsonNode post(DemoPerson caller, String path, Object body) {
        return send(request(caller, HttpMethods.POST, path), body);
    }

    JsonNode put(DemoPerson caller, String path, Object body) {
        return send(request(caller, HttpMethods.PUT, path), body);
    }

    private JsonNode send(HttpRequest empty, Object body) {
        var request = empty.withEntity(ContentTypes.APPLICATION_JSON, write(body));
        return content(request, handle(request));
    }

    private HttpRequest request(DemoPerson caller, HttpMethod method, String path) {
        return HttpRequest.create(base + "/api/v1" + path)
                .withMethod(method)
                .addHeader(Authorization.oauth2(caller.token().get()));
    }

    private JsonNode content(HttpRequest request, HttpResponse answer) {
        var content = join(answer.entity().toStrict(PATIENCE.toMillis(), system))
                .getData()
                .utf8String();
        if (answer.status().isFailure()) {
            throw new IllegalStateException("demo: %s %s: %d %s"
                    .formatted(
                            request.method().value(),
                            request.getUri().path(),
                            answer.status().intValue(),
                            content));
        }
        return content.isEmpty() ? JSON.nullNode() : read(content);
    }

    private HttpResponse handle(HttpRequest request) {
        try {
            return join(routes.handler(system).apply(request));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
