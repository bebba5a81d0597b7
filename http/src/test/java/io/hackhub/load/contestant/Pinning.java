package io.hackhub.load.contestant;

import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which cores processes may run on. Pinned: what serves on the first, the load generator on the second.
public enum Pinning {
    PINNED("0", "1"),
    UNPINNED("", "");

    /// Of this machine. Asked once: later this process may be pinned, and then it sees fewer.
    public static final int CORES = Runtime.getRuntime().availableProcessors();

    private final String server;
    private final String generator;

    Pinning(String server, String generator) {
        this.server = server;
        this.generator = generator;
    }

    /// This process, and the database. What `start` starts inherits the server's core.
    public <T> T around(BenchDatabase database, Supplier<T> start) {
        database.processes().forEach(it -> move(it.pid(), server));
        move(ProcessHandle.current().pid(), server);
        var started = start.get();
        move(ProcessHandle.current().pid(), generator);
        return started;
    }

    private static void move(long pid, String cores) {
        var all = "0-" + (CORES - 1);
        Commands.run("taskset", "-a", "-c", "-p", cores.isEmpty() ? all : cores, Long.toString(pid));
    }

    /// A process and all that it has started.
    static Stream<ProcessHandle> family(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(it -> Stream.concat(Stream.of(it), it.descendants()));
    }
}
