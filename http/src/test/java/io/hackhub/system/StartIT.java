package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.cluster.DataFolder;
import io.hackhub.cluster.EmbeddedDatabase;
import io.hackhub.http.watch.Collector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting and ending the packaged program, and each way in which it refuses to start.
class StartIT {

    private static final int CONFIGURATION = 78;
    private static final int ENDED_BY_SIGTERM = 128 + 15;
    private static final Duration REFUSAL = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void onAnEmptyFolderItStartsSaysWhereItIsAndEndsWhenAsked() throws Exception {
        var data = folder.resolve("data");
        try (var collector = new Collector();
                var program = Program.start(data, Program.Ports.free(), watched(collector))) {
            program.awaitReady();
            var about = get(program.base().resolve("/api/v1/about"));
            assertThat(about.body()).contains("\"name\":\"HackHub\"", "\"liveUrl\":\"" + program.live() + "\"");
            assertThat(management(program, "/health/live").statusCode()).isEqualTo(200);
            assertThat(management(program, "/health/ready").body())
                    .isEqualTo("{\"status\":\"up\",\"checks\":{\"serving\":true,\"joined\":true,\"journal\":true}}");
            assertThat(management(program, "/metrics").body())
                    .contains("jvm_memory_used_bytes", "hikaricp_connections");
            assertThat(management(program, "/cluster/members").body()).contains("\"status\":\"Up\"");
            assertThat(get(program.base().resolve("/health/ready")).statusCode())
                    .isEqualTo(404);
            assertThat(program.output())
                    .contains(program.base().toString(), program.live().toString(), data.toString());

            var asked = System.nanoTime();
            assertThat(program.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));

            var request = about.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(logged(program, request))
                    .contains("127.0.0.1:%d".formatted(program.ports().cluster()), "\"route\":\"about\"");
            assertThat(collector.spans())
                    .filteredOn(span -> span.name().equals("GET about"))
                    .extracting(span -> span.with().get("hackhub.request"))
                    .containsExactly(request);
        }
    }

    /// Its log for machines and with much in it, and everything traced.
    private static Map<String, String> watched(Collector collector) {
        return Map.of(
                "HACKHUB_DEMO", "false",
                "HACKHUB_LOG", "debug",
                "HACKHUB_LOG_FORMAT", "json",
                "HACKHUB_OTLP_ENDPOINT", collector.endpoint().toString(),
                "HACKHUB_TRACE_RATIO", "1");
    }

    /// The one line about that request; every line of the log is JSON.
    private static String logged(Program program, String request) throws IOException {
        var found = new ArrayList<String>();
        for (var line :
                program.output().lines().filter(it -> it.startsWith("{")).toList()) {
            if (Api.JSON.readTree(line).findValuesAsText("request").contains(request)) {
                found.add(line);
            }
        }
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aSecondInstanceOnTheSameFolderIsRefused() {
        var data = folder.resolve("data");
        try (var first = Program.ready(data, Program.Ports.free());
                var second = Program.start(data, Program.Ports.free(), Map.of())) {
            assertThat(second.awaitExit(REFUSAL)).isEqualTo(CONFIGURATION);
            assertThat(second.output().lines().filter(line -> line.startsWith("HACKHUB_")))
                    .containsExactly(
                            "HACKHUB_DATA: '%s' (expected: a folder that no other HackHub is using; process %d is)"
                                    .formatted(data, first.pid()));
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void aBadSettingIsOneLine() {
        assertRefused(
                Map.of("HACKHUB_HTTP_PORT", "abc"),
                CONFIGURATION,
                "HACKHUB_HTTP_PORT: 'abc' (expected: a port, 0..65535)");
    }

    @Test
    void aTakenPortIsOneLine() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    Map.of("HACKHUB_LIVE_PORT", Integer.toString(other.getLocalPort())),
                    CONFIGURATION,
                    "HACKHUB_LIVE_PORT: '%d' (expected: a port that is free on 127.0.0.1; Address already in use)"
                            .formatted(other.getLocalPort()));
        }
    }

    @Test
    void aShortSigningKeyIsOneLineWithoutTheKey() {
        assertRefused(
                Map.of("HACKHUB_JWT_SECRET", "swordfish"),
                CONFIGURATION,
                "HACKHUB_JWT_SECRET: '(secret)' (expected: 32 bytes or more, or kid:secret,kid:secret)");
    }

    @Test
    void aWrongDatabasePasswordIsOneLine() {
        try (var other = DataFolder.open(folder.resolve("other"));
                var database = EmbeddedDatabase.start(other)) {
            assertRefused(
                    Map.of(
                            "HACKHUB_DATABASE_URL",
                            database.address().url(),
                            "HACKHUB_DATABASE_USER",
                            database.address().user(),
                            "HACKHUB_DATABASE_PASSWORD",
                            "swordfish",
                            "HACKHUB_JWT_SECRET",
                            "0123456789abcdef0123456789abcdef"),
                    CONFIGURATION,
                    "HACKHUB_DATABASE_PASSWORD: '(secret)' (expected: the password of 'hackhub'; the server refused it)");
        }
    }

    private void assertRefused(Map<String, String> settings, int code, String line) {
        try (var program = Program.start(folder.resolve("refused"), Program.Ports.free(), settings)) {
            assertThat(program.awaitExit(REFUSAL)).isEqualTo(code);
            assertThat(program.output().lines()).containsExactly(line);
        }
    }

    private static HttpResponse<String> management(Program program, String path) throws Exception {
        return get(URI.create("http://127.0.0.1:%d%s".formatted(program.ports().management(), path)));
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
