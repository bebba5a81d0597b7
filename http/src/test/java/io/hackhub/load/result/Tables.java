package io.hackhub.load.result;

import io.hackhub.load.scenario.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One scenario as a table: medians of each contestant, and HackHub in relation to each peer.
final class Tables {

    private static final String HACKHUB = "hackhub";

    private Tables() {}

    static String title(String figure) {
        return Figure.valueOf(figure).title();
    }

    /// With as many digits as one reads.
    static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    static String of(List<Result> runs) {
        var pairs = new Pairs(runs);
        var contestants = runs.stream().map(Result::contestant).distinct().toList();
        var peers = contestants.stream().filter(it -> !it.equals(HACKHUB)).toList();
        var lines = new ArrayList<String>();
        lines.add("| median | " + String.join(" | ", contestants)
                + String.join("", peers.stream().map(it -> " | hackhub ÷ " + it).toList()) + " |");
        lines.add("|---" + "|---:".repeat(contestants.size() + peers.size()) + "|");
        for (var figure : Figure.values()) {
            if (contestants.stream()
                    .anyMatch(it -> pairs.median(it, figure.name()).isPresent())) {
                lines.add(row(pairs, figure, contestants, peers));
            }
        }
        return String.join("\n", lines);
    }

    private static String row(Pairs pairs, Figure figure, List<String> contestants, List<String> peers) {
        var cells = new ArrayList<String>();
        cells.add(figure.title());
        for (var contestant : contestants) {
            cells.add(
                    pairs.median(contestant, figure.name()).map(Tables::number).orElse(""));
        }
        for (var peer : peers) {
            cells.add(pairs.ratio(HACKHUB, peer, figure.name())
                    .map(Tables::number)
                    .orElse(""));
        }
        return "| " + String.join(" | ", cells) + " |";
    }
}
