package io.hackhub.load.contestant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Processor time so far, in seconds, read from `/proc`; zeros where there is none.
///
/// @param server the contestant
/// @param database PostgreSQL, with connections that have ended
/// @param generator this process
/// @param foreign everything else on this machine
public record Usage(double server, double database, double generator, double foreign) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    public static Usage of(Contestant contestant, BenchDatabase database) {
        double server = seconds(contestant.pid());
        double store = database.processes().mapToDouble(it -> seconds(it.pid())).sum() + ended(database.postmaster());
        double own = seconds(ProcessHandle.current().pid());
        return new Usage(server, store, own, busy() - server - store - own);
    }

    /// Waits until nothing but the contestants runs here, for as long as that may take at most.
    public static void awaitQuiet(Contestant contestant, BenchDatabase database, double cores, Duration most)
            throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        double others = Double.MAX_VALUE;
        while (others > cores && System.nanoTime() < deadline) {
            var before = of(contestant, database);
            TimeUnit.SECONDS.sleep(1);
            others = of(contestant, database).since(before).foreign();
        }
    }

    public Usage since(Usage before) {
        return new Usage(
                server - before.server,
                database - before.database,
                generator - before.generator,
                foreign - before.foreign);
    }

    /// Memory of a process, in KiB.
    public static long residentKiB(long pid) {
        return status(pid, "VmRSS:");
    }

    public static long threads(long pid) {
        return status(pid, "Threads:");
    }

    public static long openFiles(long pid) {
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.count();
        } catch (IOException none) {
            return 0;
        }
    }

    private static long status(long pid, String name) {
        return lines(Path.of("/proc", Long.toString(pid), "status"))
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static double seconds(long pid) {
        return ticks(pid, USER, SYSTEM);
    }

    private static double ended(long pid) {
        return ticks(pid, CHILDREN_USER, CHILDREN_SYSTEM);
    }

    private static double ticks(long pid, int... fields) {
        return lines(Path.of("/proc", Long.toString(pid), "stat"))
                        .findFirst()
                        .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" ", -1))
                        .map(all -> Arrays.stream(fields)
                                .mapToLong(i -> Long.parseLong(all[i]))
                                .sum())
                        .orElse(0L)
                / TICKS_PER_SECOND;
    }

    /// All cores: user, nice, system, irq, softirq.
    private static double busy() {
        return lines(Path.of("/proc/stat"))
                        .findFirst()
                        .map(line -> line.split(" +", -1))
                        .map(all -> Stream.of(1, 2, 3, 6, 7)
                                .mapToLong(i -> Long.parseLong(all[i]))
                                .sum())
                        .orElse(0L)
                / TICKS_PER_SECOND;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream() : Stream.of();
        } catch (java.nio.file.NoSuchFileException gone) {
            return Stream.of();
        } catch (IOException failure) {
            return vanished(failure);
        }
    }

    /// A process that ends while it is read from is no process.
    private static Stream<String> vanished(IOException failure) {
        if (String.valueOf(failure.getMessage()).contains("No such process")) {
            return Stream.of();
        }
        throw new UncheckedIOException(failure);
    }
}
