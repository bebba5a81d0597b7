package io.hackhub.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class LiveMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /// A registry lets go of what nobody else holds.
    @Test
    void framesAreStillCountedAfterACollection() {
        var metrics = new LiveMetrics(registry);
        System.gc();
        metrics.received();
        metrics.sent();
        metrics.sentEvents(3);

        assertThat(count("hackhub.live.frames.received")).isEqualTo(1);
        assertThat(count("hackhub.live.frames.sent")).isEqualTo(4);
        assertThat(count("hackhub.live.events.sent")).isEqualTo(3);
    }

    private double count(String name) {
        return registry.get(name).functionCounter().count();
    }
}
