package io.hackhub.core;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
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

    /// Settings for an actor system that keeps its journal, its snapshots and how far projections are in here. `more`
    /// goes before them.
    public Config journal(String more) {
        return ConfigFactory.parseString(more)
                .withFallback(ConfigFactory.parseString("""
                    pekko.persistence.journal.plugin = "jdbc-journal"
                    pekko.persistence.snapshot-store.plugin = "jdbc-snapshot-store"
                    jdbc-journal { use-shared-db = "test", bufferSize = 20000 }
                    jdbc-snapshot-store.use-shared-db = "test"
                    jdbc-read-journal {
                      use-shared-db = "test"
                      refresh-interval = 50ms
                      journal-sequence-retrieval { query-delay = 50ms, max-tries = 100 }
                    }
                    pekko-persistence-jdbc.shared-databases.test {
                      profile = "slick.jdbc.PostgresProfile$"
                      db {
                        url = "%s", user = "%s", driver = "org.postgresql.Driver"
                        numThreads = 4, maxConnections = 4, minConnections = 0, queueSize = 20000
                      }
                    }
                    pekko.projection {
                      restart-backoff { min-backoff = 50ms, max-backoff = 100ms }
                      jdbc {
                        dialect = "postgres-dialect"
                        blocking-jdbc-dispatcher.thread-pool-executor.fixed-pool-size = 2
                        offset-store { schema = "", table = "pekko_projection_offset_store" }
                      }
                    }
                    """.formatted(url, user())))
                .withFallback(ConfigFactory.load());
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
