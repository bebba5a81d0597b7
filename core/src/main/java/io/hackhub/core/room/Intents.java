package io.hackhub.core.room;

import static io.hackhub.core.live.RefusalCode.BAD_REQUEST;
import static io.hackhub.core.live.RefusalCode.CONFLICT;
import static io.hackhub.core.live.RefusalCode.DENIED;
import static io.hackhub.core.live.RefusalCode.NOT_FOUND;
import static io.hackhub.core.live.RefusalCode.TOO_LARGE;

import io.hackhub.core.access.Decision;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Intent.AddReaction;
import io.hackhub.core.room.Intent.ChangeHackathon;
import io.hackhub.core.room.Intent.DeleteMessage;
import io.hackhub.core.room.Intent.EditAnnouncement;
import io.hackhub.core.room.Intent.EditMessage;
import io.hackhub.core.room.Intent.EraseUser;
import io.hackhub.core.room.Intent.Notify;
import io.hackhub.core.room.Intent.Pin;
import io.hackhub.core.room.Intent.PostMessage;
import io.hackhub.core.room.Intent.PublishAnnouncement;
import io.hackhub.core.room.Intent.RemoveReaction;
import io.hackhub.core.room.Intent.Unpin;
import io.hackhub.core.room.Intent.WithdrawAnnouncement;
import io.hackhub.core.room.Messages.Message;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What each kind of command does to a channel: the event it becomes, nothing, or why not. Whether its author may write
/// here at all is decided before.
///
/// @param by who commands; null is HackHub itself
/// @param moderation what the table of rights says about moderating here
record Intents(
        RoomState state,
        UUID cid,
        @Nullable UserId by,
        List<UserId> mentions,
        Instant now,
        Function<UserId, Decision> moderation) {

    static final int MOST_EDITS = 100;
    static final int MOST_EMOJIS = 32;

    /// What comes of a command.
    sealed interface Effect {
        record Write(RoomEvent event, Optional<UUID> overridden) implements Effect {}

        record None() implements Effect {}

        record Refuse(RefusalCode code, String message) implements Effect {}
    }

    static boolean fits(Intent intent, Channel.Log channel) {
        return switch (intent) {
            case PostMessage _, EditMessage _, DeleteMessage _, Pin _, Unpin _, AddReaction _, RemoveReaction _ ->
                channel instanceof Channel.TeamChat || channel instanceof Channel.HackathonChat;
            case PublishAnnouncement _, EditAnnouncement _, WithdrawAnnouncement _ ->
                channel instanceof Channel.Announcements;
            case ChangeHackathon _, Notify _, EraseUser _ -> false;
        };
    }

    /// What HackHub itself may write there.
    static boolean fitsDelivery(Intent intent, Channel.Log channel) {
        return switch (intent) {
            case PublishAnnouncement it -> channel instanceof Channel.Announcements && it.author() != null;
            case ChangeHackathon _ -> channel instanceof Channel.Announcements;
            case Notify _ -> channel instanceof Channel.Inbox;
            case EraseUser _ -> true;
            case PostMessage _,
                    EditMessage _,
                    DeleteMessage _,
                    Pin _,
                    Unpin _,
                    AddReaction _,
                    RemoveReaction _,
                    EditAnnouncement _,
                    WithdrawAnnouncement _ -> false;
        };
    }

    static Receipt receipt(UUID cid, Intent intent) {
        return switch (intent) {
            case PostMessage _ -> Receipt.message(cid);
            case EditMessage it -> Receipt.message(it.messageId());
            case DeleteMessage it -> Receipt.message(it.messageId());
            case Pin it -> Receipt.message(it.messageId());
            case Unpin it -> Receipt.message(it.messageId());
            case AddReaction it -> Receipt.message(it.messageId());
            case RemoveReaction it -> Receipt.message(it.messageId());
            case PublishAnnouncement it -> Receipt.update(it.updateId());
            case EditAnnouncement it -> Receipt.update(it.updateId());
            case WithdrawAnnouncement it -> Receipt.update(it.updateId());
            case ChangeHackathon _, Notify _, EraseUser _ -> Receipt.NONE;
        };
    }

    Effect effect(Intent intent) {
        return switch (intent) {
            case PostMessage it -> post(it);
            case EditMessage it -> edit(it);
            case DeleteMessage it -> delete(it);
            case Pin it -> pin(it.messageId(), true);
            case Unpin it -> pin(it.messageId(), false);
            case AddReaction it -> react(it);
            case RemoveReaction it -> unreact(it);
            case PublishAnnouncement it -> publish(it);
            case EditAnnouncement it -> rewrite(it);
            case WithdrawAnnouncement it -> withdraw(it);
            case ChangeHackathon it -> write(changed(it));
            case Notify it ->
                write(new RoomEvent.NotificationCreated(
                        cid, now, it.notificationId(), it.kind(), it.title(), it.body(), it.link()));
            case EraseUser it -> write(new RoomEvent.UserErased(cid, it.user(), now));
        };
    }

    // Messages

    private Effect post(PostMessage it) {
        if (TextRules.tooLong(it.text())) {
            return new Effect.Refuse(TOO_LARGE, "text: over %d characters".formatted(TextRules.MOST_TEXT));
        }
        var replyTo = it.replyTo();
        if (replyTo != null && state.messages.find(replyTo).isEmpty()) {
            return new Effect.Refuse(NOT_FOUND, "replyTo: no such message");
        }
        return TextRules.text("text", it.text(), TextRules.MOST_TEXT)
                .or(() -> TextRules.attachments(it.attachments()))
                .map(Intents::bad)
                .orElseGet(() -> write(new RoomEvent.MessagePosted(
                        cid, person(), now, it.text(), replyTo, it.attachments(), mentions)));
    }

    private Effect edit(EditMessage it) {
        if (TextRules.tooLong(it.text())) {
            return new Effect.Refuse(TOO_LARGE, "text: over %d characters".formatted(TextRules.MOST_TEXT));
        }
        return onMessage(it.messageId(), message -> {
            if (!message.author.equals(by)) {
                return new Effect.Refuse(DENIED, "not your message");
            }
            if (message.edits.size() >= MOST_EDITS) {
                return new Effect.Refuse(CONFLICT, "edited %d times already".formatted(MOST_EDITS));
            }
            return TextRules.text("text", it.text(), TextRules.MOST_TEXT)
                    .map(Intents::bad)
                    .orElseGet(() -> write(new RoomEvent.MessageEdited(cid, person(), now, it.messageId(), it.text())));
        });
    }

    private Effect delete(DeleteMessage it) {
        var found = state.messages.find(it.messageId());
        if (found.isEmpty()) {
            return new Effect.Refuse(NOT_FOUND, "no such message");
        }
        var own = found.get().author.equals(by);
        var decision = own ? Decision.ALLOWED : moderation.apply(person());
        if (!decision.allows()) {
            return new Effect.Refuse(DENIED, "not your message");
        }
        if (found.get().deleted) {
            return new Effect.None();
        }
        return write(new RoomEvent.MessageDeleted(cid, person(), now, it.messageId()), decision, it.messageId());
    }

    private Effect pin(UUID messageId, boolean pinned) {
        var decision = moderation.apply(person());
        if (!decision.allows()) {
            return new Effect.Refuse(DENIED, "not yours to pin");
        }
        return onMessage(messageId, message -> {
            if (message.pinned == pinned) {
                return new Effect.None();
            }
            RoomEvent event = pinned
                    ? new RoomEvent.MessagePinned(cid, person(), now, messageId)
                    : new RoomEvent.MessageUnpinned(cid, person(), now, messageId);
            return write(event, decision, messageId);
        });
    }

    private Effect react(AddReaction it) {
        return TextRules.emoji(it.emoji())
                .map(Intents::bad)
                .orElseGet(() -> onMessage(it.messageId(), message -> {
                    if (message.hasReaction(it.emoji(), person())) {
                        return new Effect.None();
                    }
                    if (message.reactions.size() >= MOST_EMOJIS && !message.reactions.containsKey(it.emoji())) {
                        return new Effect.Refuse(CONFLICT, "%d different reactions already".formatted(MOST_EMOJIS));
                    }
                    return write(new RoomEvent.ReactionAdded(cid, person(), now, it.messageId(), it.emoji()));
                }));
    }

    private Effect unreact(RemoveReaction it) {
        return onMessage(
                it.messageId(),
                message -> message.hasReaction(it.emoji(), person())
                        ? write(new RoomEvent.ReactionRemoved(cid, person(), now, it.messageId(), it.emoji()))
                        : new Effect.None());
    }

    // Announcements

    private Effect publish(PublishAnnouncement it) {
        if (state.messages.find(it.updateId()).isPresent()) {
            return new Effect.Refuse(CONFLICT, "updateId: published already");
        }
        var author = by == null ? it.author() : by;
        if (author == null) {
            return bad("author: missing");
        }
        return announcement(
                it.title(),
                it.content(),
                it.attachments(),
                () -> new RoomEvent.AnnouncementPublished(
                        cid,
                        by,
                        now,
                        it.updateId(),
                        author,
                        it.title(),
                        it.content(),
                        it.updateType(),
                        it.priority(),
                        it.attachments()));
    }

    private Effect rewrite(EditAnnouncement it) {
        return onMessage(
                it.updateId(),
                update -> announcement(
                        it.title(),
                        it.content(),
                        it.attachments(),
                        () -> new RoomEvent.AnnouncementEdited(
                                cid,
                                person(),
                                now,
                                it.updateId(),
                                update.author,
                                update.at,
                                it.title(),
                                it.content(),
                                it.updateType(),
                                it.priority(),
                                it.attachments())));
    }

    private Effect withdraw(WithdrawAnnouncement it) {
        var found = state.messages.find(it.updateId());
        if (found.isEmpty()) {
            return new Effect.Refuse(NOT_FOUND, "no such update");
        }
        return found.get().deleted
                ? new Effect.None()
                : write(new RoomEvent.AnnouncementWithdrawn(cid, person(), now, it.updateId()));
    }

    private static Effect announcement(
            String title, String content, List<Attachment> attachments, Supplier<RoomEvent> event) {
        if (TextRules.tooLong(content)) {
            return new Effect.Refuse(TOO_LARGE, "content: over %d characters".formatted(TextRules.MOST_TEXT));
        }
        return TextRules.text("title", title, TextRules.MOST_TITLE)
                .or(() -> TextRules.text("content", content, TextRules.MOST_TEXT))
                .or(() -> TextRules.attachments(attachments))
                .map(Intents::bad)
                .orElseGet(() -> write(event.get()));
    }

    private RoomEvent changed(ChangeHackathon it) {
        return new RoomEvent.HackathonChanged(
                cid,
                now,
                it.status(),
                it.registrationStart(),
                it.registrationEnd(),
                it.startDate(),
                it.endDate(),
                it.reason());
    }

    // Common

    private Effect onMessage(UUID id, Function<Message, Effect> then) {
        var message = state.messages.find(id);
        if (message.isEmpty()) {
            return new Effect.Refuse(NOT_FOUND, "no such message");
        }
        return message.get().deleted ? new Effect.Refuse(CONFLICT, "deleted already") : then.apply(message.get());
    }

    /// Only the kinds of [#fits] ask for it, and those come from people alone.
    private UserId person() {
        return Objects.requireNonNull(by, "a person's command, delivered by nobody");
    }

    private static Effect write(RoomEvent event) {
        return new Effect.Write(event, Optional.empty());
    }

    private static Effect write(RoomEvent event, Decision decision, UUID messageId) {
        return new Effect.Write(event, decision == Decision.OVERRIDE ? Optional.of(messageId) : Optional.empty());
    }

    private static Effect bad(String what) {
        return new Effect.Refuse(BAD_REQUEST, what);
    }
}
