package io.hackhub.cluster;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;

/// A program for [EmbeddedDatabaseTest] to kill: starts the database in the folder of its argument, commits a row, says
/// so and waits.
final class EmbeddedDatabaseProcess {

    private EmbeddedDatabaseProcess() {}

    public static void main(String[] arguments) throws Exception {
        var address =
                EmbeddedDatabase.start(DataFolder.open(Path.of(arguments[0]))).address();
        try (var db = DriverManager.getConnection(
                        address.url(), address.user(), address.password().value());
                var statement = db.createStatement()) {
            statement.execute("create table note (text text)");
            statement.execute("insert into note values ('committed')");
            System.out.println("committed");
            new CountDownLatch(1).await();
        }
    }
}
