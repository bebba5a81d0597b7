package io.hackhub.faults;

import java.time.Duration;

/// Something that goes wrong, for a while. Nodes are counted from 0.
sealed interface Fault {

    /// `kill -9`; started again after `back`. With `told` the supervisor tells the cluster at once.
    record Kill(int node, boolean told, Duration back) implements Fault {}

    /// Stopped where it stands, and let go on: a zombie, if the others have given it up.
    record Pause(int node, Duration length) implements Fault {}

    /// One node and all others do not reach each other; all reach the database.
    record Isolate(int node, Duration length) implements Fault {}

    /// Nothing that one sends arrives at the other.
    record OneWay(int from, int to, Duration length) implements Fault {}

    /// PostgreSQL ends and comes back.
    record DatabaseAway(Duration length) implements Fault {}

    /// One after the other is ended as an upgrade ends it, and started again when the one before is ready.
    record RollingRestart() implements Fault {}

    /// As [RollingRestart], and what is started is the version that is tested.
    record RollingUpgrade() implements Fault {}

    /// Every client loses its connection at the same moment.
    record Herd() implements Fault {}
}
