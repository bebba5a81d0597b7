package io.hackhub.core;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.hackhub.core.shared.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/// A real PostgreSQL for tests: one server a JVM, started when first asked, stopped with the JVM; a database of its own
/// for each test class, migrated by the program's own migrations.
///
/// ```java
/// private static final TestPostgres postgres = TestPostgres.create();
/// @AfterAll static void close() { postgres.close(); }
/// ```
public final class TestPostgres implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String url;
    private final HikariDataSource source;

    private TestPostgres(String url) {
        this.url = url;
        this.source = new HikariDataSource(config(url));
        Flyway.configure().dataSource(source).load().migrate();
    }

    /// A fresh, migrated database.
    public static TestPostgres create() {
        var name = "test_" + NUMBER.incrementAndGet();
        try (var db = Server.INSTANCE.getPostgresDatabase().getConnection();
                var statement = db.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new TestPostgres(Server.INSTANCE.getJdbcUrl("postgres", name));
    }

    public String url() {
        return url;
    }

    public String user() {
        return "postgres";
    }

    /// The pool, for what wants a plain `DataSource` (the journal's plugin).
    public HikariDataSource source() {
        return source;
    }

    public Database database() {
        return new Database(source);
    }

    @Override
    public void close() {
        source.close();
    }

    private static HikariConfig config(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        return config;
    }

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
