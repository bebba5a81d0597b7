package io.hackhub.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Where results come from: what the source and everything around it was.
///
/// @param set names this start of the tool
/// @param revision the last that changed what is measured; with a `+` where it was changed since
record Provenance(String set, String revision, Map<String, String> versions) {

    private static final Pattern PACKAGE = Pattern.compile("\"([a-z.]+)\": \"([0-9.]+)\"");

    static Provenance of(Path root, String postgres) {
        var changed = !said(root, "git", "status", "--porcelain", "--untracked-files=no", "--", "core", "http/src/main")
                .isEmpty();
        var versions = new TreeMap<String, String>();
        versions.put("jdk", Runtime.version().toString());
        versions.put("node", said(root, "node", "--version"));
        versions.put("postgresql", postgres);
        try {
            var packages = PACKAGE.matcher(Files.readString(root.resolve("http/src/test/peers/package.json")));
            while (packages.find()) {
                versions.put(packages.group(1), packages.group(2));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                said(
                                root,
                                "git",
                                "log",
                                "-1",
                                "--format=%h",
                                "--abbrev=10",
                                "--",
                                "core",
                                "cluster-config",
                                "http/src/main")
                        + (changed ? "+" : ""),
                versions);
    }

    private static String said(Path root, String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .directory(root.toFile())
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
