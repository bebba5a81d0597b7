package io.hackhub.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    private Path root;

    @Test
    void itIsDurableAndKeepsItsDataOverAStop() throws SQLException {
        try (var folder = DataFolder.open(root)) {
            try (var database = EmbeddedDatabase.start(folder);
                    var db = connect(database)) {
                for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                    assertThat(one(db, "show " + setting)).as(setting).isEqualTo("on");
                }
                assertThat(one(db, "show server_encoding")).isEqualTo("UTF8");
                run(db, "create table note (text text)", "insert into note values ('kept')");
            }
            try (var database = EmbeddedDatabase.start(folder);
                    var db = connect(database)) {
                assertThat(one(db, "select text from note")).isEqualTo("kept");
            }
        }
    }

    @Test
    void everyProcessOfItKilledItComesBackAtItsAddressWithAllThatWasCommitted() throws Exception {
        try (var folder = DataFolder.open(root);
                var database = EmbeddedDatabase.start(folder)) {
            try (var db = connect(database)) {
                run(db, "create table note (text text)", "insert into note values ('kept')");
                for (var process :
                        Postmaster.processesIn(root.resolve("postgres/data").toRealPath())) {
                    process.destroyForcibly();
                }
            } catch (SQLException connectionLost) {
                assertThat(connectionLost.getSQLState()).startsWith("08");
            }
            try (var db = reconnect(database)) {
                assertThat(one(db, "select text from note")).isEqualTo("kept");
            }
        }
    }

    @Test
    void theOrphanOfAKilledProgramIsStoppedAndItsDataAreThere() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabaseProcess.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(program.inputReader().lines().anyMatch("committed"::equals)).isTrue();
        var orphan = Postmaster.of(root.resolve("postgres/data").toRealPath()).orElseThrow();
        program.destroyForcibly().waitFor();
        assertThat(orphan.process().isAlive()).isTrue();

        try (var folder = DataFolder.open(root);
                var database = EmbeddedDatabase.start(folder);
                var db = connect(database)) {
            assertThat(Postmaster.processesIn(root.resolve("postgres/data").toRealPath()))
                    .isNotEmpty()
                    .doesNotContain(orphan.process());
            assertThat(one(db, "select text from note")).isEqualTo("committed");
        }
    }

    @Test
    void aStaleProcessFileThatNamesAStrangerIsNoObstacle() throws Exception {
        try (var folder = DataFolder.open(root)) {
            EmbeddedDatabase.start(folder).close();
            Files.writeString(
                    Postmaster.pidFile(root.resolve("postgres/data")),
                    "%d\n%s\n1\n5432\n\n127.0.0.1\n"
                            .formatted(ProcessHandle.current().pid(), root));
            try (var database = EmbeddedDatabase.start(folder);
                    var db = connect(database)) {
                assertThat(one(db, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void onlyWhoKnowsThePasswordGetsIn() throws SQLException {
        try (var folder = DataFolder.open(root);
                var database = EmbeddedDatabase.start(folder)) {
            var address = database.address();
            var guess = new Settings.ExternalDatabase(address.url(), address.user(), new Secret("guess"));

            var reason = catchThrowableOfType(CannotStart.class, () -> Storage.check(guess, false));

            assertThat(reason.exitCode()).isEqualTo(78);
            assertThat(reason.lines())
                    .containsExactly("HACKHUB_DATABASE_PASSWORD: '(secret)' (expected: the password of 'hackhub';"
                            + " the server refused it)");
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        var nowhere = new Settings.ExternalDatabase(
                "jdbc:postgresql://127.0.0.1:%d/hackhub".formatted(Ports.free()), "hackhub", new Secret("x"));

        var reason = catchThrowableOfType(CannotStart.class, () -> Storage.check(nowhere, false));

        assertThat(reason.exitCode()).isEqualTo(69);
        assertThat(reason.lines())
                .singleElement()
                .asString()
                .startsWith("HACKHUB_DATABASE_URL: no PostgreSQL answers at");
    }

    @Test
    void dataOfAnotherVersionAreRefused() throws IOException {
        try (var folder = DataFolder.open(root)) {
            var data = Files.createDirectories(root.resolve("postgres/data"));
            Files.writeString(data.resolve("PG_VERSION"), "14\n");

            var reason = catchThrowableOfType(CannotStart.class, () -> EmbeddedDatabase.start(folder));

            assertThat(reason.exitCode()).isEqualTo(78);
            assertThat(reason.lines()).singleElement().asString().contains("PostgreSQL 18", "are of version 14");
        }
    }

    @Test
    void whileItRunsTheCommandLineFindsItByItsFolder() throws SQLException {
        try (var folder = DataFolder.open(root)) {
            assertThat(EmbeddedDatabase.running(root)).isEmpty();
            try (var database = EmbeddedDatabase.start(folder)) {
                assertThat(EmbeddedDatabase.running(root)).contains(database.address());
            }
            assertThat(EmbeddedDatabase.running(root)).isEmpty();
        }
    }

    private static Connection reconnect(EmbeddedDatabase database) throws SQLException {
        var deadline = Instant.now().plusSeconds(30);
        while (true) {
            try {
                return connect(database);
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw notYet;
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        var address = database.address();
        return DriverManager.getConnection(
                address.url(), address.user(), address.password().value());
    }

    private static String one(Connection db, String query) throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void run(Connection db, String... statements) throws SQLException {
        try (var statement = db.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
