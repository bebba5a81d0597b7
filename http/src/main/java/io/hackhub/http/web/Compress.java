package io.hackhub.http.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;

/// What the build runs once the client is together: compresses its files as well as they can be. That takes a native
/// library and seconds, which the program is spared. Each result is named by the hash of what is in it (`Asset`).
final class Compress {

    private static final Encoder.Parameters BEST = Encoder.Parameters.create(11);

    private Compress() {}

    public static void main(String[] args) throws IOException {
        Brotli4jLoader.ensureAvailability();
        var folder = Files.createDirectories(Path.of(args[0]));
        var wanted = new HashSet<Path>();
        for (var asset : WebAssets.load().all()) {
            if (asset.compressible()) {
                var file = folder.resolve(Hashes.name(asset.body));
                wanted.add(file);
                if (!Files.exists(file)) {
                    Files.write(file, Encoder.compress(asset.body, BEST));
                }
            }
        }
        try (var files = Files.list(folder)) {
            for (var old : files.filter(it -> !wanted.contains(it)).toList()) {
                Files.delete(old);
            }
        }
    }
}
