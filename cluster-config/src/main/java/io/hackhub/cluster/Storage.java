package io.hackhub.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.hackhub.cluster.Settings.ExternalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The database, checked and migrated, behind two pools: one for the features' tables, one for the journal. They are
/// apart so that a burst of queries cannot keep an event waiting, nor the other way round.
public final class Storage implements AutoCloseable {

    /// Its [#JOURNAL_CONNECTIONS] are what the journal's threads are counted by.
    static final int JOURNAL_CONNECTIONS = 4;

    private static final int APP_CONNECTIONS = 10;
    private static final int OLDEST_SERVER = 170_000;
    private static final long WAIT_MILLIS = 5_000;

    /// A journal transaction that a pause holds longer than this is ended by the server: the reader of tagged events
    /// gives a missing number up after ten seconds, and an event that was committed later would be lost to
    /// projections.
    private static final String JOURNAL_OPTIONS =
            "-c idle_in_transaction_session_timeout=3s -c transaction_timeout=3s -c synchronous_commit=on";

    private final Optional<EmbeddedDatabase> embedded;
    private final HikariDataSource app;
    private final HikariDataSource journal;

    private Storage(Optional<EmbeddedDatabase> embedded, HikariDataSource app, HikariDataSource journal) {
        this.embedded = embedded;
        this.app = app;
        this.journal = journal;
    }

    /// Blocking: starts the embedded server unless the operator has one, then brings the tables up to date.
    ///
    /// @throws CannotStart with the reason in one line
    public static Storage open(Settings settings, DataFolder folder) {
        var embedded =
                settings.embedded() ? Optional.of(EmbeddedDatabase.start(folder)) : Optional.<EmbeddedDatabase>empty();
        try {
            var address = embedded.map(EmbeddedDatabase::address)
                    .or(settings::database)
                    .orElseThrow();
            check(address, embedded.isPresent());
            var app = new HikariDataSource(pool("app", address, APP_CONNECTIONS));
            migrate(app);
            var journalPool = pool("journal", address, JOURNAL_CONNECTIONS);
            journalPool.addDataSourceProperty("options", JOURNAL_OPTIONS);
            return new Storage(embedded, app, new HikariDataSource(journalPool));
        } catch (RuntimeException failure) {
            embedded.ifPresent(EmbeddedDatabase::close);
            throw failure;
        }
    }

    /// A few connections to a database that others use: for the command line. Nothing is migrated.
    public static HikariDataSource direct(ExternalDatabase address) {
        check(address, false);
        return new HikariDataSource(pool("admin", address, 2));
    }

    /// For the features' own tables.
    public DataSource app() {
        return app;
    }

    /// For Pekko Persistence alone.
    public DataSource journal() {
        return journal;
    }

    /// The server that we run ourselves, if we do.
    public Optional<EmbeddedDatabase> embedded() {
        return embedded;
    }

    /// Counts both pools in a Micrometer registry.
    public void measure(Object registry) {
        app.setMetricRegistry(registry);
        journal.setMetricRegistry(registry);
    }

    @Override
    public void close() {
        journal.close();
        app.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }

    /// Whether one connection can be had and answers: refuses with a line that names the variable at fault.
    static void check(ExternalDatabase address, boolean ours) {
        try (var db = DriverManager.getConnection(
                address.url(), address.user(), address.password().value())) {
            if (Integer.parseInt(show(db, "server_version_num")) < OLDEST_SERVER) {
                throw CannotStart.configuration(
                        "HACKHUB_DATABASE_URL",
                        address.url(),
                        "PostgreSQL 17 or newer; this is " + show(db, "server_version"));
            }
            if (ours) {
                for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                    if (!show(db, setting).equals("on")) {
                        throw new IllegalStateException("The embedded PostgreSQL runs with %s off".formatted(setting));
                    }
                }
            }
        } catch (SQLException failure) {
            throw DatabaseFaults.explain(address, failure);
        }
    }

    private static String show(Connection db, String setting) throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static HikariConfig pool(String name, ExternalDatabase address, int connections) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password().value());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(WAIT_MILLIS);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "hackhub-" + name);
        // A violated constraint's detail holds the row, and with it personal data: not for the log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("socketTimeout", "60");
        return pool;
    }

    private static void migrate(DataSource source) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw CannotStart.machine("The database could not be brought up to date: "
                    + String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", "; "));
        }
    }
}
