package io.hackhub.core.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hackhub.core.shared.CborSerializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a command. `ticket` is the asker's own number, given back.
public sealed interface Outcome extends CborSerializable {

    long ticket();

    /// Committed, now or before (`duplicate`). No `seq` where the channel is no log.
    record Acked(long ticket, UUID cid, @Nullable Long seq, Receipt data, boolean duplicate) implements Outcome {}

    /// Not done, and not remembered.
    record Refused(
            long ticket,
            RefusalCode code,
            String message,
            boolean retryable,
            @Nullable Long afterMs) implements Outcome {}

    static Refused refused(long ticket, RefusalCode code, String message) {
        return new Refused(ticket, code, message, code.retryable(), null);
    }

    /// The `data` of an ack, as on the wire.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(
            @Nullable UUID messageId,
            @Nullable UUID updateId,
            @Nullable Long version) {

        public static final Receipt NONE = new Receipt(null, null, null);

        public static Receipt message(UUID id) {
            return new Receipt(id, null, null);
        }

        public static Receipt update(UUID id) {
            return new Receipt(null, id, null);
        }

        public static Receipt version(long version) {
            return new Receipt(null, null, version);
        }
    }
}
