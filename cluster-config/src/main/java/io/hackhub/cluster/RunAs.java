package io.hackhub.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// As whom PostgreSQL's programs run. They refuse to run as root, so root needs a way around.
enum RunAs {

    /// We are an ordinary user: as ourselves.
    OURSELVES,

    /// We are root: in a user namespace, where root looks like nobody. Files stay root's own.
    UNSHARED,

    /// We are root and may not make a namespace (some containers): as nobody. The files must be nobody's, and lie where
    /// nobody can go.
    NOBODY;

    static final int NOBODY_ID = 65_534;

    /// @throws CannotStart if we are root and neither way works
    static RunAs onThisMachine(Path ours) {
        if (uid(ours) != 0) {
            return OURSELVES;
        }
        for (var way : List.of(UNSHARED, NOBODY)) {
            if (way.works()) {
                return way;
            }
        }
        throw CannotStart.machine("PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
                + " start HackHub as another user, or name a PostgreSQL of yours in HACKHUB_DATABASE_URL");
    }

    List<String> command(List<String> program) {
        return Stream.concat(prefix().stream(), program.stream()).toList();
    }

    private List<String> prefix() {
        return switch (this) {
            case OURSELVES -> List.of();
            case UNSHARED -> List.of("unshare", "-U");
            case NOBODY ->
                List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups", "--inh-caps=-all");
        };
    }

    /// The numeric owner of the files that PostgreSQL writes, if `ours` is a file that we have made.
    int owner(Path ours) {
        return this == NOBODY ? NOBODY_ID : uid(ours);
    }

    void own(Path path) {
        if (this == NOBODY) {
            try {
                Files.setAttribute(path, "unix:uid", NOBODY_ID);
                Files.setAttribute(path, "unix:gid", NOBODY_ID);
            } catch (IOException failure) {
                throw CannotStart.machine("%s cannot be given to the user nobody: %s".formatted(path, failure));
            }
        }
    }

    static int uid(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException failure) {
            throw CannotStart.machine("%s cannot be read: %s".formatted(path, failure));
        }
    }

    private boolean works() {
        try {
            return new ProcessBuilder(command(List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
