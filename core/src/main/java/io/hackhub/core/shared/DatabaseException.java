package io.hackhub.core.shared;

import java.sql.SQLException;
import java.util.Optional;

/// A statement or the connection failed. Callers that know what a constraint's violation means ask [#violated].
public final class DatabaseException extends RuntimeException {

    private static final String UNIQUE_VIOLATION = "23505";

    public DatabaseException(SQLException cause) {
        super(cause);
    }

    /// Whether a unique constraint or index refused the row, and `name` is part of the server's message.
    public boolean violated(String name) {
        return Optional.ofNullable(getCause())
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> UNIQUE_VIOLATION.equals(cause.getSQLState()))
                .map(cause -> String.valueOf(cause.getMessage()).contains(name))
                .orElse(false);
    }
}
