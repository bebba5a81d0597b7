package io.hackhub.http.live;

import java.time.Duration;
import java.time.Instant;

/// When to ping, and when a client that does not answer is gone.
final class Heartbeat {

    private static final int MISSED = 2;

    private final Duration every;
    private Instant next;
    private int unanswered;

    Heartbeat(Duration every, Instant now) {
        this.every = every;
        this.next = now.plus(every);
    }

    /// What is due now.
    enum Due {
        NOTHING,
        PING,
        GONE
    }

    Due at(Instant now) {
        if (now.isBefore(next)) {
            return Due.NOTHING;
        }
        if (unanswered == MISSED) {
            return Due.GONE;
        }
        next = now.plus(every);
        unanswered++;
        return Due.PING;
    }

    void pong() {
        unanswered = 0;
    }
}
