package io.hackhub.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// `Faults <first seed> <last seed> <results file> <revision>`: each seed on one cluster of three, a line of JSON each
/// at the end of the results file. A seed that is there already for this revision is left out, so that runs add up.
/// Leaves with 1 where a promise was broken. With `-Dhackhub.faults.network=namespaces` the network is cut too.
public final class Faults {

    private Faults() {}

    public static void main(String[] args) throws IOException {
        var results = Path.of(args[2]);
        var revision = args[3];
        var done = Files.exists(results) ? Files.readAllLines(results) : List.<String>of();
        var seeds = LongStream.rangeClosed(Long.parseLong(args[0]), Long.parseLong(args[1]))
                .filter(seed -> done.stream()
                        .noneMatch(
                                line -> line.startsWith("{\"seed\":%d,\"revision\":\"%s\"".formatted(seed, revision))))
                .toArray();
        System.out.println("seeds " + Arrays.toString(seeds));
        boolean broken = false;
        var folder = Files.createTempDirectory("hackhub-cluster");
        try (var network = network();
                var postgres = new Postgres(folder);
                var nodes = new Nodes(folder, network, postgres, 3)) {
            for (var seed : seeds) {
                var result = Run.of(seed, nodes, network, postgres);
                var line = result.json(revision).toString();
                System.out.println(line);
                Files.writeString(results, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                broken |= !result.broken().isEmpty();
            }
        }
        System.exit(broken ? 1 : 0);
    }

    private static Network network() {
        return switch (System.getProperty("hackhub.faults.network", "loopback")) {
            case "loopback" -> new Loopback();
            case "namespaces" -> new Namespaces(3);
            default -> throw new IllegalArgumentException("hackhub.faults.network: loopback or namespaces");
        };
    }
}
