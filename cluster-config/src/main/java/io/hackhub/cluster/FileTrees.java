package io.hackhub.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// What [Files] has only for single files.
public final class FileTrees {

    private FileTrees() {}

    /// Deletes `root` and all below it, if it is there, and whatever goes meanwhile by itself. Links are deleted, not
    /// followed.
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
