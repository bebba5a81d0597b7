package io.hackhub.core.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// An organization that holds hackathons.
public record OrganizationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganizationId {}

    /// Reads the canonical text form.
    ///
    /// @throws IllegalArgumentException if `text` is not a UUID
    public static OrganizationId of(String text) {
        return new OrganizationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
