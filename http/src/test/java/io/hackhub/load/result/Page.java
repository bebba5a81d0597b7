package io.hackhub.load.result;

import io.hackhub.load.scenario.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `docs/benchmarks/README.md`: what stands above the mark is written by hand, what follows is made of the results.
public final class Page {

    private static final String MARK = "<!-- below: made by `http/load page` -->\n";

    private final Path folder;

    public Page(Path folder) {
        this.folder = folder;
    }

    public void make(List<Result> results) {
        var latest = new Latest(results);
        var parts = new ArrayList<String>();
        parts.add("## What must hold\n\n" + new Claims(latest).table());
        latest.scenarios().forEach(it -> parts.add(scenario(latest, it)));
        var file = folder.resolve("README.md");
        var page = read(file);
        int mark = page.indexOf(MARK);
        if (mark < 0) {
            throw new IllegalStateException("%s: no mark (expected: %s)".formatted(file, MARK));
        }
        write(file, page.substring(0, mark) + MARK + "\n" + String.join("\n\n", parts) + "\n");
    }

    private String scenario(Latest latest, String name) {
        var pinned = latest.of(name, true);
        var unpinned = latest.of(name, false);
        var parts = new ArrayList<String>();
        parts.add("## " + name);
        var samples = samples(unpinned);
        if (!samples.isEmpty()) {
            write(folder.resolve(name + ".svg"), TimePlot.of(samples));
            parts.add("![over time](%s.svg)\n\n%s".formatted(name, Trends.of(samples)));
        }
        main(pinned, unpinned).filter(_ -> samples.isEmpty()).ifPresent(figure -> {
            write(folder.resolve(name + ".svg"), Plot.of(pinned, unpinned, figure));
            parts.add("![%s](%s.svg)".formatted(figure.title(), name));
        });
        for (var runs : List.of(pinned, unpinned)) {
            if (!runs.isEmpty()) {
                parts.add(told(runs) + "\n\n" + Tables.of(runs));
            }
        }
        return String.join("\n\n", parts);
    }

    /// Of the last run that is told over time.
    private static Map<String, List<Double>> samples(List<Result> runs) {
        return runs.isEmpty()
                ? Map.of()
                : Objects.requireNonNullElse(runs.getLast().samples(), Map.of());
    }

    /// What the picture shows: the first figure that all have.
    private static java.util.Optional<Figure> main(List<Result> pinned, List<Result> unpinned) {
        return Stream.of(Figure.values())
                .filter(figure -> Stream.concat(pinned.stream(), unpinned.stream())
                        .filter(Result::counts)
                        .anyMatch(it -> it.figures().containsKey(figure.name())))
                .min(Comparator.naturalOrder());
    }

    private static String told(List<Result> runs) {
        var first = runs.getFirst();
        var versions = new ArrayList<String>();
        new TreeMap<>(first.versions()).forEach((name, version) -> versions.add(name + " " + version));
        long dropped = runs.stream().filter(it -> !it.counts()).count();
        return "%s, %d cores, revision %s, %s; %d rounds%s%s; %s."
                .formatted(
                        first.pinned() ? "**Pinned**" : "**Unpinned**",
                        first.cores(),
                        first.revision(),
                        first.at(),
                        runs.stream().mapToInt(Result::round).max().orElse(0),
                        dropped == 0 ? "" : ", %d void runs left out".formatted(dropped),
                        runs.stream().allMatch(Result::quiet) ? "" : "; provisional: the machine was not quiet",
                        String.join(", ", versions));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
