package io.hackhub.http.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebRoutesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static WebServer server;

    @BeforeAll
    static void start() {
        server = WebServer.bundled();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/hackathons/open-data", "/teams/1/project", "/join", "/screen/open-data", "/sign-in?next=/"
            })
    void eachPageOfTheClientIsTheOnePage(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(answer.body()).contains("<hh-app>").doesNotContain("{{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/assets/app/main.js",
                "/assets/../web/index.html",
                "/assets/%2e%2e/logback.xml",
                "/logback.xml",
                "/_static/lit/../../application.conf",
                "/index.html",
                "/elsewhere"
            })
    void nothingElseIsServed(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aPersonWhoIsLostIsToldSoOnAPage() throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(server.at("/elsewhere"))
                        .header("Accept", "text/html,*/*")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<hh-app>");
    }

    @Test
    void theImportMapIsTheOnlyInlineScriptThatMayRun() throws Exception {
        var page = get("/");
        var map = first(page.body(), "<script type=\"importmap\">(.*?)</script>");
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("script-src 'self' " + Hashes.policySource(map) + ";")
                .contains("connect-src 'self' ws://127.0.0.1:8081;")
                .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void everythingThatThePageNamesIsThereAndMayBeKeptForEver() throws Exception {
        var page = get("/").body();
        var named =
                Pattern.compile("(?:href|src)=\"(/(?:assets|_static)/[^\"]+)\"").matcher(page);
        var count = 0;
        while (named.find()) {
            var file = get(named.group(1));
            assertThat(file.statusCode()).as(named.group(1)).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            count++;
        }
        assertThat(count).isGreaterThan(4);
    }

    @Test
    void everyModuleOfTheImportMapIsThere() throws Exception {
        for (var address : modules(get("/").body())) {
            var file = get(address);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=UTF-8");
        }
    }

    @Test
    void theModulesThatStartTheClientAreSmallAndFew() throws Exception {
        var page = get("/").body();
        var preloads = page.split("rel=\"modulepreload\"", -1).length - 1;

        assertThat(preloads).isBetween(1, 20);
        assertThat(modules(page)).noneMatch(it -> it.contains("/lit"));
        assertThat(get(first(page, "<script type=\"module\" src=\"([^\"]+)\"")).body())
                .doesNotContain("// @ts-check");
    }

    @Test
    void theWorkerKnowsItsFilesAndIsAlwaysAskedForAnew() throws Exception {
        var worker = get("/sw.js");
        var page = get("/").body();

        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(worker.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; connect-src 'self'");
        assertThat(worker.body()).doesNotContain("{{");
        var version = first(worker.body(), "VERSION = \"([0-9a-f]+)\"");
        assertThat(page).contains("<meta name=\"hackhub-version\" content=\"" + version + "\">");
        var files = Pattern.compile("\"(/[^\"]+)\"").matcher(first(worker.body(), "JSON.parse\\(`(.*?)`\\)"));
        while (files.find()) {
            assertThat(get(files.group(1)).statusCode()).as(files.group(1)).isEqualTo(200);
        }
    }

    @Test
    void thePageCanBeInstalled() throws Exception {
        var manifest = get("/manifest.webmanifest");

        assertThat(manifest.headers().firstValue("Content-Type")).hasValue("application/manifest+json");
        var icons = Pattern.compile("\"src\": \"([^\"]+)\"").matcher(manifest.body());
        while (icons.find()) {
            assertThat(get(icons.group(1)).statusCode()).as(icons.group(1)).isEqualTo(200);
        }
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("worker-src 'self'", "manifest-src 'self'");
    }

    @Test
    void aFileThatIsKeptAlreadyIsNotSentAgain() throws Exception {
        var etag = get("/").headers().firstValue("ETag").orElseThrow();

        var again = CLIENT.send(
                HttpRequest.newBuilder(server.at("/"))
                        .header("If-None-Match", etag)
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void textIsCompressedForThoseWhoCanReadIt() throws Exception {
        var plain = get("/").body();
        var gzip = compressed("gzip, deflate");
        var brotli = compressed("gzip, deflate, br, zstd");

        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(unzip(gzip.body())).isEqualTo(plain);
        assertThat(brotli.headers().firstValue("Content-Encoding")).hasValue("br");
        Brotli4jLoader.ensureAvailability();
        assertThat(new String(Decoder.decompress(brotli.body()).getDecompressedData(), UTF_8))
                .isEqualTo(plain);
        assertThat(brotli.body().length).isLessThan(gzip.body().length).isLessThan(plain.length() / 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br | br",
                "BR;q=0.5 | br",
                "gzip;q=1.0, br;q=0.001 | br",
                "br;q=0, gzip | gzip",
                "gzip, br;q=0.000 | gzip",
                "br;q=0 | -",
                "gzip;q=0, identity | -",
                "notgzip | -",
                "brotli | -"
            })
    void aCodingThatIsRuledOutIsNotSent(String accepted, String sent) throws Exception {
        assertThat(compressed(accepted).headers().firstValue("Content-Encoding").orElse("-"))
                .isEqualTo(sent);
    }

    private static HttpResponse<byte[]> compressed(String accepted) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.at("/"))
                        .header("Accept-Encoding", accepted)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static List<String> modules(String page) {
        var map = first(page, "<script type=\"importmap\">(.*?)</script>");
        return Pattern.compile(":\"(/[^\"]+\\.m?js)\"")
                .matcher(map)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(server.at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String first(String text, String pattern) {
        var matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String unzip(byte[] body) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(gzip.readAllBytes(), UTF_8);
        }
    }
}
