package io.hackhub.http.watch;

import io.hackhub.core.room.RoomWatch.Stages;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Traces by OpenTelemetry, sent by OTLP over HTTP. The head decides: a coin is thrown where something comes in, and
/// only what it chooses becomes an object.
public final class SentTraces implements Traces {

    private static final AttributeKey<Long> READERS = AttributeKey.longKey("hackhub.readers");
    private static final long LAST_SECONDS = 3;

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final double ratio;
    private final RandomGenerator random;

    /// Starts sending.
    ///
    /// @param endpoint the collector's, as in `http://collector:4318`
    /// @param node this node's name
    public static Traces to(URI endpoint, double ratio, String version, String node, RandomGenerator random) {
        CollectorComplaints.intoOurLog();
        return new SentTraces(endpoint, ratio, version, node, random);
    }

    private SentTraces(URI endpoint, double ratio, String version, String node, RandomGenerator random) {
        this.ratio = ratio;
        this.random = random;
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString().replaceFirst("/+$", "") + "/v1/traces")
                .build();
        var self = Attributes.builder()
                .put("service.name", "hackhub")
                .put("service.version", version)
                .put("service.instance.id", node)
                .build();
        provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(self)))
                .setSampler(Sampler.alwaysOn())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
        tracer = provider.get("io.hackhub");
    }

    @Override
    public @Nullable Span begin(String name) {
        return random.nextDouble() < ratio ? new Begun(root(name).startSpan()) : null;
    }

    private SpanBuilder root(String name) {
        return tracer.spanBuilder(name).setNoParent().setSpanKind(SpanKind.SERVER);
    }

    @Override
    public void room(String trace, Stages stages) {
        var room = within(parent(trace), "room", stages.arrived()).startSpan();
        within(Context.root().with(room), "journal commit", stages.decided())
                .startSpan()
                .end(stages.committed());
        room.end(stages.answered());
    }

    @Override
    public void fanOut(String trace, Instant began, Instant ended, int readers) {
        within(parent(trace), "fan-out", began)
                .setAttribute(READERS, (long) readers)
                .startSpan()
                .end(ended);
    }

    private SpanBuilder within(Context parent, String name, Instant began) {
        return tracer.spanBuilder(name).setParent(parent).setStartTimestamp(began);
    }

    /// From `00-<32 digits>-<16 digits>-01`.
    private static Context parent(String trace) {
        var parts = trace.split("-", -1);
        var known = parts.length == 4
                ? SpanContext.createFromRemoteParent(
                        parts[1], parts[2], TraceFlags.getSampled(), TraceState.getDefault())
                : SpanContext.getInvalid();
        return Context.root().with(io.opentelemetry.api.trace.Span.wrap(known));
    }

    @Override
    public void close() {
        provider.shutdown().join(LAST_SECONDS, TimeUnit.SECONDS);
    }

    private record Begun(io.opentelemetry.api.trace.Span span) implements Span {
        @Override
        public String trace() {
            var it = span.getSpanContext();
            return "00-%s-%s-01".formatted(it.getTraceId(), it.getSpanId());
        }

        @Override
        public Span with(String attribute, String value) {
            span.setAttribute(attribute, value);
            return this;
        }

        @Override
        public void end(boolean failed) {
            if (failed) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
