package io.hackhub.faults;

import io.hackhub.cluster.FileTrees;
import io.hackhub.system.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A cluster to break: its network, its database, its nodes, and a jury that sits through all runs.
final class Lab implements AutoCloseable {

    /// Leaves logs and data behind, to find out why.
    private static final boolean KEEP = Boolean.getBoolean("hackhub.faults.keep");

    private final Path folder = temporary();
    private final Network network;
    private final Postgres postgres;
    private final Nodes nodes;
    private final Jury jury;

    Lab(Network network, int count) {
        this(network, count, Program.distribution());
    }

    /// @param distribution what the nodes are at first
    Lab(Network network, int count, String distribution) {
        this.network = network;
        this.postgres = new Postgres(folder);
        this.nodes = new Nodes(folder, network, postgres, count, distribution);
        this.jury = new Jury(nodes.program(0));
    }

    boolean canCut() {
        return network.canCut();
    }

    Run.Result run(Schedule schedule) {
        return Run.of(schedule, nodes, network, postgres, jury);
    }

    HerdRun.Result herd(int sockets, boolean all) {
        return HerdRun.of(sockets, all, nodes, postgres, jury);
    }

    /// The last lines of each node's log.
    String logs() {
        return nodes.ends();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("hackhub-cluster");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        nodes.close();
        postgres.close();
        network.close();
        if (KEEP) {
            System.out.println("kept " + folder);
            return;
        }
        try {
            FileTrees.delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
