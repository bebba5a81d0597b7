package io.hackhub.core.room;

import io.hackhub.core.access.Decision;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Messages.Message;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What comes of a command: an event to write, nothing, or why not.
sealed interface Effect {

    /// To be stored.
    ///
    /// @param overridden the message that a platform admin touches over others' heads
    record Write(RoomEvent event, Optional<UUID> overridden) implements Effect {}

    record None() implements Effect {}

    record Refuse(RefusalCode code, String message) implements Effect {}

    static Effect write(RoomEvent event) {
        return new Write(event, Optional.empty());
    }

    static Effect write(RoomEvent event, Decision decision, UUID messageId) {
        return new Write(event, decision == Decision.OVERRIDE ? Optional.of(messageId) : Optional.empty());
    }

    static Effect bad(String what) {
        return new Refuse(RefusalCode.BAD_REQUEST, what);
    }

    /// On a message, or an update, that is there and not deleted.
    static Effect on(Messages messages, UUID id, Function<Message, Effect> then) {
        var message = messages.find(id);
        if (message.isEmpty()) {
            return new Refuse(RefusalCode.NOT_FOUND, "no such message");
        }
        return message.get().deleted ? new Refuse(RefusalCode.CONFLICT, "deleted already") : then.apply(message.get());
    }
}
