package io.hackhub.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the embedded PostgreSQL lies and as whom it runs. Normally `postgres` in the data folder. Where it must run
/// as nobody and the data folder is closed to others, as root's home is: a folder of its own below `/var/lib/hackhub`,
/// named in the data folder's file `postgres-folder`.
record PostgresHome(Path folder, RunAs as) {

    private static final Path ELSEWHERE = Path.of("/var/lib/hackhub");
    private static final String POINTER = "postgres-folder";

    /// @throws CannotStart if data are there that we could not use as the user that we are
    static PostgresHome choose(DataFolder folder) {
        var own = folder.path().resolve("postgres");
        var as = RunAs.onThisMachine(folder.path());
        if (as != RunAs.OURSELVES && Files.exists(folder.path().resolve(POINTER))) {
            return new PostgresHome(elsewhere(folder), RunAs.NOBODY);
        }
        if (Files.isDirectory(own.resolve("data"))) {
            boolean nobodys = as != RunAs.OURSELVES && RunAs.uid(own.resolve("data")) == RunAs.NOBODY_ID;
            return new PostgresHome(own, nobodys ? RunAs.NOBODY : as);
        }
        return new PostgresHome(as != RunAs.NOBODY || othersMayEnter(folder.path()) ? own : elsewhere(folder), as);
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    void create() throws IOException {
        if (!Files.isDirectory(folder)) {
            var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            if (folder.startsWith(ELSEWHERE)) {
                Files.createDirectories(
                        ELSEWHERE, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            }
            Files.createDirectories(folder, ours);
        }
        as.own(folder);
    }

    private static Path elsewhere(DataFolder folder) {
        return Path.of(folder.secretFile(
                POINTER, () -> ELSEWHERE.resolve(UUID.randomUUID().toString()).toString()));
    }

    private static boolean othersMayEnter(Path path) {
        try {
            for (@Nullable Path part = path.toRealPath(); part != null; part = part.getParent()) {
                if (!Files.getPosixFilePermissions(part).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
