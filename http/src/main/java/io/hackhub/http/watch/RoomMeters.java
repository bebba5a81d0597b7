package io.hackhub.http.watch;

import io.hackhub.core.room.RoomWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/// What the rooms of this node write, and how long their journal takes.
public final class RoomMeters implements RoomWatch {

    private final Timer commits;
    private final DistributionSummary batches;
    private final Counter events;
    private final Timer recoveries;
    private final Counter failures;
    private final Traces traces;

    public RoomMeters(MeterRegistry registry, Traces traces) {
        this.traces = traces;
        commits = Buckets.latency(
                registry, "hackhub.journal.commit", "From giving a room's batch to its journal until it is committed");
        batches = Buckets.size(registry, "hackhub.journal.batch.commands", "Commands in a committed batch");
        events = Counter.builder("hackhub.journal.events")
                .description("Events that rooms of this node have committed")
                .register(registry);
        recoveries = Buckets.latency(
                registry, "hackhub.journal.recovery", "From starting a room's journal until it takes commands");
        failures = Counter.builder("hackhub.journal.failures")
                .description("Journals of rooms that ended: failed, or another node wrote")
                .register(registry);
    }

    @Override
    public void committed(int commands, int written, Duration took) {
        commits.record(took);
        batches.record(commands);
        events.increment(written);
    }

    @Override
    public void recovered(Duration took) {
        recoveries.record(took);
    }

    @Override
    public void failed() {
        failures.increment();
    }

    @Override
    public void answered(String trace, Stages stages) {
        traces.room(trace, stages);
    }
}
