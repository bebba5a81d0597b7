package io.hackhub.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// What goes wrong in one run, decided by its seed alone: two or three faults, each with a moment of peace before it.
///
/// @param steps in their order
/// @param calm whether all nodes are ready again before each
record Schedule(List<Step> steps, boolean calm) {

    private static final Duration CALM = Duration.ofSeconds(3);

    /// Where it is the cluster's clocks that are measured, the crowd leaves it room: each writes 20 messages a second.
    private static final Duration PACE = Duration.ofMillis(50);

    record Step(Duration after, Fault fault) {}

    Duration pace() {
        return calm ? PACE : Duration.ZERO;
    }

    Schedule {
        steps = List.copyOf(steps);
    }

    /// @param canCut whether the network can be cut
    static Schedule of(long seed, int nodes, boolean canCut) {
        var random = new SplittableRandom(seed);
        var steps = new ArrayList<Step>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            steps.add(new Step(Duration.ofMillis(500 + random.nextInt(2500)), fault(random, nodes, canCut)));
        }
        return new Schedule(steps, false);
    }

    /// The same kill, over and over, of one node after the other.
    static Schedule kills(int count, int nodes, boolean told) {
        return new Schedule(
                IntStream.range(0, count)
                        .mapToObj(i -> new Step(CALM, new Fault.Kill(i % nodes, told, CALM)))
                        .toList(),
                true);
    }

    /// One rolling restart after the other.
    static Schedule restarts(int count) {
        return new Schedule(Collections.nCopies(count, new Step(CALM, new Fault.RollingRestart())), true);
    }

    /// Every node is replaced by one of the version that is tested.
    static Schedule upgrade() {
        return new Schedule(List.of(new Step(CALM, new Fault.RollingUpgrade())), true);
    }

    private static Fault fault(RandomGenerator random, int nodes, boolean canCut) {
        int node = random.nextInt(nodes);
        int other = (node + 1 + random.nextInt(nodes - 1)) % nodes;
        int dice = random.nextInt(canCut ? 100 : 70);
        if (dice < 25) {
            return new Fault.Kill(node, random.nextInt(4) > 0, seconds(random, 0, 4));
        }
        if (dice < 45) {
            return new Fault.Pause(node, seconds(random, 1, random.nextInt(8) == 0 ? 60 : 15));
        }
        if (dice < 57) {
            return new Fault.DatabaseAway(seconds(random, 0, random.nextInt(6) == 0 ? 30 : 4));
        }
        if (dice < 65) {
            return new Fault.Herd();
        }
        if (dice < 70) {
            return new Fault.RollingRestart();
        }
        return dice < 85
                ? new Fault.Isolate(node, seconds(random, 1, 20))
                : new Fault.OneWay(node, other, seconds(random, 1, 20));
    }

    private static Duration seconds(RandomGenerator random, int least, int most) {
        return Duration.ofMillis(random.nextLong(least * 1000L, most * 1000L));
    }
}
