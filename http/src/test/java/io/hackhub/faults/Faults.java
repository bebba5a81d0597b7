package io.hackhub.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.LongStream;

/// `Faults seeds <first> <last>`, `Faults kills <count> told|untold`, `Faults restarts <count> -`, `Faults upgrade
/// <folder of the old distribution> <its name>` or `Faults herd <sockets> all|one`, then `<results file> <revision>`:
/// each seed on one
/// cluster of three, a line of JSON each at the end of the results file. A seed that is there already for this revision
/// is left out, so that runs add up. Leaves with 1 where a promise was broken. With
/// `-Dhackhub.faults.network=namespaces` the network is cut too.
public final class Faults {

    private static final int NODES = 3;

    private final Path results;
    private final String revision;
    private boolean broken;

    private Faults(Path results, String revision) {
        this.results = results;
        this.revision = revision;
    }

    public static void main(String[] args) throws IOException {
        var faults = new Faults(Path.of(args[3]), args[4]);
        switch (args[0]) {
            case "seeds" -> faults.seeds(Long.parseLong(args[1]), Long.parseLong(args[2]));
            case "kills" -> faults.all(Schedule.kills(Integer.parseInt(args[1]), NODES, args[2].equals("told")));
            case "restarts" -> faults.all(Schedule.restarts(Integer.parseInt(args[1])));
            case "upgrade" -> faults.upgrade(args[1], args[2]);
            case "herd" -> faults.herd(Integer.parseInt(args[1]), args[2].equals("all"));
            default ->
                throw new IllegalArgumentException(
                        "%s (expected: seeds, kills, restarts, upgrade or herd)".formatted(args[0]));
        }
        System.exit(faults.broken ? 1 : 0);
    }

    private void seeds(long first, long last) throws IOException {
        var done = Files.exists(results) ? Files.readAllLines(results) : List.<String>of();
        var seeds = LongStream.rangeClosed(first, last)
                .filter(seed -> done.stream()
                        .noneMatch(
                                line -> line.startsWith("{\"seed\":%d,\"revision\":\"%s\"".formatted(seed, revision))))
                .boxed()
                .toList();
        try (var lab = new Lab(network(), NODES)) {
            for (var seed : seeds) {
                tell(seed, lab.run(Schedule.of(seed, NODES, lab.canCut())));
            }
        }
    }

    private void all(Schedule schedule) throws IOException {
        try (var lab = new Lab(network(), NODES)) {
            tell(0, lab.run(schedule));
        }
    }

    private void upgrade(String distribution, String name) throws IOException {
        try (var lab = new Lab(network(), NODES, distribution)) {
            var result = lab.run(Schedule.upgrade());
            tell(result.json(0, revision).put("from", name).toString(), result.broken());
        }
    }

    private void herd(int sockets, boolean all) throws IOException {
        try (var lab = new Lab(network(), NODES)) {
            var result = lab.herd(sockets, all);
            tell(result.json(revision).toString(), result.broken());
        }
    }

    private void tell(long seed, Run.Result result) throws IOException {
        tell(result.json(seed, revision).toString(), result.broken());
    }

    private void tell(String line, List<String> faults) throws IOException {
        System.out.println(line);
        Files.writeString(results, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        broken |= !faults.isEmpty();
    }

    private static Network network() {
        return switch (System.getProperty("hackhub.faults.network", "loopback")) {
            case "loopback" -> new Loopback();
            case "namespaces" -> new Namespaces(NODES);
            default -> throw new IllegalArgumentException("hackhub.faults.network: loopback or namespaces");
        };
    }
}
