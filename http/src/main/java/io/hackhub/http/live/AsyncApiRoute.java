package io.hackhub.http.live;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.server.Route;

/// `GET /asyncapi.json`: the live protocol, for programs.
public final class AsyncApiRoute {

    private final HttpEntity.Strict document;

    public AsyncApiRoute() {
        try (var resource = AsyncApiRoute.class.getResourceAsStream("/asyncapi.json")) {
            document = HttpEntities.create(
                    ContentTypes.APPLICATION_JSON,
                    Objects.requireNonNull(resource, "asyncapi.json").readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Route routes() {
        return path("asyncapi.json", () -> get(() -> complete(document)));
    }
}
