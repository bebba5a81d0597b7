package io.hackhub.http.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.hackhub.core.shared.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/// A real PostgreSQL for tests of routes that need one: one server a JVM, a migrated database of its own for each test
/// class.
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HikariDataSource source;

    private TestDatabase(HikariDataSource source) {
        this.source = source;
    }

    public static TestDatabase create() {
        var name = "http_test_" + NUMBER.incrementAndGet();
        try (var db = Server.INSTANCE.getPostgresDatabase().getConnection();
                var statement = db.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        var config = new HikariConfig();
        config.setJdbcUrl(Server.INSTANCE.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        var source = new HikariDataSource(config);
        Flyway.configure().dataSource(source).load().migrate();
        return new TestDatabase(source);
    }

    public Database database() {
        return new Database(source);
    }

    @Override
    public void close() {
        source.close();
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
