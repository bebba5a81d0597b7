package io.hackhub.load;

import io.hackhub.cluster.FileTrees;
import io.hackhub.load.contestant.BenchDatabase;
import io.hackhub.load.contestant.Children;
import io.hackhub.load.contestant.Field;
import io.hackhub.load.contestant.Pinning;
import io.hackhub.load.result.Page;
import io.hackhub.load.result.Results;
import io.hackhub.load.scenario.Alone;
import io.hackhub.load.scenario.Announce;
import io.hackhub.load.scenario.AnnounceSteadily;
import io.hackhub.load.scenario.Board;
import io.hackhub.load.scenario.Busy;
import io.hackhub.load.scenario.Chat;
import io.hackhub.load.scenario.Memory;
import io.hackhub.load.scenario.Scenario;
import io.hackhub.load.scenario.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `LoadTool <scenario>… [minutes] [rounds=5] [pinned=both|yes|no] [only=hackhub] [results=docs/benchmarks]`, as
/// `http/load` starts it: adds a line to the results for each run, then makes the page of all of them. `LoadTool page`
/// only makes the page.
public final class LoadTool {

    private static final Map<String, List<Scenario>> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("announce", List.of(new Announce(2_000, 5)));
        SCENARIOS.put("steady", List.of(new AnnounceSteadily(10_000, 2, 10)));
        SCENARIOS.put("busy", List.of(new Busy(2)));
        SCENARIOS.put("chat", List.of(Chat.of(64, 4), Chat.of(256, 4)));
        SCENARIOS.put("alone", List.of(new Alone(2)));
        SCENARIOS.put("hot", List.of(Chat.hot(10, 4), Chat.hot(200, 4)));
        SCENARIOS.put("memory", List.of(new Memory(List.of(1_000, 5_000, 10_000, 15_000))));
        SCENARIOS.put("board", List.of(new Board(500, 5_000, 200, 60)));
        SCENARIOS.put("all", SCENARIOS.values().stream().flatMap(List::stream).toList());
        SCENARIOS.put("board-short", List.of(new Board(500, 5_000, 200, 10)));
    }

    private final Map<String, String> options = new HashMap<>();
    private final List<Scenario> scenarios = new ArrayList<>();

    private LoadTool(String[] args) {
        for (var arg : args) {
            var option = arg.split("=", 2);
            if (option.length == 2) {
                options.put(option[0], option[1]);
            } else if (arg.matches("\\d+")) {
                options.put("minutes", arg);
            } else if (!arg.equals("page") && !arg.equals("soak")) {
                scenarios.addAll(scenario(arg));
            }
        }
        if (List.of(args).contains("soak")) {
            scenarios.add(new Soak(Integer.parseInt(options.getOrDefault("minutes", "30"))));
        }
    }

    /// A group, or one of those in it.
    private static List<Scenario> scenario(String name) {
        var one = SCENARIOS.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.name().equals(name))
                .findFirst();
        var found = SCENARIOS.getOrDefault(name, one.stream().toList());
        if (found.isEmpty()) {
            throw new IllegalArgumentException("scenario: '%s' (expected: %s)".formatted(name, SCENARIOS.keySet()));
        }
        return found;
    }

    public static void main(String[] args) throws Exception {
        new LoadTool(args).run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        var root = Path.of(System.getProperty("hackhub.root"));
        var folder = root.resolve(options.getOrDefault("results", "docs/benchmarks"));
        var results = new Results(folder.resolve("results.jsonl"));
        if (!scenarios.isEmpty()) {
            compare(root, results);
        }
        new Page(folder).make(results.all());
    }

    private void compare(Path root, Results results) throws IOException, InterruptedException {
        var logs = root.resolve("http/target/load");
        delete(logs);
        Files.createDirectories(logs);
        var temporary = Files.createTempDirectory("hackhub-load");
        Children.onEnd(() -> delete(temporary));
        var database = BenchDatabase.start(temporary.resolve("database"));
        var comparison = new Comparison(
                database,
                new Field(logs, root.resolve("http/target/peers")),
                results,
                Provenance.of(root, database.version()),
                Integer.parseInt(options.getOrDefault("rounds", "5")),
                name -> name.equals(options.getOrDefault("only", name)));
        for (var scenario : scenarios) {
            for (var pinning : pinnings()) {
                compare(comparison, scenario, pinning);
            }
        }
    }

    /// What cannot be measured does not keep the others from being measured.
    private static void compare(Comparison comparison, Scenario scenario, Pinning pinning) throws InterruptedException {
        if (!scenario.pinnings().contains(pinning)) {
            System.out.printf("%s %s: not measured so, see its method%n", scenario.name(), pinning);
        } else {
            try {
                comparison.run(scenario, pinning);
            } catch (IllegalStateException failure) {
                System.out.printf("%s %s: %s%n", scenario.name(), pinning, failure.getMessage());
            }
        }
    }

    private List<Pinning> pinnings() {
        return switch (options.getOrDefault("pinned", "both")) {
            case "yes" -> List.of(Pinning.PINNED);
            case "no" -> List.of(Pinning.UNPINNED);
            default -> List.of(Pinning.PINNED, Pinning.UNPINNED);
        };
    }

    private static void delete(Path folder) {
        try {
            FileTrees.delete(folder);
        } catch (IOException left) {
            System.err.println("left behind: " + folder);
        }
    }
}
