package io.hackhub.cluster;

import io.hackhub.cluster.Settings.ExternalDatabase;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL of our own, in the data folder: as durable as one that an operator runs. The caller holds the
/// folder's lock, so a server found there is an orphan of ours, and is stopped.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String VERSION = "18";
    private static final String USER = "hackhub";
    private static final String PASSWORD_FILE = "database-password";
    private static final int PORT_TRIES = 5;
    private static final Duration ORPHANS = Duration.ofSeconds(20);
    private static final Duration WATCH = Duration.ofSeconds(1);

    private final PostgresHome home;
    private final PostgresTools tools;
    private final int port;
    private final ExternalDatabase address;
    private final CountDownLatch closing = new CountDownLatch(1);

    private EmbeddedDatabase(PostgresHome home, PostgresTools tools, int port, Secret password) {
        this.home = home;
        this.tools = tools;
        this.port = port;
        this.address = address(port, password);
    }

    /// Blocking: a second, or six when the folder is new.
    ///
    /// @throws CannotStart with the reason in one line
    public static EmbeddedDatabase start(DataFolder folder) {
        var home = PostgresHome.choose(folder);
        var password = folder.secret(PASSWORD_FILE);
        try {
            home.create();
            var tools = new PostgresTools(home, PostgresPrograms.unpack(home.folder()));
            if (Files.isDirectory(home.data())) {
                checkVersion(home, folder);
                checkOwner(home, folder);
            } else {
                initialise(home, tools, password);
            }
            var database = new EmbeddedDatabase(home, tools, start(home, tools), password);
            Thread.ofVirtual().name("postgres-watch").start(database::watch);
            return database;
        } catch (IOException failure) {
            throw CannotStart.machine(
                    "PostgreSQL could not be started in %s: %s".formatted(home.folder(), reason(failure)));
        }
    }

    /// The server that a running instance has started in this folder: for the command line's `admin`.
    public static Optional<ExternalDatabase> running(Path folder) {
        var pointer = folder.resolve("postgres-folder");
        try {
            var home = Files.exists(pointer) ? Path.of(Files.readString(pointer).strip()) : folder.resolve("postgres");
            var data = home.resolve("data");
            if (!Files.isDirectory(data)) {
                return Optional.empty();
            }
            var password =
                    new Secret(Files.readString(folder.resolve(PASSWORD_FILE)).strip());
            return Postmaster.of(data.toRealPath()).map(server -> address(server.port(), password));
        } catch (IOException failure) {
            throw CannotStart.machine("%s cannot be read: %s".formatted(folder, failure));
        }
    }

    public ExternalDatabase address() {
        return address;
    }

    /// Where the data lie, for the operator.
    public Path folder() {
        return home.folder();
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        try {
            if (Postmaster.of(home.data().toRealPath()).isPresent()) {
                tools.stop();
            }
        } catch (IOException failure) {
            LOG.warn("PostgreSQL did not stop cleanly; it will mend itself at the next start", failure);
        }
    }

    /// A server that ends by itself, its disk full or killed for its memory, is started again where it was: pools and
    /// journal find it there.
    private void watch() {
        try {
            while (!closing.await(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                startAgainIfEnded();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startAgainIfEnded() {
        try {
            var data = home.data().toRealPath();
            if (closing.getCount() > 0 && Postmaster.of(data).isEmpty()) {
                LOG.error("PostgreSQL has ended by itself, see {}; starting it again", home.log());
                stopOrphans(data, tools);
                tools.start(port);
                LOG.info("PostgreSQL runs again");
            }
        } catch (IOException | CannotStart failure) {
            LOG.error("PostgreSQL does not start: {}", reason(failure));
        }
    }

    private static String reason(Exception failure) {
        return failure instanceof FileSystemException ? failure.toString() : String.valueOf(failure.getMessage());
    }

    private static ExternalDatabase address(int port, Secret password) {
        return new ExternalDatabase("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), USER, password);
    }

    private static void initialise(PostgresHome home, PostgresTools tools, Secret password) throws IOException {
        var half = home.folder().resolve("data-new");
        FileTrees.delete(half);
        var passwordFile = Files.createTempFile(
                home.folder(),
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password.value());
            home.as().own(passwordFile);
            tools.initialise(half, USER, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(half, home.data());
    }

    private static void checkVersion(PostgresHome home, DataFolder folder) throws IOException {
        var file = home.data().resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : "none";
        if (!version.equals(VERSION)) {
            throw CannotStart.configuration(
                    "HACKHUB_DATA",
                    folder.path().toString(),
                    "data of PostgreSQL %s; these in %s are of version %s: dump and restore them, or start with another folder"
                            .formatted(VERSION, home.data(), version));
        }
    }

    private static void checkOwner(PostgresHome home, DataFolder folder) throws IOException {
        int wanted = home.as().owner(folder.path());
        int owner = RunAs.uid(home.data());
        if (owner != wanted) {
            throw CannotStart.configuration(
                    "HACKHUB_DATA",
                    folder.path().toString(),
                    home.as() == RunAs.NOBODY
                            ? "`unshare -U` to work, as it did when root made the data in %s".formatted(home.data())
                            : "data of user %d; these in %s belong to user %d: start HackHub as that user, or chown them"
                                    .formatted(wanted, home.data(), owner));
        }
    }

    private static int start(PostgresHome home, PostgresTools tools) throws IOException {
        stopOrphans(home.data().toRealPath(), tools);
        for (int attempt = 1; ; attempt++) {
            int port = Ports.free();
            try {
                tools.start(port);
                return port;
            } catch (PostgresTools.Failed failed) {
                if (attempt == PORT_TRIES || !failed.isPassing()) {
                    throw failed;
                }
            }
        }
    }

    private static void stopOrphans(Path data, PostgresTools tools) throws IOException {
        if (Postmaster.of(data).isPresent()) {
            LOG.debug("Stopping the PostgreSQL that the last run left behind");
            tools.stop();
        }
        var deadline = Instant.now().plus(ORPHANS);
        for (var process : Postmaster.processesIn(data)) {
            awaitEnd(process, Duration.between(Instant.now(), deadline), data);
        }
        if (Postmaster.isStrangers(data)) {
            Files.delete(Postmaster.pidFile(data));
        }
    }

    private static void awaitEnd(ProcessHandle process, Duration atMost, Path data) {
        try {
            process.onExit().get(Math.max(atMost.toMillis(), 1), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            throw CannotStart.machine(
                    "Process %d of an earlier PostgreSQL still works in %s".formatted(process.pid(), data));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
