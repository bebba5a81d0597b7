package io.hackhub.faults;

import io.hackhub.cluster.FileTrees;
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
        this.network = network;
        this.postgres = new Postgres(folder);
        this.nodes = new Nodes(folder, network, postgres, count);
        this.jury = new Jury(nodes.program(0));
    }

    boolean canCut() {
        return network.canCut();
    }

    Run.Result run(Schedule schedule) {
        return Run.of(schedule, nodes, network, postgres, jury);
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
