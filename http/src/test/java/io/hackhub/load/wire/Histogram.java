package io.hackhub.load.wire;

/// Durations in nanoseconds, for percentiles, in fixed memory: buckets that are at most 1/64 of their value wide. One
/// thread at a time.
public final class Histogram {

    private static final int SUB_BITS = 6;
    private static final int SUB = 1 << SUB_BITS;

    private final long[] buckets = new long[(64 - SUB_BITS) * SUB];
    private long count;
    private long largest;

    public void add(long nanos) {
        var value = Math.max(0, nanos);
        buckets[bucket(value)]++;
        count++;
        largest = Math.max(largest, value);
    }

    public void add(Histogram other) {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] += other.buckets[i];
        }
        count += other.count;
        largest = Math.max(largest, other.largest);
    }

    public long count() {
        return count;
    }

    /// The smallest value that `share` (0..1) of all values do not exceed, in milliseconds; 0 where there is none.
    public double percentile(double share) {
        var rank = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= rank) {
                return Math.min(upper(i), largest) / 1e6;
            }
        }
        return 0;
    }

    public double largest() {
        return largest / 1e6;
    }

    private static int bucket(long value) {
        if (value < SUB) {
            return (int) value;
        }
        int shift = 63 - Long.numberOfLeadingZeros(value) - SUB_BITS;
        return (shift + 1) * SUB + (int) ((value >>> shift) - SUB);
    }

    private static long upper(int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        int shift = bucket / SUB - 1;
        return ((long) (bucket % SUB + SUB + 1) << shift) - 1;
    }
}
