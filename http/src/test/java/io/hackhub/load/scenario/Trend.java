package io.hackhub.load.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether something grows over the second half of its samples. It does where all of this holds: the slope by Theil and
/// Sen (the median of the slopes between any two samples) is above the measure's own bound an hour; it is above a tenth
/// of the median an hour; and Kendall's test finds fewer than one chance in a hundred that samples without a trend lie
/// so. Fewer than eight samples tell nothing.
///
/// @param from the median of the first quarter of that half
/// @param to the median of the last quarter
/// @param perHour the slope
/// @param share the slope in relation to the median
/// @param chance Kendall's z
public record Trend(Measure measure, int samples, double from, double to, double perHour, double share, double chance) {

    private static final int LEAST = 8;
    private static final double MOST_SHARE = 0.1;
    /// One chance in a hundred, on one side.
    private static final double UNLIKELY = 2.33;

    public boolean isKnown() {
        return samples >= LEAST;
    }

    public boolean grows() {
        return isKnown() && perHour > measure.bound() && share > MOST_SHARE && chance > UNLIKELY;
    }

    /// As one reads it.
    public String verdict() {
        if (!isKnown()) {
            return "too few samples";
        }
        return grows() ? "grows" : "does not grow";
    }

    /// Of one run's samples, by name.
    public static Trend of(Measure measure, Map<String, List<Double>> samples) {
        return of(
                measure,
                samples.getOrDefault(Measure.MINUTE, List.of()),
                samples.getOrDefault(measure.name(), List.of()));
    }

    static Trend of(Measure measure, List<Double> minutes, List<Double> values) {
        int begin = values.size() / 2;
        var x = minutes.subList(begin, minutes.size());
        var y = values.subList(begin, values.size());
        var slopes = new ArrayList<Double>();
        int ups = 0;
        for (int i = 0; i < y.size(); i++) {
            for (int j = i + 1; j < y.size(); j++) {
                slopes.add((y.get(j) - y.get(i)) / ((x.get(j) - x.get(i)) / 60));
                ups += (int) Math.signum(y.get(j) - y.get(i));
            }
        }
        int quarter = Math.max(1, y.size() / 4);
        double slope = median(slopes);
        double middle = median(y);
        return new Trend(
                measure,
                y.size(),
                median(y.subList(0, Math.min(quarter, y.size()))),
                median(y.subList(Math.max(0, y.size() - quarter), y.size())),
                slope,
                middle == 0 ? Math.signum(slope) : slope / middle,
                z(ups, y.size()));
    }

    private static double z(int ups, int n) {
        double spread = Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
        return spread == 0 ? 0 : (ups - Math.signum((double) ups)) / spread;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
