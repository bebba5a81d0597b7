package io.hackhub.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// One HackHub with its demo for all tests that look at it and leave it as they would like to find it; started when the
/// first of them asks, ended with them all.
final class DemoProgram {

    private static Optional<Program> running = Optional.empty();

    private DemoProgram() {}

    static synchronized Program get() {
        if (running.isEmpty()) {
            running = Optional.of(start());
        }
        return running.orElseThrow();
    }

    private static Program start() {
        try {
            var folder = Files.createTempDirectory("hackhub-demo");
            var program =
                    Program.start(folder.resolve("data"), Program.Ports.free(), Map.of("HACKHUB_RATE_LIMITS", "off"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program, folder)));
            program.awaitReady();
            return program;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private static void end(Program program, Path folder) {
        program.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
