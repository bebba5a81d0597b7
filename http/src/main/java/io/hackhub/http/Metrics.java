package io.hackhub.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmHeapPressureMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What `/metrics` shows: the process, and whatever the features count in the same registry.
final class Metrics {

    private static final Path MEMORY = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    private Metrics() {}

    static PrometheusMeterRegistry create() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        binders().forEach(binder -> binder.bindTo(registry));
        Gauge.builder("hackhub.build.info", () -> 1)
                .description("Which HackHub this is")
                .tag("version", Version.TEXT)
                .register(registry);
        if (Files.isReadable(MEMORY)) {
            Gauge.builder("process.resident.memory", Metrics::resident)
                    .description("Memory that the process takes of the machine")
                    .baseUnit("bytes")
                    .register(registry);
        }
        buffers(registry);
        return registry;
    }

    /// Those that hold something live as long as the process.
    private static List<MeterBinder> binders() {
        return List.of(
                new JvmMemoryMetrics(),
                new JvmGcMetrics(),
                new JvmHeapPressureMetrics(),
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics(),
                new LogbackMetrics());
    }

    private static void buffers(MeterRegistry registry) {
        if (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider allocator) {
            Gauge.builder("hackhub.live.buffers", () -> allocator.metric().usedDirectMemory())
                    .description("Memory outside the heap that the live gateway's buffers take")
                    .baseUnit("bytes")
                    .register(registry);
        }
    }

    private static double resident() {
        try (var lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(line -> 1_024.0
                            * Long.parseLong(line.substring(RESIDENT.length()).replaceAll("\\D", "")))
                    .sum();
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }
}
