package io.hackhub.http.watch;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.room.RoomWatch;
import io.hackhub.http.shared.JupiterRouteTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.testkit.TestRoute;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObservedTest extends JupiterRouteTest {

    private final List<String> traced = new ArrayList<>();
    private SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void countAnew() {
        registry = new SimpleMeterRegistry();
        traced.clear();
    }

    @Test
    void requestsAreCountedByTheFirstWordOfTheirRouteAndTheirStatus() {
        routes().run(HttpRequest.GET("/api/v1/teams/7"));
        routes().run(HttpRequest.GET("/api/v1/teams/8"));
        routes().run(HttpRequest.GET("/api/v1/teams/nothing/here"));
        routes().run(HttpRequest.GET("/api/v1/secret-of-ada"));
        routes().run(HttpRequest.GET("/ada"));

        assertThat(count("hackhub.http.requests", "route", "teams", "status", "200"))
                .isEqualTo(2);
        assertThat(count("hackhub.http.requests", "route", "teams", "status", "404"))
                .isEqualTo(1);
        assertThat(count("hackhub.http.requests", "route", "unknown", "status", "404"))
                .isEqualTo(1);
        assertThat(count("hackhub.http.requests", "route", "pages", "status", "404"))
                .isEqualTo(1);
        assertThat(registry.timer("hackhub.http.request", "route", "teams").count())
                .isEqualTo(3);
    }

    @Test
    void refusalsAreCountedByTheirProblem() {
        routes().run(HttpRequest.GET("/api/v1/teams/7"));
        routes().run(HttpRequest.POST("/api/v1/teams/nothing/here"));
        routes().run(HttpRequest.GET("/api/v1/teams/broken"));

        assertThat(count("hackhub.http.refusals", "problem", "not-found")).isEqualTo(1);
        assertThat(count("hackhub.http.refusals", "problem", "internal")).isEqualTo(1);
    }

    @Test
    void aTracedRequestTellsItsRouteAndItsIdButNotItsAddress() {
        routes().run(HttpRequest.GET("/api/v1/teams/broken"));

        assertThat(traced).hasSize(1);
        assertThat(traced.getFirst())
                .matches("GET teams http.request.method=GET http.route=teams http.response.status_code=500"
                        + " hackhub.request=[0-9a-f-]{36} failed");
    }

    private TestRoute routes() {
        var observed = new Observed(registry, new Recorded());
        var teams = concat(
                path("broken", () -> {
                    throw new IllegalStateException("broken");
                }),
                path(segment(), _ -> complete("{}")));
        var api = pathPrefix("api", () -> pathPrefix("v1", () -> pathPrefix("teams", () -> teams)));
        return testRoute(observed.around(edge(unlimited()).around(api)));
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    /// Traces everything, into a list.
    private final class Recorded implements Traces {
        @Override
        public Span begin(String name) {
            return new Span() {
                private final StringBuilder said = new StringBuilder(name);

                @Override
                public String trace() {
                    return "";
                }

                @Override
                public Span with(String attribute, String value) {
                    said.append(' ').append(attribute).append('=').append(value);
                    return this;
                }

                @Override
                public void end(boolean failed) {
                    traced.add(said + (failed ? " failed" : ""));
                }
            };
        }

        @Override
        public void room(String trace, RoomWatch.Stages stages) {}

        @Override
        public void fanOut(String trace, Instant began, Instant ended, int readers) {}

        @Override
        public void close() {}
    }
}
