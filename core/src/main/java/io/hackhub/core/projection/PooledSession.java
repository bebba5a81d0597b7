package io.hackhub.core.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.projection.jdbc.JdbcSession;

/// One transaction of a projection, on a pooled connection.
final class PooledSession implements JdbcSession {

    private final Connection db;

    PooledSession(DataSource source) {
        try {
            db = source.getConnection();
            db.setAutoCommit(false);
        } catch (SQLException failure) {
            throw new IllegalStateException("no connection for a projection", failure);
        }
    }

    @Override
    public <R> R withConnection(Function<Connection, R> work) throws Exception {
        return work.apply(db);
    }

    @Override
    public void commit() throws SQLException {
        db.commit();
    }

    @Override
    public void rollback() throws SQLException {
        db.rollback();
    }

    @Override
    public void close() throws SQLException {
        db.close();
    }
}
