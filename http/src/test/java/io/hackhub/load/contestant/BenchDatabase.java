package io.hackhub.load.contestant;

import io.hackhub.cluster.DataFolder;
import io.hackhub.cluster.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The one PostgreSQL that all contestants store into, as durable as HackHub's own always is: that is asked, not
/// believed. Each contestant gets an empty database of it.
public final class BenchDatabase implements AutoCloseable {

    /// How a program reaches one database.
    public record Address(String host, int port, String name, String user, String password) {
        public String jdbc() {
            return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
        }

        public String url() {
            return "postgres://%s:%s@%s:%d/%s".formatted(user, password, host, port, name);
        }

        public Connection connect() {
            try {
                return DriverManager.getConnection(jdbc(), user, password);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private final DataFolder folder;
    private final EmbeddedDatabase server;
    private final Address main;
    private final AtomicInteger databases = new AtomicInteger();

    private BenchDatabase(DataFolder folder, EmbeddedDatabase server) {
        this.folder = folder;
        this.server = server;
        var address = server.address();
        var uri = java.net.URI.create(address.url().substring("jdbc:".length()));
        this.main = new Address(
                uri.getHost(),
                uri.getPort(),
                "postgres",
                address.user(),
                address.password().value());
    }

    public static BenchDatabase start(Path path) {
        var folder = DataFolder.open(path);
        var database = new BenchDatabase(folder, EmbeddedDatabase.start(folder));
        Children.onEnd(database::close);
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            var value = database.show(setting);
            if (!value.equals("on")) {
                throw new IllegalStateException("%s: %s (expected: on)".formatted(setting, value));
            }
        }
        return database;
    }

    /// A new, empty database.
    public Address create() {
        var name = "bench" + databases.incrementAndGet();
        try (var connection = main.connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Address(main.host(), main.port(), name, main.user(), main.password());
    }

    public String version() {
        return show("server_version");
    }

    private String show(String setting) {
        try (var connection = main.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The server's own process and those of its connections.
    public Stream<ProcessHandle> processes() {
        return Pinning.family(postmaster());
    }

    public long postmaster() {
        try {
            var file = server.folder().resolve("data").resolve("postmaster.pid");
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
