package io.hackhub.http.watch;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/// The same few buckets for everything that is timed: enough for the percentiles that alerts ask for, and few enough
/// for one of each room, route and outcome.
public final class Buckets {

    private static final Duration[] LATENCY = LongStream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private Buckets() {}

    /// A timer with those buckets.
    public static Timer latency(MeterRegistry registry, String name, String description, String... tags) {
        return Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(LATENCY)
                .register(registry);
    }

    static DistributionSummary size(MeterRegistry registry, String name, String description) {
        return DistributionSummary.builder(name)
                .description(description)
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500)
                .register(registry);
    }
}
