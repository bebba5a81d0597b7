package io.hackhub.http.web;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.http.javadsl.Http;

/// The web client served as in the program, on a free port, with no API behind it.
final class WebServer implements AutoCloseable {

    private final ActorTestKit actors = ActorTestKit.create();
    private final int port;

    WebServer(URI liveUrl) {
        var routes = new WebRoutes(ConfigFactory.load(), liveUrl).routes();
        port = Http.get(actors.system())
                .newServerAt("127.0.0.1", 0)
                .bind(routes)
                .toCompletableFuture()
                .join()
                .localAddress()
                .getPort();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        actors.shutdownTestKit();
    }
}
