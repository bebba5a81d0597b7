package io.hackhub.faults;

import io.hackhub.system.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Does to the cluster what a [Fault] says, and undoes it. It waits as long as the fault lasts; what has ended by
/// itself meanwhile is started again by [Nodes#awaitReady].
final class Breaker {

    /// How long a supervisor takes to see that its process is gone and to say so.
    private static final Duration NOTICE = Duration.ofMillis(200);

    private final Nodes nodes;
    private final Network network;
    private final Postgres postgres;
    private final Runnable herd;
    private final List<Outage> outages = new ArrayList<>();

    /// A node that was killed, or that left as planned, and the shards of rooms that it had then.
    record Outage(boolean planned, Instant at, Set<Integer> shards) {}

    Breaker(Nodes nodes, Network network, Postgres postgres, Runnable herd) {
        this.nodes = nodes;
        this.network = network;
        this.postgres = postgres;
        this.herd = herd;
    }

    /// Those so far.
    List<Outage> outages() {
        return List.copyOf(outages);
    }

    void apply(Fault fault) {
        switch (fault) {
            case Fault.Kill(var node, var told, var back) -> kill(node, told, back);
            case Fault.Pause(var node, var length) -> pause(node, length);
            case Fault.Isolate(var node, var length) -> isolate(node, length);
            case Fault.OneWay(var from, var to, var length) -> {
                network.cut(from, to);
                pass(length);
                network.heal();
            }
            case Fault.DatabaseAway(var length) -> {
                postgres.stop();
                pass(length);
                postgres.start();
            }
            case Fault.RollingRestart _ -> rollingRestart();
            case Fault.RollingUpgrade _ -> {
                nodes.use(Program.distribution());
                rollingRestart();
            }
            case Fault.Herd _ -> herd.run();
        }
    }

    private void kill(int node, boolean told, Duration back) {
        var shards = nodes.shards(node);
        nodes.kill(node);
        outages.add(new Outage(false, Instant.now(), shards));
        if (told) {
            pass(NOTICE);
            nodes.tellGone(node);
        }
        pass(back);
        nodes.start(node);
    }

    private void pause(int node, Duration length) {
        var program = nodes.program(node);
        program.signal("STOP");
        pass(length);
        program.signal("CONT");
    }

    private void isolate(int node, Duration length) {
        IntStream.range(0, nodes.count()).filter(other -> other != node).forEach(other -> {
            network.cut(node, other);
            network.cut(other, node);
        });
        pass(length);
        network.heal();
    }

    private void rollingRestart() {
        for (int node = 0; node < nodes.count(); node++) {
            outages.add(new Outage(true, Instant.now(), nodes.shards(node)));
            nodes.program(node).stop();
            nodes.start(node);
            nodes.awaitReady();
        }
    }

    static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
