package io.hackhub.http.web;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.http.javadsl.Http;

/// The web client served as in the program, on a free port, with no API behind it.
final class WebServer implements AutoCloseable {

    private final ActorTestKit actors = ActorTestKit.create();
    private final int port;

    private WebServer(Config config) {
        var routes = new WebRoutes(config, URI.create("ws://127.0.0.1:8081/api/v1/live")).routes();
        port = Http.get(actors.system())
                .newServerAt("127.0.0.1", 0)
                .bind(routes)
                .toCompletableFuture()
                .join()
                .localAddress()
                .getPort();
    }

    /// As it comes out of the build.
    static WebServer bundled() {
        return new WebServer(ConfigFactory.load());
    }

    /// Module by module, as for those who work on the client.
    static WebServer source(Path folder) {
        return new WebServer(ConfigFactory.parseMap(Map.of("hackhub.web.folder", folder.toString()))
                .withFallback(ConfigFactory.load()));
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        actors.shutdownTestKit();
    }
}
