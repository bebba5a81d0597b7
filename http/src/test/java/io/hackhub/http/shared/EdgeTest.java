package io.hackhub.http.shared;

import static io.hackhub.http.shared.Answers.fields;
import static io.hackhub.http.shared.Answers.header;
import static io.hackhub.http.shared.Answers.slug;
import static io.hackhub.http.shared.Problems.problem;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.shared.DatabaseException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every route may rely on: each failure becomes one problem document.
class EdgeTest extends JupiterRouteTest {

    record Size(int min, @Nullable Integer max) {}

    record Thing(
            String name,
            Size size,
            List<Size> others,
            @Nullable String note) {}

    private final Route things = path(
            "things", () -> concat(get(() -> Json.ok(new Size(1, null))), put(() -> Json.body(Thing.class, Json::ok))));

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyProblemIsADocumentWithItsStatus(Problem problem) {
        var answer = edge(problem(problem, "Because.")).run(HttpRequest.GET("/x"));

        answer.assertStatusCode(problem.status()).assertEntity("""
            {"type":"/problems/%s","title":"%s","status":%d,"detail":"Because.","instance":"/x","requestId":"%s"}""".formatted(
                        problem.slug(),
                        problem.title(),
                        problem.status(),
                        header(answer, "X-Request-Id").orElseThrow()));
        assertThat(answer.contentType().toString()).startsWith("application/problem+json");
    }

    @Test
    void anUnknownPathIsNotFound() {
        refused(HttpRequest.GET("/nothing"), "not-found");
    }

    @Test
    void aWrongMethodIsToldWhatIsAllowed() {
        var answer = edge(things).run(HttpRequest.POST("/things"));

        answer.assertStatusCode(405).assertHeaderExists("Allow", "GET, PUT");
        assertThat(slug(answer)).isEqualTo("method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/%00", "/a%00b", "/things?q=%00", "/things?a=b&%00=c"})
    void noAddressHasANul(String address) {
        refused(HttpRequest.GET(address), "unreadable");
    }

    @Test
    void aPercentSignIsNoNul() {
        edge(things).run(HttpRequest.GET("/things?q=%2500")).assertStatusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "null",
                "\"text\"",
                "{} {}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"\\u0000\"}",
                "{\"name\":\"\\ud800\"}"
            })
    void whatIsNoJsonObjectIsUnreadable(String body) {
        refused(json(body), "unreadable");
    }

    @Test
    void deepNestingIsUnreadable() {
        refused(json("{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"), "unreadable");
    }

    @Test
    void invalidUtf8IsUnreadable() {
        var bytes = new byte[] {'{', '"', 'n', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};

        refused(HttpRequest.PUT("/things").withEntity(ContentTypes.APPLICATION_JSON, bytes), "unreadable");
    }

    @Test
    void aBodyOfAnotherKindIsUnsupported() {
        refused(HttpRequest.PUT("/things").withEntity("name=a"), "unsupported-media-type");
    }

    @Test
    void aBodyOverTheBoundIsTooLarge() {
        refused(json("{\"name\":\"" + "a".repeat(Bodies.MAX) + "\"}"), "too-large");
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        var answer = edge(things).run(json("{\"size\":{},\"others\":[{\"min\":1},{\"min\":null},null]}"));

        assertThat(slug(answer)).isEqualTo("validation");
        assertThat(fields(answer)).containsExactly("/name", "/size/min", "/others/1/min", "/others/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.5", "true", "{}", "99999999999"})
    void nothingIsCoerced(String min) {
        var answer = edge(things).run(json("{\"name\":\"a\",\"size\":{\"min\":%s},\"others\":[]}".formatted(min)));

        assertThat(fields(answer)).containsExactly("/size/min");
    }

    @Test
    void unknownFieldsAreIgnored() {
        edge(things)
                .run(json("{\"name\":\"a\",\"size\":{\"min\":1},\"others\":[],\"new\":1}"))
                .assertStatusCode(200)
                .assertEntity("{\"name\":\"a\",\"size\":{\"min\":1},\"others\":[]}");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new TimeoutException("slow"), "unavailable"),
                Arguments.of(new DatabaseException(new SQLException("gone", "08006")), "unavailable"),
                Arguments.of(new DatabaseException(new SQLException("no pool")), "unavailable"),
                Arguments.of(new DatabaseException(new SQLException("deadlock", "40P01")), "unavailable"),
                Arguments.of(new DatabaseException(new SQLException("no table", "42P01")), "internal"),
                Arguments.of(new RejectedExecutionException("full"), "overloaded"),
                Arguments.of(new IllegalStateException("secret"), "internal"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureSaysNothingOfItsCause(Exception failure, String slug) {
        var later = CompletableFuture.<Route>failedFuture(new CompletionException(failure));
        var answer = edge(onSuccess(later, it -> it)).run(HttpRequest.GET("/x"));

        assertThat(slug(answer)).isEqualTo(slug);
        assertThat(answer.entityString()).doesNotContain(failure.getMessage()).doesNotContain("Exception");
        assertThat(answer.status().intValue() == 503)
                .isEqualTo(header(answer, "Retry-After").isPresent());
    }

    @Test
    void anUnknownHostIsMisdirected() {
        edge(things).run(HttpRequest.GET("http://evil.example/things")).assertStatusCode(421);
    }

    @Test
    void onlyAListedOriginMayRead() {
        var ours = edge(things).run(HttpRequest.GET("/things").addHeader(origin("http://127.0.0.1:8080")));
        var theirs = edge(things).run(HttpRequest.GET("/things").addHeader(origin("http://evil.example")));

        ours.assertHeaderExists("Access-Control-Allow-Origin", "http://127.0.0.1:8080");
        assertThat(header(ours, "Access-Control-Allow-Credentials")).isEmpty();
        assertThat(header(theirs, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aPreflightOfAListedOriginIsAnswered() {
        edge(things)
                .run(HttpRequest.OPTIONS("/things")
                        .addHeader(origin("http://127.0.0.1:8080"))
                        .addHeader(RawHeader.create("Access-Control-Request-Method", "PUT")))
                .assertStatusCode(204)
                .assertHeaderExists("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        var answer = edge(things).run(HttpRequest.GET("/nothing"));

        answer.assertHeaderExists("X-Content-Type-Options", "nosniff");
        assertThat(header(answer, "Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(header(answer, "Strict-Transport-Security")).isEmpty();
    }

    private void refused(HttpRequest request, String slug) {
        var answer = edge(things).run(request);
        assertThat(slug(answer)).isEqualTo(slug);
    }

    private static HttpRequest json(String body) {
        return HttpRequest.PUT("/things").withEntity(ContentTypes.APPLICATION_JSON, body);
    }

    private static HttpHeader origin(String value) {
        return RawHeader.create("Origin", value);
    }
}
