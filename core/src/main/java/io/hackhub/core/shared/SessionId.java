package io.hackhub.core.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One sign-in of a person: the `sid` of access tokens and the name of a refresh token's family.
public record SessionId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {}

    /// Reads the canonical text form.
    ///
    /// @throws IllegalArgumentException if `text` is not a UUID
    public static SessionId of(String text) {
        return new SessionId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
