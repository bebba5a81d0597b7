package io.hackhub.core.room;

import static io.hackhub.core.live.RefusalCode.CONFLICT;
import static io.hackhub.core.live.RefusalCode.NOT_FOUND;
import static io.hackhub.core.live.RefusalCode.TOO_LARGE;

import io.hackhub.core.room.Intent.EditAnnouncement;
import io.hackhub.core.room.Intent.PublishAnnouncement;
import io.hackhub.core.room.Intent.WithdrawAnnouncement;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What commands do to the updates of an announcements channel: publishing, rewriting, withdrawing.
record AnnouncementIntents(Messages updates, UUID cid, Instant now) {

    /// @param by null where HackHub delivers it for its author
    Effect publish(PublishAnnouncement it, @Nullable UserId by) {
        if (updates.find(it.updateId()).isPresent()) {
            return new Effect.Refuse(CONFLICT, "updateId: published already");
        }
        var author = by == null ? it.author() : by;
        if (author == null) {
            return Effect.bad("author: missing");
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

    Effect rewrite(EditAnnouncement it, UserId by) {
        return Effect.on(
                updates,
                it.updateId(),
                update -> announcement(
                        it.title(),
                        it.content(),
                        it.attachments(),
                        () -> new RoomEvent.AnnouncementEdited(
                                cid,
                                by,
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

    Effect withdraw(WithdrawAnnouncement it, UserId by) {
        var found = updates.find(it.updateId());
        if (found.isEmpty()) {
            return new Effect.Refuse(NOT_FOUND, "no such update");
        }
        return found.get().deleted
                ? new Effect.None()
                : Effect.write(new RoomEvent.AnnouncementWithdrawn(cid, by, now, it.updateId()));
    }

    private static Effect announcement(
            String title, String content, List<Attachment> attachments, Supplier<RoomEvent> event) {
        if (TextRules.tooLong(content)) {
            return new Effect.Refuse(TOO_LARGE, "content: over %d characters".formatted(TextRules.MOST_TEXT));
        }
        return TextRules.text("title", title, TextRules.MOST_TITLE)
                .or(() -> TextRules.text("content", content, TextRules.MOST_TEXT))
                .or(() -> TextRules.attachments(attachments))
                .map(Effect::bad)
                .orElseGet(() -> Effect.write(event.get()));
    }
}
