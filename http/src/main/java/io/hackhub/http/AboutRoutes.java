package io.hackhub.http;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;

import io.hackhub.cluster.Settings;
import io.hackhub.http.shared.Json;
import java.net.URI;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.http.javadsl.server.Route;

/// `GET /about`: what a client has to know before it signs in, above all where the live gateway is.
final class AboutRoutes {

    record About(String name, String version, URI liveUrl, String node, Map<String, Object> features) {}

    private final About about;

    AboutRoutes(Settings settings, ActorSystem<?> system, Map<String, Object> features) {
        var self = Cluster.get(system).selfMember().uniqueAddress();
        about = new About(
                "HackHub",
                Version.TEXT,
                settings.http().liveUrl(),
                self.address().hostPort(),
                Map.copyOf(features));
    }

    Route routes() {
        return path("about", () -> get(() -> Json.ok(about)));
    }
}
