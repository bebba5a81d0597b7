package io.hackhub.load.result;

import io.hackhub.load.scenario.Measure;
import io.hackhub.load.scenario.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What grew over one run, as a table.
final class Trends {

    private Trends() {}

    static String of(Map<String, List<Double>> samples) {
        var lines = new ArrayList<String>();
        lines.add("| over the second half | from | to | an hour | an hour, % | |");
        lines.add("|---|---:|---:|---:|---:|---|");
        for (var measure : Measure.values()) {
            lines.add(row(Trend.of(measure, samples)));
        }
        return String.join("\n", lines);
    }

    private static String row(Trend trend) {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        trend.measure().title(),
                        Tables.number(trend.from()),
                        Tables.number(trend.to()),
                        Tables.number(trend.perHour()),
                        String.format(Locale.ROOT, "%.1f", trend.share() * 100),
                        trend.measure().bound() == Double.MAX_VALUE ? "" : trend.verdict());
    }
}
