package io.hackhub.faults;

import java.util.List;

/// Where the nodes are, and whether they reach each other. The database and the clients are on the harness's own side,
/// which every node always reaches.
interface Network extends AutoCloseable {

    /// The address that a node listens on.
    String host(int node);

    /// Where the nodes find the database.
    String database();

    /// What a node's command begins with.
    List<String> before(int node);

    /// Whether [#cut] can be had here.
    boolean canCut();

    /// From now on nothing that `from` sends arrives at `to`.
    void cut(int from, int to);

    /// Everything arrives again.
    void heal();

    @Override
    void close();
}
