package io.hackhub.core.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/// The relational side: one transaction a call, on a virtual thread, so that no actor or route ever waits in JDBC.
/// Queries themselves stand in one class a table, as static methods that take the [Connection].
public final class Database {

    /// What to do inside one transaction. It commits on return and rolls back on any exception.
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection db) throws SQLException;
    }

    private static final Executor VIRTUAL = Executors.newVirtualThreadPerTaskExecutor();

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /// Runs `work` in a transaction of its own. The result fails with [DatabaseException].
    public <T> CompletableFuture<T> run(Work<T> work) {
        return CompletableFuture.supplyAsync(() -> now(work), VIRTUAL);
    }

    /// As [#run], for callers that already stand on a thread that may block.
    ///
    /// @throws DatabaseException with the [SQLException] as its cause
    public <T> T now(Work<T> work) {
        try (var db = source.getConnection()) {
            db.setAutoCommit(false);
            try {
                var result = work.in(db);
                db.commit();
                return result;
            } catch (Throwable failure) {
                db.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }
}
