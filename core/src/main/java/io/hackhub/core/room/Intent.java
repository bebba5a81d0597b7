package io.hackhub.core.room;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants written into a channel. Which kinds a channel takes, from whom and when, is the room's to say.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Intent.PostMessage.class, name = "post"),
    @JsonSubTypes.Type(value = Intent.EditMessage.class, name = "edit"),
    @JsonSubTypes.Type(value = Intent.DeleteMessage.class, name = "delete"),
    @JsonSubTypes.Type(value = Intent.Pin.class, name = "pin"),
    @JsonSubTypes.Type(value = Intent.Unpin.class, name = "unpin"),
    @JsonSubTypes.Type(value = Intent.AddReaction.class, name = "react"),
    @JsonSubTypes.Type(value = Intent.RemoveReaction.class, name = "unreact"),
    @JsonSubTypes.Type(value = Intent.PublishAnnouncement.class, name = "publish"),
    @JsonSubTypes.Type(value = Intent.EditAnnouncement.class, name = "rewrite"),
    @JsonSubTypes.Type(value = Intent.WithdrawAnnouncement.class, name = "withdraw"),
    @JsonSubTypes.Type(value = Intent.ChangeHackathon.class, name = "hackathon"),
    @JsonSubTypes.Type(value = Intent.Notify.class, name = "notify"),
    @JsonSubTypes.Type(value = Intent.EraseUser.class, name = "erase"),
})
public sealed interface Intent {

    /// The message gets the command's `cid` as its id.
    record PostMessage(String text, @Nullable UUID replyTo, List<Attachment> attachments) implements Intent {
        public PostMessage {
            attachments = List.copyOf(attachments);
        }
    }

    record EditMessage(UUID messageId, String text) implements Intent {}

    record DeleteMessage(UUID messageId) implements Intent {}

    record Pin(UUID messageId) implements Intent {}

    record Unpin(UUID messageId) implements Intent {}

    record AddReaction(UUID messageId, String emoji) implements Intent {}

    record RemoveReaction(UUID messageId, String emoji) implements Intent {}

    /// From the acting person, or delivered by HackHub for its author.
    ///
    /// @param author who is named where HackHub delivers a scheduled one; else the acting person is
    record PublishAnnouncement(
            UUID updateId,
            String title,
            String content,
            UpdateType updateType,
            Priority priority,
            List<Attachment> attachments,
            @Nullable UserId author)
            implements Intent {
        public PublishAnnouncement {
            attachments = List.copyOf(attachments);
        }
    }

    record EditAnnouncement(
            UUID updateId,
            String title,
            String content,
            UpdateType updateType,
            Priority priority,
            List<Attachment> attachments)
            implements Intent {
        public EditAnnouncement {
            attachments = List.copyOf(attachments);
        }
    }

    record WithdrawAnnouncement(UUID updateId) implements Intent {}

    /// Delivered by HackHub: the hackathon's status or dates are now these.
    record ChangeHackathon(
            String status,
            @Nullable Instant registrationStart,
            @Nullable Instant registrationEnd,
            @Nullable Instant startDate,
            @Nullable Instant endDate,
            @Nullable String reason)
            implements Intent {}

    /// Delivered by HackHub into an inbox. Title and body name nobody: they are stored.
    record Notify(
            UUID notificationId,
            String kind,
            String title,
            @Nullable String body,
            String link) implements Intent {}

    /// Delivered by HackHub: the person is erased, and all that they wrote here with them.
    record EraseUser(UserId user) implements Intent {}
}
