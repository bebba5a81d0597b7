package io.hackhub.http.live;

import java.time.Duration;
import java.time.Instant;

/// A token bucket of forty bytes: every connection holds several. Safe to share between threads.
final class Allowance {

    private final double capacity;
    private final double perMilli;
    private double left;
    private long asOf;

    /// `burst` at once, then `perSecond`.
    Allowance(double perSecond, double burst, Instant now) {
        this.capacity = burst;
        this.perMilli = perSecond / 1000;
        this.left = burst;
        this.asOf = now.toEpochMilli();
    }

    /// Takes one and answers zero, or takes none and answers how long until there is one.
    synchronized Duration take(Instant now) {
        refill(now);
        if (left >= 1) {
            left -= 1;
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((1 - left) / perMilli));
    }

    /// Whether as much is left as at the beginning.
    synchronized boolean isWhole(Instant now) {
        refill(now);
        return left >= capacity;
    }

    private void refill(Instant now) {
        long passed = Math.max(0, now.toEpochMilli() - asOf);
        left = Math.min(capacity, left + passed * perMilli);
        asOf = now.toEpochMilli();
    }
}
