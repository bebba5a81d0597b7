package io.hackhub.load.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One run.
///
/// @param set names the runs that were made one after the other, and may be compared
/// @param pinned whether what serves had one core and the load generator another
/// @param round runs of one round are pairs; the order turns around from one round to the next
/// @param quiet whether nothing else to speak of ran on the machine
/// @param dropped why the run is void, and has no figures
/// @param figures by the name of the figure
/// @param samples of a run that is told over time, by the name of what was measured
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result(
        String set,
        String at,
        String revision,
        int cores,
        Map<String, String> versions,
        String scenario,
        boolean pinned,
        int round,
        String contestant,
        boolean quiet,
        @Nullable String dropped,
        Map<String, Double> figures,
        @Nullable Map<String, List<Double>> samples) {
    public Result {
        versions = Map.copyOf(versions);
        figures = new TreeMap<>(figures);
        samples = samples == null ? null : new TreeMap<>(samples);
    }

    /// NaN where the run has no such figure.
    double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    public boolean counts() {
        return dropped == null;
    }
}
