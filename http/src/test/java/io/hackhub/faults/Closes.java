package io.hackhub.faults;

import io.hackhub.system.Metrics;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How many sockets the nodes close because they do not read, by what their metrics say each second: what a node does
/// in the last second before it is killed is not heard of.
final class Closes implements AutoCloseable {

    private static final String SLOW = "hackhub_live_closes_total{code=\"4008\"";
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Nodes nodes;
    private final double[] last;
    private double ended;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean watching = true;

    Closes(Nodes nodes) {
        this.nodes = nodes;
        this.last = new double[nodes.count()];
        IntStream.range(0, nodes.count()).forEach(node -> last[node] = look(node, 0));
        ended = -IntStream.range(0, nodes.count())
                .mapToDouble(node -> last[node])
                .sum();
        IntStream.range(0, nodes.count())
                .forEach(node -> threads.add(Thread.ofVirtual().start(() -> watch(node))));
    }

    private void watch(int node) {
        while (watching) {
            hear(node, look(node, last[node]));
            Breaker.pass(EVERY);
        }
    }

    private double look(int node, double otherwise) {
        try {
            return Metrics.of(nodes.program(node)).sum(SLOW);
        } catch (UncheckedIOException away) {
            return otherwise;
        }
    }

    /// Fewer than before: a new process counts.
    private synchronized void hear(int node, double count) {
        if (count < last[node]) {
            ended += last[node];
        }
        last[node] = count;
    }

    synchronized int slow() {
        return (int) (ended
                + IntStream.range(0, last.length).mapToDouble(it -> last[it]).sum());
    }

    @Override
    public void close() {
        watching = false;
    }
}
