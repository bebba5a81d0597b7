package io.hackhub.http.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock of the whole program: the real one, except while the demo is being laid out. Then it walks from the past
/// to the present, so that registrations, messages and scores get the times at which they would have been.
public final class DemoClock implements InstantSource {

    private final InstantSource real;
    private volatile Duration behind = Duration.ZERO;

    public DemoClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind);
    }

    /// From here on it is `time` before the present.
    void goBack(Duration time) {
        behind = time;
    }

    void release() {
        behind = Duration.ZERO;
    }
}
