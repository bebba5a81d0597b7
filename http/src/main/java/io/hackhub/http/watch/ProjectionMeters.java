package io.hackhub.http.watch;

import io.hackhub.core.projection.ProjectionLag;
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
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Map<String, Double> behind = new ConcurrentHashMap<>();

    public ProjectionMeters(Projections projections, MeterRegistry registry, InstantSource clock) {
        this.projections = projections;
        this.registry = registry;
        this.clock = clock;
    }

    /// Asks the database; while it is away the figures stay what they were.
    public CompletionStage<?> look() {
        return projections
                .lags(clock.instant())
                .thenAccept(lags -> lags.forEach(this::is))
                .exceptionally(_ -> null);
    }

    private void is(ProjectionLag lag) {
        if (behind.put(lag.projection(), lag.behind().toMillis() / 1_000.0) == null) {
            Gauge.builder("hackhub.projection.lag", () -> behind.getOrDefault(lag.projection(), 0.0))
                    .description("Age of the oldest event that the projection has not seen to")
                    .baseUnit("seconds")
                    .tag("projection", lag.projection())
                    .register(registry);
        }
    }
}
