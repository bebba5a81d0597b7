package io.hackhub.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// CPU time and resident memory of a process, read from `/proc`; zeros where there is no `/proc` or no such process.
record Usage(double cpuSeconds, long residentKiB) {

    private static final double TICKS_PER_SECOND = 100;

    static Usage of(long pid) {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return new Usage(0, 0);
        }
        try {
            var line = Files.readString(stat);
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return new Usage(ticks / TICKS_PER_SECOND, resident(pid));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    String since(Usage before) {
        return String.format(Locale.ROOT, "%.1f s CPU", cpuSeconds - before.cpuSeconds);
    }
}
