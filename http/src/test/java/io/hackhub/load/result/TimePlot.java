package io.hackhub.load.result;

import io.hackhub.load.scenario.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was measured of one run over time as a picture: a strip for each measure, from 0 to its most. The second half,
/// which the verdict is about, lies on a ground of its own. Readable on light and dark.
final class TimePlot {

    private static final int WIDTH = 720;
    private static final int LEFT = 10;
    private static final int RIGHT = 90;
    private static final int STRIP = 84;
    private static final int HEIGHT = 50;
    private static final int TOP = 24;

    private TimePlot() {}

    static String of(Map<String, List<Double>> samples) {
        var minutes = samples.getOrDefault(Measure.MINUTE, List.of());
        var strips = new StringBuilder();
        int y = 0;
        for (var measure : Measure.values()) {
            strips.append(strip(measure, minutes, samples.getOrDefault(measure.name(), List.of()), y));
            y += STRIP;
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="over time">
            <style>
              text { font: 13px sans-serif; fill: #1f2328 } .late { fill: #8c959f; fill-opacity: 0.15 } .line { fill: none; stroke: #0969da; stroke-width: 2 }
              @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .line { stroke: #4493f8 } }
            </style>
            """.formatted(WIDTH, y + 10, WIDTH, y + 10) + strips + "</svg>\n";
    }

    private static String strip(Measure measure, List<Double> minutes, List<Double> values, int y) {
        double most = values.stream().mapToDouble(it -> it).max().orElse(0);
        double last = minutes.isEmpty() ? 1 : minutes.getLast();
        var points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double share = most == 0 ? 0 : Math.max(0, values.get(i) / most);
            points.append(
                    String.format(Locale.ROOT, "%.1f,%.1f ", x(minutes.get(i) / last), y + TOP + HEIGHT * (1 - share)));
        }
        double half = minutes.isEmpty() ? 0.5 : minutes.get(minutes.size() / 2) / last;
        return "<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(LEFT, y + 17, measure.title())
                + String.format(
                        Locale.ROOT,
                        "<rect class=\"late\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                        x(half),
                        y + TOP,
                        x(1) - x(half),
                        HEIGHT)
                + "<polyline class=\"line\" points=\"%s\"/>%n"
                        .formatted(points.toString().strip())
                + "<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(WIDTH - RIGHT + 12, y + TOP + 12, Tables.number(most))
                + "<text x=\"%d\" y=\"%d\">0</text>%n".formatted(WIDTH - RIGHT + 12, y + TOP + HEIGHT);
    }

    private static double x(double share) {
        return LEFT + (WIDTH - LEFT - RIGHT) * share;
    }
}
