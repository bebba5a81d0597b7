package io.hackhub.system;

import io.hackhub.cluster.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A running HackHub without rate limits, in a data folder that goes with it.
final class Instance implements AutoCloseable {

    private static final String DATA = "data";

    private static Optional<Instance> demo = Optional.empty();

    private final Path folder;
    private final Map<String, String> settings;
    private Program program;

    private Instance(Path folder, Map<String, String> settings, Program program) {
        this.folder = folder;
        this.settings = settings;
        this.program = program;
    }

    /// One with its demo for all tests that look at it and leave it as they would like to find it; started when the
    /// first of them asks, ended with them all.
    static synchronized Instance demo() {
        if (demo.isEmpty()) {
            var started = start(Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            demo = Optional.of(started);
        }
        return demo.orElseThrow();
    }

    static Instance start(Map<String, String> settings) {
        try {
            var folder = Files.createTempDirectory("hackhub");
            var program = start(folder, Program.Ports.free(), settings);
            return new Instance(folder, settings, program);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private static Program start(Path folder, Program.Ports ports, Map<String, String> settings) {
        var program = Program.start(folder.resolve(DATA), ports, withoutLimits(settings));
        try {
            program.awaitReady();
            return program;
        } catch (IllegalStateException neverReady) {
            program.kill();
            if (Files.isDirectory(folder.resolve(DATA))) {
                program.killDatabase();
            }
            throw neverReady;
        }
    }

    private static Map<String, String> withoutLimits(Map<String, String> settings) {
        var all = new TreeMap<>(settings);
        all.put("HACKHUB_RATE_LIMITS", "off");
        return all;
    }

    Program program() {
        return program;
    }

    /// Starts it where it was, after it was ended.
    void again() {
        program = start(folder, program.ports(), settings);
    }

    @Override
    public void close() {
        program.close();
        try {
            FileTrees.delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
