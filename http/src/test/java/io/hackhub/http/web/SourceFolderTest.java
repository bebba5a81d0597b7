package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        try (var all = Files.walk(ClientSource.FOLDER)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(ClientSource.FOLDER.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        server = WebServer.source(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachModuleIsServedAsItLiesThereAndSoAreTheLibraries() throws Exception {
        var map = get("/").split("<script type=\"importmap\">", 2)[1].split("</script>", 2)[0];

        assertThat(map).contains("\"lit\":\"/_static/lit/", "\"marked\":", "\"icons\":");
        assertThat(get(address(map, "chat/arrange.js"))).isEqualTo(Files.readString(folder.resolve("chat/arrange.js")));
    }

    @Test
    void aChangeIsAReloadAway() throws Exception {
        var before = address(get("/"), "app/main.js");

        var main = folder.resolve("app/main.js");
        Files.writeString(main, Files.readString(main) + "\nconsole.log(\"changed\");\n");
        assertThat(main.toFile().setLastModified(System.currentTimeMillis() + 2000))
                .isTrue();

        var after = address(get("/"), "app/main.js");
        assertThat(after).isNotEqualTo(before);
        assertThat(get(after)).endsWith("console.log(\"changed\");\n");
    }

    private static String address(String page, String module) {
        var found = Pattern.compile("\"/assets/" + Pattern.quote(module) + "\":\"([^\"]+)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(server.at(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
