package io.hackhub.http.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator sees of the live gateway. Counters are found once: the hot path only adds.
final class LiveMetrics {

    private final AtomicInteger connections = new AtomicInteger();
    private final Counter received;
    private final Counter sent;
    private final Counter dropped;
    private final Counter refusedHandshakes;
    private final Counter commands;
    private final MeterRegistry registry;

    LiveMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("hackhub.live.connections", connections);
        received = registry.counter("hackhub.live.frames.received");
        sent = registry.counter("hackhub.live.frames.sent");
        dropped = registry.counter("hackhub.live.signals.dropped");
        refusedHandshakes = registry.counter("hackhub.live.handshakes.refused");
        commands = registry.counter("hackhub.live.commands");
    }

    void opened() {
        connections.incrementAndGet();
    }

    void closed() {
        connections.decrementAndGet();
    }

    int connections() {
        return connections.get();
    }

    void received() {
        received.increment();
    }

    void sent(int frames) {
        sent.increment(frames);
    }

    void dropped() {
        dropped.increment();
    }

    void refusedHandshake() {
        refusedHandshakes.increment();
    }

    void command() {
        commands.increment();
    }

    void closing(CloseCode code) {
        registry.counter("hackhub.live.closes", "code", Integer.toString(code.number()))
                .increment();
    }
}
