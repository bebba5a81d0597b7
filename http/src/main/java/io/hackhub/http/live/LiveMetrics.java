package io.hackhub.http.live;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.http.watch.Buckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an operator sees of the live gateway. All meters are made once: the hot path only adds, one addition for each
/// batch and connection.
final class LiveMetrics {

    /// Why somebody was not let in.
    enum Handshake {
        UNREADABLE,
        PATH,
        METHOD,
        UPGRADE,
        KEY,
        ORIGIN,
        PROTOCOL,
        /// Too many from one address.
        ADDRESS,
        /// This node has as many connections as it may.
        FULL,
        TIMEOUT
    }

    private static final String CLOSES = "hackhub.live.closes";

    private final AtomicInteger connections = new AtomicInteger();
    private final LongAdder received = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder others = new LongAdder();
    private final Counter dropped;
    private final Counter commands;
    private final Counter left;
    private final Timer acked;
    private final Timer refused;
    private final Map<RefusalCode, Counter> refusals;
    private final Map<CloseCode, Counter> closes;
    private final Map<Handshake, Counter> handshakes;
    private final MeterRegistry registry;

    LiveMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("hackhub.live.connections", connections::get)
                .description("Open connections")
                .register(registry);
        sum("hackhub.live.frames.received", "Frames that clients have sent", received);
        sum("hackhub.live.frames.sent", "Frames that clients were sent", events, others);
        sum("hackhub.live.events.sent", "Events among them, once a client", events);
        dropped = counter("hackhub.live.signals.dropped", "Signals that a slow client was not sent", "", "");
        commands = counter("hackhub.live.commands", "Commands that clients have given", "", "");
        acked = command("acked");
        refused = command("refused");
        refusals = counters(
                RefusalCode.class,
                it -> counter("hackhub.live.refusals", "Requests that were refused", "code", it.wire()));
        handshakes = counters(
                Handshake.class,
                it -> counter(
                        "hackhub.live.handshakes.refused",
                        "Clients that were not let in",
                        "cause",
                        it.name().toLowerCase(Locale.ROOT)));
        closes = counters(CloseCode.class, it -> close(Integer.toString(it.number())));
        left = close("client");
    }

    private Counter close(String code) {
        return counter(CLOSES, "Connections that ended, by the code that we closed them with", "code", code);
    }

    private Timer command(String outcome) {
        return Buckets.latency(
                registry,
                "hackhub.live.command",
                "From a command's arrival until its answer is written",
                "outcome",
                outcome);
    }

    private Counter counter(String name, String description, String tag, String value) {
        var counter = Counter.builder(name).description(description);
        return (tag.isEmpty() ? counter : counter.tag(tag, value)).register(registry);
    }

    /// A registry holds the object that is counted weakly: it is this one, which lives as long as the gateway.
    private void sum(String name, String description, LongAdder... parts) {
        FunctionCounter.builder(
                        name,
                        this,
                        _ -> Arrays.stream(parts).mapToLong(LongAdder::sum).sum())
                .description(description)
                .register(registry);
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(Class<E> type, Function<E, Counter> counter) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(Function.identity(), counter, (one, _) -> one, () -> new EnumMap<>(type)));
    }

    /// What the lanes saw at their last tick.
    void lanes(Collection<LiveLane> lanes) {
        gauge(
                "hackhub.live.subscriptions",
                "",
                "Subscriptions of open connections",
                lanes,
                LiveLane.Load::subscriptions);
        gauge(
                "hackhub.live.pending",
                "bytes",
                "Written for clients and not taken by the network",
                lanes,
                LiveLane.Load::pending);
        Gauge.builder(
                        "hackhub.live.pending.most",
                        () -> lanes.stream()
                                .mapToLong(lane -> lane.load().most())
                                .max()
                                .orElse(0))
                .baseUnit("bytes")
                .description("The same of the one client for whom most is waiting")
                .register(registry);
    }

    private void gauge(
            String name,
            String unit,
            String description,
            Collection<LiveLane> lanes,
            ToLongFunction<LiveLane.Load> figure) {
        var gauge = Gauge.builder(
                        name,
                        () -> lanes.stream()
                                .map(LiveLane::load)
                                .mapToLong(figure)
                                .sum())
                .description(description);
        (unit.isEmpty() ? gauge : gauge.baseUnit(unit)).register(registry);
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

    void sent() {
        others.increment();
    }

    void sentEvents(int frames) {
        events.add(frames);
    }

    void dropped() {
        dropped.increment();
    }

    void refusedHandshake(Handshake cause) {
        count(handshakes.get(cause));
    }

    void command() {
        commands.increment();
    }

    /// `began` as of [System#nanoTime].
    void answered(Outcome outcome, long began) {
        var timer = switch (outcome) {
            case Outcome.Acked _ -> acked;
            case Outcome.Refused _ -> refused;
        };
        timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    void refused(RefusalCode code) {
        count(refusals.get(code));
    }

    void closing(CloseCode code) {
        count(closes.get(code));
    }

    /// A client has gone by itself.
    void left() {
        left.increment();
    }

    private static void count(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
