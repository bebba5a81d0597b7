package io.hackhub.core.projection;

import java.sql.Connection;
import java.sql.SQLException;

/// Applies an event to tables. Called once for each event, in the transaction that also notes how far it has come.
@FunctionalInterface
public interface ReadTable<E> {
    void apply(Connection db, Stored<E> stored) throws SQLException;
}
