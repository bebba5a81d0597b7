package io.hackhub.http.shared;

import java.time.Instant;

/// Instants in addresses, as RFC 3339 has them: with a year of four digits. Java reads years that PostgreSQL cannot
/// hold.
public final class Instants {

    private Instants() {}

    /// Reads one.
    ///
    /// @throws IllegalArgumentException, or a `DateTimeParseException`, if it is none
    public static Instant parse(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new IllegalArgumentException("a year beyond four digits");
        }
        return Instant.parse(text);
    }
}
