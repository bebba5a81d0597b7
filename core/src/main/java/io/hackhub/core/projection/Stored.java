package io.hackhub.core.projection;

import io.hackhub.core.shared.Uuids;
import java.time.Instant;
import java.util.UUID;

/// An event with its place in the journal.
public record Stored<E>(String persistenceId, String entityId, long sequence, E event) {

    /// The id of something that follows from this event, the same however often it is tried. `at` is the event's time.
    public UUID id(Instant at, String purpose) {
        return Uuids.v7(at, persistenceId + "/" + sequence + "/" + purpose);
    }
}
