package io.hackhub.http;

import io.hackhub.cluster.EmbeddedDatabase;
import io.hackhub.cluster.Settings;
import io.hackhub.cluster.Storage;
import java.util.ArrayList;
import java.util.List;

/// What the program says once it runs: where it listens, where its data lie, how to sign in.
final class Banner {

    private Banner() {}

    static List<String> lines(Settings settings, Storage storage, List<String> signIn) {
        var http = settings.http();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("  HackHub %s is running at %s".formatted(Version.TEXT, http.publicUrl()));
        lines.add("");
        lines.add("    live gateway  %s".formatted(http.liveUrl()));
        lines.add("    health        http://%s:%d/health/ready"
                .formatted(settings.management().host(), settings.management().port()));
        lines.add("    data          %s".formatted(data(settings, storage)));
        signIn.forEach(line -> lines.add("    " + line));
        if (http.insecure() && !http.loopback()) {
            lines.add("    WARNING       HACKHUB_INSECURE_HTTP: passwords and sessions travel unencrypted");
        }
        lines.add("");
        lines.add("  Ctrl-C ends it.");
        lines.add("");
        return lines;
    }

    private static String data(Settings settings, Storage storage) {
        return storage.embedded()
                .map(EmbeddedDatabase::folder)
                .filter(folder -> !folder.startsWith(settings.data()))
                .map(folder -> "%s, the database in %s".formatted(settings.data(), folder))
                .orElse(settings.data().toString());
    }
}
