package io.hackhub.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The server process that a data folder's `postmaster.pid` names, if it runs and is indeed a PostgreSQL of that
/// folder:
/// after a crash of the machine the number may be anybody's.
record Postmaster(ProcessHandle process, int port) {

    static Optional<Postmaster> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(pidFile(data));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            int port = Integer.parseInt(lines.get(3).strip());
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> servesFrom(process, data))
                    .map(process -> new Postmaster(process, port));
        } catch (IOException | NumberFormatException absentOrHalfWritten) {
            return Optional.empty();
        }
    }

    /// Whether the number in `postmaster.pid` now belongs to a process that has nothing to do with it.
    /// PostgreSQL itself would take it for a running server and refuse to start.
    static boolean isStrangers(Path data) {
        try {
            long pid =
                    Long.parseLong(Files.readAllLines(pidFile(data)).getFirst().strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && of(data).isEmpty();
        } catch (IOException | NumberFormatException | NoSuchElementException absentOrHalfWritten) {
            return false;
        }
    }

    static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    /// Server processes whose working folder is `data`: with the postmaster killed, its children live on for a moment.
    static List<ProcessHandle> processesIn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> workingFolder(process).filter(data::equals).isPresent())
                .toList();
    }

    private static boolean servesFrom(ProcessHandle process, Path data) {
        var folder = workingFolder(process);
        if (folder.isPresent()) {
            return folder.get().equals(data);
        }
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                .isPresent();
    }

    /// Only Linux tells.
    private static Optional<Path> workingFolder(ProcessHandle process) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
