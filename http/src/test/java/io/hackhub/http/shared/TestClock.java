package io.hackhub.http.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that goes when the test says so.
public final class TestClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-01T09:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }
}
