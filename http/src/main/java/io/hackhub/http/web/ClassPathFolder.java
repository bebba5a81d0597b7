package io.hackhub.http.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// All files under a folder of the class path, whether that is a directory (while developing) or in a jar.
final class ClassPathFolder {

    private ClassPathFolder() {}

    /// What lies beside and below `marker`, by relative path.
    static SortedMap<String, byte[]> beside(URL marker, String up) {
        try {
            var uri = marker.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return read(Path.of(uri).resolveSibling(up).normalize());
            }
            var parts = uri.toString().split("!", 2);
            try (var jar = FileSystems.newFileSystem(URI.create(parts[0]), Map.of())) {
                return read(jar.getPath(parts[1]).resolveSibling(up).normalize());
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static SortedMap<String, byte[]> read(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        if (Files.isDirectory(folder)) {
            try (var all = Files.walk(folder)) {
                for (var file : all.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
