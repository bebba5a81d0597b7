package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.server.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The edge over real sockets: what a route test cannot see.
class ServedTest {

    record Thing(String name) {}

    private static final ActorTestKit actors = ActorTestKit.create();
    private static final Addresses addresses = new Addresses(List.of("127.0.0.1"));
    private static final ServerBinding server = serve();
    private static final HttpClient client = HttpClient.newHttpClient();

    private static ServerBinding serve() {
        var limits = new RateLimits(false, addresses, InstantSource.system());
        Route routes = concat(
                path(
                        "thing",
                        () -> concat(
                                get(() -> ETags.ok(1, new Thing("a"))), post(() -> Json.body(Thing.class, Json::ok)))),
                path("address", () -> extractRequest(request -> Json.ok(Map.of("is", addresses.of(request))))));
        try {
            return Http.get(actors.system())
                    .newServerAt("127.0.0.1", 0)
                    .withSettings(Edge.settings(actors.system()))
                    .bind(JupiterRouteTest.edge(limits).around(routes))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @AfterAll
    static void stop() {
        client.close();
        actors.shutdownTestKit();
    }

    @Test
    void twentyMegabytesAreRefusedWithAnAnswer() {
        var known = send(json().POST(BodyPublishers.ofByteArray(new byte[20_000_000])));
        var chunked =
                send(json().POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[20_000_000]))));

        assertThat(known.statusCode()).isEqualTo(413);
        assertThat(known.body()).contains("/problems/too-large");
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void chunkedBodiesAreRead() {
        var body = "{\"name\":\"a\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var answer = send(json().POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void headIsGetWithoutABody() {
        var answer = send(request("/thing").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aTagComesBackAsItWasGiven() {
        var tag = send(request("/thing").GET()).headers().firstValue("ETag").orElseThrow();

        assertThat(send(request("/thing").GET().header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        assertThat(send(request("/thing").GET().header("If-None-Match", "W/\"x\", " + tag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void theServerDoesNotSayWhatItIs() {
        assertThat(send(request("/thing").GET()).headers().firstValue("Server")).isEmpty();
    }

    @Test
    void aTrustedProxyNamesTheClient() {
        assertThat(send(request("/address").GET()).body()).contains("127.0.0.1");
        assertThat(send(request("/address").GET().header("X-Forwarded-For", "1.1.1.1, 203.0.113.7"))
                        .body())
                .contains("203.0.113.7");
        assertThat(send(request("/address").GET().header("X-Forwarded-For", "2001:db8::1"))
                        .body())
                .contains("v6:20010db800000000");
    }

    @Test
    void anOddOriginOrTokenIsNoFailureOfOurs() {
        assertThat(send(request("/thing").GET().header("Origin", "null")).statusCode())
                .isEqualTo(200);
        assertThat(send(request("/thing").GET().header("If-None-Match", "nonsense"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeParsedIsAProblemToo() {
        var answer = send(request("/thing?" + "a".repeat(10_000)).GET());

        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("/problems/unreadable").doesNotContain("aaaa");
    }

    private static HttpRequest.Builder json() {
        return request("/thing").header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.localAddress().getPort() + path))
                .version(HttpClient.Version.HTTP_1_1);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
