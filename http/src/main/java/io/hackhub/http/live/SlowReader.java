package io.hackhub.http.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Decides when a client is too slow. A burst over the bound is given a while to drain, since a client that comes back
/// is sent much at once; many times the bound is too much in any case.
final class SlowReader {

    private static final int MUCH_TOO_MUCH = 8;

    private final long bound;
    private final Duration patience;
    private @Nullable Instant since;

    SlowReader(long bound, Duration patience) {
        this.bound = bound;
        this.patience = patience;
    }

    boolean isTooSlow(long pending, InstantSource clock) {
        if (pending <= bound) {
            since = null;
            return false;
        }
        if (since == null) {
            since = clock.instant();
        }
        return pending > MUCH_TOO_MUCH * bound
                || Duration.between(since, clock.instant()).compareTo(patience) > 0;
    }
}
