package io.hackhub.core.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One team of one hackathon.
public record TeamId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TeamId {}

    /// Reads the canonical text form.
    ///
    /// @throws IllegalArgumentException if `text` is not a UUID
    public static TeamId of(String text) {
        return new TeamId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
