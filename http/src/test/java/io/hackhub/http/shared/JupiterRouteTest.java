package io.hackhub.http.shared;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.server.RouteResult;
import org.apache.pekko.http.javadsl.testkit.RouteTest;
import org.apache.pekko.http.javadsl.testkit.TestRoute;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.SystemMaterializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.TestInstance;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;

/// Pekko's route test kit for JUnit Jupiter (the kit itself ships only a JUnit 4 base class).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class JupiterRouteTest extends RouteTest {

    protected final ActorTestKit actors = ActorTestKit.create();

    /// The route with all that stands around it in production, limits off: refusals are problem documents.
    protected TestRoute edge(Route route) {
        return testRoute(edge(unlimited()).around(route));
    }

    protected static RateLimits unlimited() {
        return new RateLimits(false, new Addresses(List.of()), InstantSource.system());
    }

    /// The edge of a server at `http://127.0.0.1:8080` with these limits.
    public static Edge edge(RateLimits limits) {
        var url = URI.create("http://127.0.0.1:8080");
        return new Edge(
                new SecurityHeaders(url),
                new Origins(Set.of(url.toString())),
                new Hosts(Set.of("127.0.0.1", "localhost", "example.com")),
                limits,
                InstantSource.system(),
                new SplittableRandom(1));
    }

    @AfterAll
    void stop() {
        actors.shutdownTestKit();
    }

    @Override
    public ActorSystem system() {
        return Adapter.toClassic(actors.system());
    }

    @Override
    public Materializer materializer() {
        return SystemMaterializer.get(actors.system()).materializer();
    }

    /// Of a machine that does other things besides.
    @Override
    public FiniteDuration awaitDuration() {
        return FiniteDuration.create(20, TimeUnit.SECONDS);
    }

    @Override
    public TestRouteResult createTestRouteResultAsync(HttpRequest request, Future<RouteResult> result) {
        return new TestRouteResult(result, awaitDuration(), executionContext(), materializer()) {
            @Override
            public void assertEquals(Object expected, Object actual, String message) {
                Assertions.assertEquals(expected, actual, message);
            }

            @Override
            public void assertEquals(int expected, int actual, String message) {
                Assertions.assertEquals(expected, actual, message);
            }

            @Override
            public void assertTrue(boolean predicate, String message) {
                Assertions.assertTrue(predicate, message);
            }

            @Override
            public void fail(String message) {
                Assertions.fail(message);
            }
        };
    }
}
