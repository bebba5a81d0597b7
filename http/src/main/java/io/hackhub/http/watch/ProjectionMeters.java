package io.hackhub.http.watch;

import io.hackhub.core.projection.Projections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// How far behind each projection is. Every node reports on all of them, wherever they run.
public final class ProjectionMeters {

    private final Projections projections;
    private final InstantSource clock;
    private final Map<String, Double> behind = new ConcurrentHashMap<>();

    /// Of all projections that run by now.
    public ProjectionMeters(Projections projections, MeterRegistry registry, InstantSource clock) {
        this.projections = projections;
        this.clock = clock;
        for (var name : projections.names()) {
            Gauge.builder("hackhub.projection.lag", () -> behind.getOrDefault(name, 0.0))
                    .description("Age of the oldest event that the projection has not seen to")
                    .baseUnit("seconds")
                    .tag("projection", name)
                    .register(registry);
        }
    }

    /// Asks the database; while it is away the figures stay what they were.
    public CompletionStage<?> look() {
        return projections
                .lags(clock.instant())
                .thenAccept(lags -> lags.forEach(
                        it -> behind.put(it.projection(), it.behind().toMillis() / 1_000.0)))
                .exceptionally(_ -> null);
    }
}
