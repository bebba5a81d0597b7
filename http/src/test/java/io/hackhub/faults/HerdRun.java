package io.hackhub.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hackhub.load.wire.Histogram;
import io.hackhub.system.Api;
import io.hackhub.system.Metrics;
import io.hackhub.system.Program;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// A node dies under thousands of sockets: until all that lost their connection follow their channels again, on the
/// nodes that live, and what that costs those.
final class HerdRun {

    private static final int VICTIM = 2;
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final Duration NOTICE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SCORE_EVERY = Duration.ofMillis(500);
    private static final double WANTED_MS = 15_000;
    private static final double MOST_READS = 0.01;

    /// What the living nodes had to do.
    ///
    /// @param reads of logs from the database, for replays
    /// @param recoveries of rooms' journals
    private record Work(double reads, double recoveries) {
        static Work of(List<Program> nodes) {
            double reads = 0;
            double recoveries = 0;
            for (var node : nodes) {
                var metrics = Metrics.of(node);
                reads += metrics.sum("hackhub_history_reads_total{source=\"hub\"");
                recoveries += metrics.sum("hackhub_journal_recovery_seconds_count");
            }
            return new Work(reads, recoveries);
        }

        Work since(Work before) {
            return new Work(reads - before.reads, recoveries - before.recoveries);
        }
    }

    /// @param dropped sockets that lost their connection
    /// @param signedIn how long each took until `ready`, each time it was
    /// @param back how long each took until it followed all its channels
    /// @param replays subscriptions by a cursor
    /// @param moved channels whose room was on the node that died
    record Result(
            int sockets,
            boolean all,
            Duration entering,
            int dropped,
            Histogram signedIn,
            Histogram back,
            long replays,
            long reads,
            long recoveries,
            long moved,
            Map<String, Long> refusals,
            int acknowledged,
            int scores,
            List<String> broken) {

        ObjectNode json(String revision) {
            var json = Api.JSON
                    .createObjectNode()
                    .put("herd", sockets)
                    .put("revision", revision)
                    .put("all", all)
                    .put("enteringMs", entering.toMillis())
                    .put("dropped", dropped)
                    .put("back", back.count())
                    .put("signedInP50Ms", Math.round(signedIn.percentile(0.5)))
                    .put("signedInP99Ms", Math.round(signedIn.percentile(0.99)))
                    .put("p50Ms", Math.round(back.percentile(0.5)))
                    .put("p99Ms", Math.round(back.percentile(0.99)))
                    .put("lastMs", Math.round(back.largest()))
                    .put("replays", replays)
                    .put("historyReads", reads)
                    .put("recoveries", recoveries)
                    .put("roomsMoved", moved)
                    .put("acknowledged", acknowledged)
                    .put("scores", scores);
            refusals.forEach((code, count) -> json.withObject("/refusals").put(code, count));
            broken.forEach(line -> json.withArray("broken").add(line));
            return json;
        }
    }

    private final int sockets;
    private final boolean all;
    private final Nodes nodes;
    private final Jury jury;
    private final Town town;
    private final HerdClient client;

    private HerdRun(int sockets, boolean all, Nodes nodes, Jury jury, Town town, HerdClient client) {
        this.sockets = sockets;
        this.all = all;
        this.nodes = nodes;
        this.jury = jury;
        this.town = town;
        this.client = client;
    }

    static Result of(int sockets, boolean all, Nodes nodes, Postgres postgres, Jury jury) {
        var town = Town.of(sockets, nodes, postgres, jury.board());
        System.out.printf("%d teams%n", town.logs().size() - 1);
        try (var client = new HerdClient(town)) {
            return new HerdRun(sockets, all, nodes, jury, town, client).run();
        }
    }

    private Result run() {
        var entering = enter();
        var scores = jury.start(survivors(), SCORE_EVERY);
        Breaker.pass(CALM);
        var victim = address(nodes.program(VICTIM));
        var shards = nodes.shards(VICTIM);
        long moved = town.logs().stream()
                .filter(it -> shards.contains(Nodes.shardOf(it)))
                .count();
        var before = Work.of(survivors());
        var refusals = client.onLoop(client.experience()::refusals);
        long resumed = client.onLoop(client.experience()::resumed);
        client.living(survivors().stream().map(HerdRun::address).toList());
        int dropped = client.watch(victim::equals, where -> all && !where.equals(victim));
        nodes.kill(VICTIM);
        Breaker.pass(NOTICE);
        nodes.tellGone(VICTIM);
        await(() -> client.away() == 0);
        var work = Work.of(survivors()).since(before);
        long replays = client.onLoop(client.experience()::resumed) - resumed;
        Breaker.pass(CALM);
        client.stopWriting();
        jury.stop();
        int taken = scores.join();
        await(() -> client.lacking() == 0);
        var result = new Result(
                sockets,
                all,
                entering,
                dropped,
                client.signedIn(),
                client.back(),
                replays,
                Math.round(work.reads()),
                Math.round(work.recoveries()),
                moved,
                since(refusals, client.experience().refusals()),
                client.acknowledged(),
                taken,
                new ArrayList<>(jury.check(survivors())));
        broken(result);
        return result;
    }

    private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
        var more = new TreeMap<String, Long>();
        now.forEach((code, count) -> more.put(code, count - before.getOrDefault(code, 0L)));
        return more;
    }

    private Duration enter() {
        client.living(nodes.all().stream().map(HerdRun::address).toList());
        var begin = Instant.now();
        client.enter();
        await(() -> client.inside() == sockets);
        if (client.inside() < sockets) {
            throw new IllegalStateException("%d of %d sockets got in: %s"
                    .formatted(client.inside(), sockets, client.experience().lastEnd()));
        }
        return Duration.between(begin, Instant.now());
    }

    private List<Program> survivors() {
        var all = new ArrayList<>(nodes.all());
        all.remove(VICTIM);
        return all;
    }

    private static InetSocketAddress address(Program node) {
        return new InetSocketAddress(node.ports().host(), node.ports().live());
    }

    private static void await(BooleanSupplier done) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean() && Instant.now().isBefore(deadline)) {
            Breaker.pass(Duration.ofMillis(100));
        }
    }

    private void broken(Result result) {
        var lines = result.broken();
        var seen = client.experience();
        check(lines, result.back().count() == result.dropped(), "%d sockets are not back".formatted(client.away()));
        check(lines, result.back().largest() <= WANTED_MS, "the last came back after more than 15 s");
        check(lines, result.reads() < MOST_READS * result.replays(), "more than 1 % of the replays read history");
        check(lines, result.recoveries() <= result.moved(), "more rooms recovered than were lost");
        check(lines, seen.gaps() == 0, "%d events were missing".formatted(seen.gaps()));
        check(lines, seen.behind() == 0, "%d times a cursor was ahead of its log".formatted(seen.behind()));
        check(lines, client.lacking() == 0, "%d lack what was acknowledged".formatted(client.lacking()));
    }

    private static void check(List<String> lines, boolean holds, String otherwise) {
        if (!holds) {
            lines.add(otherwise);
        }
    }
}
