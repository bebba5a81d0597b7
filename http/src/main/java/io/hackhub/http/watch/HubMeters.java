package io.hackhub.http.watch;

import io.hackhub.core.live.Backlog;
import io.hackhub.core.live.HubWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;

/// What this node's hub follows and holds, and how often it has to read what it does not hold.
public final class HubMeters implements HubWatch {

    private final MeterRegistry registry;
    private final Traces traces;
    private final Counter events;
    private volatile int channels;
    private volatile int readers;
    private volatile long ringBytes;

    public HubMeters(MeterRegistry registry, Traces traces) {
        this.registry = registry;
        this.traces = traces;
        events = Counter.builder("hackhub.hub.events")
                .description("Events that came to this node, once a channel however many read it")
                .register(registry);
        Gauge.builder("hackhub.hub.channels", () -> channels)
                .description("Channels that this node follows")
                .register(registry);
        Gauge.builder("hackhub.hub.readers", () -> readers)
                .description("Subscriptions of this node's connections that are live")
                .register(registry);
        Gauge.builder("hackhub.hub.ring", () -> ringBytes)
                .description("Memory that recent events take")
                .baseUnit("bytes")
                .register(registry);
    }

    /// Counts the reads. `source` is whose they are.
    public Counter historyReads(String source) {
        return Counter.builder("hackhub.history.reads")
                .description("Pages of a channel's log that were read from the database")
                .tag("source", source)
                .register(registry);
    }

    /// `backlog`, counted.
    public Backlog counted(Backlog backlog) {
        var reads = historyReads("hub");
        return (channel, from, to) -> {
            reads.increment();
            return backlog.read(channel, from, to);
        };
    }

    @Override
    public void took(int fresh) {
        events.increment(fresh);
    }

    @Override
    public void holds(int followed, int reading, long bytes) {
        channels = followed;
        readers = reading;
        ringBytes = bytes;
    }

    @Override
    public void fannedOut(String trace, Instant began, Instant ended, int reached) {
        traces.fanOut(trace, began, ended, reached);
    }
}
