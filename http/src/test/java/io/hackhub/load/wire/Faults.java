package io.hackhub.load.wire;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Why a run is void: the first thing that went wrong. A run with a lost or doubled delivery, or a socket that was
/// closed, says nothing about speed.
public final class Faults {

    private final AtomicReference<String> first = new AtomicReference<>("");

    public void add(String why) {
        first.compareAndSet("", why);
    }

    public Optional<String> first() {
        var why = first.get();
        return why.isEmpty() ? Optional.empty() : Optional.of(why);
    }
}
