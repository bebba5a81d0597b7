package io.hackhub.load;

import io.hackhub.load.contestant.BenchDatabase;
import io.hackhub.load.contestant.Contestant;
import io.hackhub.load.contestant.Field;
import io.hackhub.load.contestant.Pinning;
import io.hackhub.load.contestant.Usage;
import io.hackhub.load.result.Result;
import io.hackhub.load.result.Results;
import io.hackhub.load.scenario.Figure;
import io.hackhub.load.scenario.Scenario;
import io.hackhub.load.scenario.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs a scenario for all its contestants, in rounds whose order turns around each time: A B, B A, A B, … Before the
/// first round each has runs that are thrown away, for the JIT compilers. Who is not measured idles meanwhile, without
/// sockets.
final class Comparison {

    /// On one core a JIT compiler takes a third of it in the first of these, and a twentieth after the last.
    private static final int PRACTICE = 3;

    private static final double QUIET_CORES = 0.1;
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BenchDatabase database;
    private final Field field;
    private final Results results;
    private final Provenance provenance;
    private final int rounds;
    private final Predicate<String> who;

    /// @param who of the contestants takes part
    Comparison(
            BenchDatabase database,
            Field field,
            Results results,
            Provenance provenance,
            int rounds,
            Predicate<String> who) {
        this.database = database;
        this.field = field;
        this.results = results;
        this.provenance = provenance;
        this.rounds = rounds;
        this.who = who;
    }

    void run(Scenario scenario, Pinning pinning) throws InterruptedException {
        if (scenario.isFresh()) {
            runFresh(scenario, pinning);
        } else {
            runTogether(scenario, pinning);
        }
    }

    private void runTogether(Scenario scenario, Pinning pinning) throws InterruptedException {
        var contestants = new LinkedHashMap<String, Contestant>();
        try {
            for (var name : contestants(scenario)) {
                contestants.put(name, start(name, pinning));
            }
            for (int round = 1 - PRACTICE; round <= rounds(scenario); round++) {
                for (var name : order(contestants(scenario), round)) {
                    run(scenario, pinning, Objects.requireNonNull(contestants.get(name)), round);
                }
            }
        } finally {
            contestants.values().forEach(Contestant::close);
        }
    }

    /// Each run in a process of its own, and no practice.
    private void runFresh(Scenario scenario, Pinning pinning) throws InterruptedException {
        for (int round = 1; round <= rounds(scenario); round++) {
            for (var name : order(contestants(scenario), round)) {
                try (var contestant = start(name, pinning)) {
                    run(scenario, pinning, contestant, round);
                }
            }
        }
    }

    private int rounds(Scenario scenario) {
        return scenario.isOnce() ? 1 : rounds;
    }

    private Contestant start(String name, Pinning pinning) {
        return pinning.around(database, () -> field.start(name, database.create()));
    }

    private List<String> contestants(Scenario scenario) {
        return scenario.contestants().stream().filter(who).toList();
    }

    private static List<String> order(List<String> contestants, int round) {
        return round % 2 == 0 ? contestants.reversed() : contestants;
    }

    /// What comes before round 1 is thrown away. A run that others disturbed is made once more, when they are done.
    private void run(Scenario scenario, Pinning pinning, Contestant contestant, int round) throws InterruptedException {
        Usage.awaitQuiet(contestant, database, QUIET_CORES, PATIENCE);
        var run = attempt(scenario, contestant);
        if (round > 0 && !run.isQuiet() && !scenario.isOnce()) {
            Usage.awaitQuiet(contestant, database, QUIET_CORES, PATIENCE);
            run = attempt(scenario, contestant);
        }
        if (round > 0) {
            keep(scenario, pinning, contestant, round, run);
        }
        System.out.printf(
                "%s %s %s %s: %s%n",
                scenario.name(), pinning, round <= 0 ? "practice" : "round " + round, contestant.name(), run.told());
    }

    private Run attempt(Scenario scenario, Contestant contestant) throws InterruptedException {
        Run run;
        try (var stage = new Stage(contestant, database)) {
            run = new Run(scenario.run(stage), stage.samples(), null);
        } catch (IllegalStateException failure) {
            run = new Run(Map.of(), Map.of(), String.valueOf(failure.getMessage()));
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
        return run;
    }

    /// What came of it: figures, or why it is void.
    private record Run(
            Map<Figure, Double> figures,
            Map<String, List<Double>> samples,
            @Nullable String dropped) {
        boolean isQuiet() {
            return figures.getOrDefault(Figure.FOREIGN_CPU, 0.0) <= QUIET_CORES;
        }

        String told() {
            return dropped != null
                    ? dropped
                    : figures.entrySet().stream()
                            .map(it -> "%s %.2f".formatted(it.getKey().title(), it.getValue()))
                            .collect(Collectors.joining("; "));
        }
    }

    private void keep(Scenario scenario, Pinning pinning, Contestant contestant, int round, Run run) {
        results.add(new Result(
                provenance.set(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                provenance.revision(),
                Pinning.CORES,
                provenance.versions(),
                scenario.name(),
                pinning == Pinning.PINNED,
                round,
                contestant.name(),
                run.isQuiet(),
                run.dropped(),
                run.figures().entrySet().stream()
                        .collect(Collectors.toMap(it -> it.getKey().name(), it -> rounded(it.getValue()))),
                run.samples().isEmpty() ? null : run.samples()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
