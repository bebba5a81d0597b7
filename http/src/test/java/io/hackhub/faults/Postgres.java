package io.hackhub.faults;

import io.hackhub.load.contestant.BenchDatabase.Address;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// The PostgreSQL of all nodes: as durable as a real one, and where it was after it was away.
final class Postgres implements AutoCloseable {

    static final String USER = "postgres";

    private final Path data;
    private final Path access;
    private final int port;
    private EmbeddedPostgres server;

    Postgres(Path folder) {
        this.data = folder.resolve("postgres");
        this.access = folder.resolve("pg_hba.conf");
        try {
            Files.writeString(access, "host all all 0.0.0.0/0 trust\n");
            this.server = builder().start();
            this.port = server.getPort();
            check();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "*")
                .setServerConfig("hba_file", access.toString())
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    /// An acknowledgement would mean nothing without these.
    private void check() {
        try (var db = server.getPostgresDatabase().getConnection();
                var query = db.createStatement()) {
            for (var name : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (var row = query.executeQuery("show " + name)) {
                    row.next();
                    if (!row.getString(1).equals("on")) {
                        throw new IllegalStateException("%s: %s (expected: on)".formatted(name, row.getString(1)));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// For those on the harness's own side.
    Address address() {
        return new Address("127.0.0.1", port, "postgres", USER, "");
    }

    int port() {
        return port;
    }

    /// Every connection ends; what was committed is on the disk.
    void stop() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void start() {
        try {
            server = builder().setPort(port).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
