package io.hackhub.core.team;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hackhub.core.shared.Uuids;
import java.util.UUID;

/// One invitation of a team. Not secret: its code is (see [InvitationCode]).
public record InvitationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InvitationId {}

    /// Reads the canonical text form.
    ///
    /// @throws IllegalArgumentException if `text` is not a UUID
    public static InvitationId of(String text) {
        return new InvitationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
