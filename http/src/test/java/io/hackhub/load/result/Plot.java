package io.hackhub.load.result;

import io.hackhub.load.scenario.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One figure as a picture: a bar up to the median of each contestant, and a dot for each run. Readable on light and
/// dark.
final class Plot {

    private static final int WIDTH = 720;
    private static final int LEFT = 130;
    private static final int RIGHT = 90;
    private static final int ROW = 34;
    private static final int TOP = 34;

    private Plot() {}

    static String of(List<Result> pinned, List<Result> unpinned, Figure figure) {
        var rows = new StringBuilder();
        double most = Math.max(most(pinned, figure), most(unpinned, figure));
        int y = TOP;
        for (var runs : List.of(pinned, unpinned)) {
            for (var contestant :
                    runs.stream().map(Result::contestant).distinct().toList()) {
                rows.append(row(runs, contestant, figure, most, y));
                y += ROW;
            }
        }
        var head = """
            <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="%s">
            <style>
              text { font: 13px sans-serif; fill: #1f2328 } .bar { fill: #0969da } .peer { fill: #8c959f } .run { fill: none; stroke: #1f2328 }
              @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .bar { fill: #4493f8 } .peer { fill: #6e7681 } .run { stroke: #e6edf3 } }
            </style>
            """.formatted(WIDTH, y + 10, WIDTH, y + 10, figure.title());
        return head + "<text x=\"10\" y=\"20\">%s: median, and each run</text>%n".formatted(figure.title()) + rows
                + "</svg>\n";
    }

    private static String row(List<Result> runs, String contestant, Figure figure, double most, int y) {
        var pairs = new Pairs(runs);
        double median = pairs.median(contestant, figure.name()).orElse(0.0);
        var row = new StringBuilder();
        var name = contestant + (runs.getFirst().pinned() ? ", pinned" : "");
        row.append("<text x=\"10\" y=\"%d\">%s</text>%n".formatted(y + 17, name));
        row.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%s\" height=\"20\"/>%n"
                .formatted(contestant.equals("hackhub") ? "bar" : "peer", LEFT, y + 2, length(median, most)));
        for (double value : pairs.values(contestant, figure.name())) {
            row.append(
                    "<circle class=\"run\" cx=\"%s\" cy=\"%d\" r=\"4\"/>%n".formatted(position(value, most), y + 12));
        }
        row.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(WIDTH - RIGHT + 12, y + 17, Tables.number(median)));
        return row.toString();
    }

    private static double most(List<Result> runs, Figure figure) {
        var pairs = new Pairs(runs);
        return runs.stream()
                .map(Result::contestant)
                .distinct()
                .flatMapToDouble(it -> Arrays.stream(pairs.values(it, figure.name())))
                .max()
                .orElse(0);
    }

    private static String length(double value, double most) {
        return String.format(Locale.ROOT, "%.1f", most == 0 ? 0 : (WIDTH - LEFT - RIGHT) * value / most);
    }

    private static String position(double value, double most) {
        return String.format(Locale.ROOT, "%.1f", LEFT + (most == 0 ? 0 : (WIDTH - LEFT - RIGHT) * value / most));
    }
}
