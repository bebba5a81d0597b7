package io.hackhub.load;

import java.util.Arrays;
import java.util.Locale;

/// Durations in nanoseconds, from many threads, for percentiles at the end.
final class Latencies {

    private long[] values = new long[1024];
    private int count;

    synchronized void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
    }

    synchronized int count() {
        return count;
    }

    /// The smallest value that `share` (0..1) of all values do not exceed, in milliseconds; 0 where there is none.
    synchronized double percentile(double share) {
        if (count == 0) {
            return 0;
        }
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                percentile(0.50),
                percentile(0.99),
                percentile(1.0));
    }
}
