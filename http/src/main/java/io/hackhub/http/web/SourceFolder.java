package io.hackhub.http.web;

import com.typesafe.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// For those who work on the client: served out of the folder of its source (`hackhub.web.folder`), and read anew once
/// a file in it has changed, so that a change is a reload away.
final class SourceFolder implements Supplier<WebAssets> {

    private final Path folder;
    private long seen;
    private WebAssets assets;

    private SourceFolder(Path folder) {
        this.folder = folder;
        this.seen = newest();
        this.assets = WebAssets.load(folder);
    }

    /// What is served: the client in the program, or that in a folder where the configuration names one.
    static Supplier<WebAssets> or(Config config) {
        var folder = config.getString("hackhub.web.folder");
        if (!folder.isEmpty()) {
            return new SourceFolder(Path.of(folder));
        }
        var packaged = WebAssets.load();
        return () -> packaged;
    }

    @Override
    public synchronized WebAssets get() {
        var now = newest();
        if (now != seen) {
            assets = WebAssets.load(folder);
            seen = now;
        }
        return assets;
    }

    private long newest() {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
