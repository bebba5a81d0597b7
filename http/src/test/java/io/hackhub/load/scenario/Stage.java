package io.hackhub.load.scenario;

import io.hackhub.load.contestant.BenchDatabase;
import io.hackhub.load.contestant.Contestant;
import io.hackhub.load.contestant.Usage;
import io.hackhub.load.wire.Faults;
import io.hackhub.load.wire.Line;
import io.hackhub.load.wire.Lines;
import io.hackhub.load.wire.Lines.Guest;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where one run takes place: a contestant, sockets on one loop, and a clock. Closing it closes the sockets.
public final class Stage implements AutoCloseable {

    /// Higher with each run, so that no run takes another's posts for its own.
    private static final long RUN = 10_000_000;
    private static final long SETTLE_NS = TimeUnit.SECONDS.toNanos(20);
    private static final MultiThreadIoEventLoopGroup LOOP =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    private static long runs;

    private final Contestant contestant;
    private final BenchDatabase database;
    private final Faults faults = new Faults();
    private final EventLoop loop = (EventLoop) LOOP.next();
    private final List<Line> open = new ArrayList<>();
    private final Map<String, List<Double>> samples = new LinkedHashMap<>();
    private final Lines lines;
    private final long first;

    public Stage(Contestant contestant, BenchDatabase database) {
        this.contestant = contestant;
        this.database = database;
        this.lines = new Lines(LOOP, contestant.address(), contestant.dialect(), faults);
        this.first = ++runs * RUN;
    }

    Contestant contestant() {
        return contestant;
    }

    BenchDatabase database() {
        return database;
    }

    /// What is shown over time, by name.
    void keep(Map<String, List<Double>> values) {
        samples.putAll(values);
    }

    public Map<String, List<Double>> samples() {
        return samples;
    }

    Faults faults() {
        return faults;
    }

    /// Of the first post of this run.
    long firstNumber() {
        return first;
    }

    EventLoop loop() {
        return loop;
    }

    List<Line> open(List<Guest> guests) throws InterruptedException {
        var opened = lines.open(guests);
        open.addAll(opened);
        return opened;
    }

    Line open(Guest guest) throws InterruptedException {
        return open(List.of(guest)).getFirst();
    }

    <T> T onLoop(Callable<T> work) throws InterruptedException {
        try {
            return loop.submit(work).get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void onLoop(Runnable work) throws InterruptedException {
        onLoop(() -> {
            work.run();
            return true;
        });
    }

    Usage usage() {
        return Usage.of(contestant, database);
    }

    /// What is done while something is counted.
    interface Meanwhile {
        void run() throws InterruptedException;
    }

    /// Counts what `traffic` does from now on, for so long, with the processor time that it takes.
    Measured measure(Traffic traffic, double seconds) throws InterruptedException {
        return measure(traffic, () -> pause(seconds));
    }

    Measured measure(Traffic traffic, Meanwhile meanwhile) throws InterruptedException {
        onLoop(traffic::begin);
        var before = usage();
        long start = System.nanoTime();
        meanwhile.run();
        var counts = onLoop(traffic::end);
        double took = (System.nanoTime() - start) / 1e9;
        return new Measured(counts, took, usage().since(before));
    }

    /// What [#measure] found.
    record Measured(Traffic.Counts counts, double seconds, Usage usage) {}

    static void pause(double seconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000));
    }

    /// Waits until all that was acknowledged is delivered, once each; else the run is void. A moment later still, so
    /// that what comes twice has come.
    void settle(Traffic traffic) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLE_NS;
        while (!onLoop(traffic::isSettled)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(onLoop(traffic::unsettled));
            }
            pause(0.05);
        }
        pause(0.2);
        if (!onLoop(traffic::isSettled)) {
            throw new IllegalStateException("void: something was delivered twice");
        }
        faults.first().ifPresent(why -> {
            throw new IllegalStateException("void: " + why);
        });
    }

    @Override
    public void close() {
        loop.submit(() -> open.forEach(Line::close)).syncUninterruptibly();
    }
}
