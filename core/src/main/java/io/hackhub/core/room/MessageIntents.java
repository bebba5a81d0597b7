package io.hackhub.core.room;

import static io.hackhub.core.live.RefusalCode.CONFLICT;
import static io.hackhub.core.live.RefusalCode.DENIED;
import static io.hackhub.core.live.RefusalCode.NOT_FOUND;
import static io.hackhub.core.live.RefusalCode.TOO_LARGE;

import io.hackhub.core.access.Decision;
import io.hackhub.core.room.Intent.AddReaction;
import io.hackhub.core.room.Intent.DeleteMessage;
import io.hackhub.core.room.Intent.EditMessage;
import io.hackhub.core.room.Intent.PostMessage;
import io.hackhub.core.room.Intent.RemoveReaction;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// What commands do to the messages of a chat: posting, editing, deleting, pinning, reacting.
///
/// @param mentions who is mentioned and may read here
/// @param moderation what the table of rights says about moderating here
record MessageIntents(
        Messages messages,
        UUID cid,
        UserId by,
        List<UserId> mentions,
        Instant now,
        Function<UserId, Decision> moderation) {

    Effect post(PostMessage it) {
        if (TextRules.tooLong(it.text())) {
            return new Effect.Refuse(TOO_LARGE, "text: over %d characters".formatted(TextRules.MOST_TEXT));
        }
        var replyTo = it.replyTo();
        if (replyTo != null && messages.find(replyTo).isEmpty()) {
            return new Effect.Refuse(NOT_FOUND, "replyTo: no such message");
        }
        return TextRules.text("text", it.text(), TextRules.MOST_TEXT)
                .or(() -> TextRules.attachments(it.attachments()))
                .map(Effect::bad)
                .orElseGet(() -> Effect.write(
                        new RoomEvent.MessagePosted(cid, by, now, it.text(), replyTo, it.attachments(), mentions)));
    }

    Effect edit(EditMessage it) {
        if (TextRules.tooLong(it.text())) {
            return new Effect.Refuse(TOO_LARGE, "text: over %d characters".formatted(TextRules.MOST_TEXT));
        }
        return Effect.on(messages, it.messageId(), message -> {
            if (!message.author.equals(by)) {
                return new Effect.Refuse(DENIED, "not your message");
            }
            if (message.edits.size() >= Intents.MOST_EDITS) {
                return new Effect.Refuse(CONFLICT, "edited %d times already".formatted(Intents.MOST_EDITS));
            }
            return TextRules.text("text", it.text(), TextRules.MOST_TEXT)
                    .map(Effect::bad)
                    .orElseGet(
                            () -> Effect.write(new RoomEvent.MessageEdited(cid, by, now, it.messageId(), it.text())));
        });
    }

    Effect delete(DeleteMessage it) {
        var found = messages.find(it.messageId());
        if (found.isEmpty()) {
            return new Effect.Refuse(NOT_FOUND, "no such message");
        }
        var own = found.get().author.equals(by);
        var decision = own ? Decision.ALLOWED : moderation.apply(by);
        if (!decision.allows()) {
            return new Effect.Refuse(DENIED, "not your message");
        }
        if (found.get().deleted) {
            return new Effect.None();
        }
        return Effect.write(new RoomEvent.MessageDeleted(cid, by, now, it.messageId()), decision, it.messageId());
    }

    Effect pin(UUID messageId, boolean pinned) {
        var decision = moderation.apply(by);
        if (!decision.allows()) {
            return new Effect.Refuse(DENIED, "not yours to pin");
        }
        return Effect.on(messages, messageId, message -> {
            if (message.pinned == pinned) {
                return new Effect.None();
            }
            RoomEvent event = pinned
                    ? new RoomEvent.MessagePinned(cid, by, now, messageId)
                    : new RoomEvent.MessageUnpinned(cid, by, now, messageId);
            return Effect.write(event, decision, messageId);
        });
    }

    Effect react(AddReaction it) {
        return TextRules.emoji(it.emoji())
                .map(Effect::bad)
                .orElseGet(() -> Effect.on(messages, it.messageId(), message -> {
                    if (message.hasReaction(it.emoji(), by)) {
                        return new Effect.None();
                    }
                    if (message.reactions.size() >= Intents.MOST_EMOJIS && !message.reactions.containsKey(it.emoji())) {
                        return new Effect.Refuse(
                                CONFLICT, "%d different reactions already".formatted(Intents.MOST_EMOJIS));
                    }
                    return Effect.write(new RoomEvent.ReactionAdded(cid, by, now, it.messageId(), it.emoji()));
                }));
    }

    Effect unreact(RemoveReaction it) {
        return Effect.on(
                messages,
                it.messageId(),
                message -> message.hasReaction(it.emoji(), by)
                        ? Effect.write(new RoomEvent.ReactionRemoved(cid, by, now, it.messageId(), it.emoji()))
                        : new Effect.None());
    }
}
