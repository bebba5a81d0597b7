package io.hackhub.http;

import io.hackhub.cluster.CannotStart;
import io.hackhub.cluster.Secret;
import io.hackhub.cluster.Settings;
import io.hackhub.core.account.SigningKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;

/// The composition root, and the table of contents of the program: what is built from what, in which order.
public final class Main {

    private final Node node;

    private Main(Node node) {
        this.node = node;
    }

    public static void main(String[] arguments) {
        try {
            var settings = Settings.read(System.getenv());
            settings.jwtSecret().ifPresent(Main::signingKeys);
            new Main(Node.start(settings)).run(System.out::println);
        } catch (CannotStart reason) {
            reason.lines().forEach(System.err::println);
            System.exit(reason.exitCode());
        }
    }

    private void run(Consumer<String> console) {
        var storage = node.storage();
        storage.measure(node.metrics());
        listen(routes());
        node.health().serving(true);
        Banner.lines(node.settings(), storage, List.of()).forEach(console);
    }

    private static SigningKeys signingKeys(Secret secret) {
        try {
            return SigningKeys.parse(secret.value());
        } catch (IllegalArgumentException bad) {
            throw CannotStart.configuration(
                    "HACKHUB_JWT_SECRET", secret.toString(), "32 bytes or more, or kid:secret,kid:secret");
        }
    }

    private Route routes() {
        return Directives.pathPrefix(
                "api",
                () -> Directives.pathPrefix(
                        "v1",
                        () -> Directives.concat(new AboutRoutes(node.settings(), node.system(), Map.of()).routes())));
    }

    private void listen(Route routes) {
        var http = node.settings().http();
        var binding = Node.await(Http.get(node.system())
                .newServerAt(http.host(), http.port())
                .bind(routes)
                .toCompletableFuture());
        binding.addToCoordinatedShutdown(Duration.ofSeconds(3), node.system());
    }
}
