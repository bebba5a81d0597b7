package io.hackhub.core.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that goes when the test says so.
public final class TestClock implements InstantSource {

    public static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }
}
