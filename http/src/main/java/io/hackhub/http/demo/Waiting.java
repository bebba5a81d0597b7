package io.hackhub.http.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Waits for what comes by itself in a moment: asks, and asks again after a pause. Blocking, as the demo's start is.
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /// The first answer there is.
    ///
    /// @throws IllegalStateException if there is none within `most`
    static <T> T until(Duration most, String what, Supplier<Optional<T>> question) {
        var deadline = System.nanoTime() + most.toNanos();
        var answer = question.get();
        while (answer.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("demo: waited in vain: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer.get();
    }
}
