package io.hackhub.cluster;

import io.hackhub.cluster.Settings.ExternalDatabase;
import java.sql.SQLException;

/// From a refused connection to the line that says which variable to mend.
final class DatabaseFaults {

    private DatabaseFaults() {}

    static CannotStart explain(ExternalDatabase address, SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        var message = String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        if (state.equals("28P01")) {
            return CannotStart.configuration(
                    "HACKHUB_DATABASE_PASSWORD",
                    "(secret)",
                    "the password of '%s'; the server refused it".formatted(address.user()));
        }
        if (state.startsWith("28")) {
            return CannotStart.configuration(
                    "HACKHUB_DATABASE_USER", address.user(), "a user that the server lets in; it said: " + message);
        }
        if (state.startsWith("08")) {
            return CannotStart.unavailable(
                    "HACKHUB_DATABASE_URL: no PostgreSQL answers at '%s': %s".formatted(address.url(), message));
        }
        return CannotStart.configuration(
                "HACKHUB_DATABASE_URL", address.url(), "a database that can be used; the server said: " + message);
    }
}
