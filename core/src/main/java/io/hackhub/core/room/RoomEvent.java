package io.hackhub.core.room;

import io.hackhub.core.access.Grant;
import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that can happen in a channel, and the stored schema: a record here is never renamed, moved or narrowed.
/// Its place in the journal is the wire's `seq`, so each of them is for every reader of the channel. People are named
/// by id alone. `cid` is the command's.
public sealed interface RoomEvent extends JsonSerializable {

    Instant at();

    /// The command that wrote it and who sent it; empty where no command did.
    default Optional<Origin> origin() {
        return Optional.empty();
    }

    /// Who commanded: nobody (null) is HackHub itself.
    record Origin(UUID cid, @Nullable UserId by) {}

    /// Text that redaction takes out of the stored payload.
    sealed interface Written extends RoomEvent {
        UserId author();

        UUID messageId();

        /// Null once redacted.
        @Nullable String text();
    }

    /// Its id is its `cid`.
    record MessagePosted(
            UUID cid,
            UserId author,
            Instant at,
            @Nullable String text,
            @Nullable UUID replyTo,
            List<Attachment> attachments,
            List<UserId> mentions)
            implements Written {
        public MessagePosted {
            attachments = copy(attachments);
            mentions = copy(mentions);
        }

        @Override
        public UUID messageId() {
            return cid;
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, author));
        }
    }

    record MessageEdited(
            UUID cid,
            UserId author,
            Instant at,
            UUID messageId,
            @Nullable String text) implements Written {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, author));
        }
    }

    record MessageDeleted(UUID cid, UserId by, Instant at, UUID messageId) implements RoomEvent {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, by));
        }
    }

    record MessagePinned(UUID cid, UserId by, Instant at, UUID messageId) implements RoomEvent {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, by));
        }
    }

    record MessageUnpinned(UUID cid, UserId by, Instant at, UUID messageId) implements RoomEvent {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, by));
        }
    }

    record ReactionAdded(UUID cid, UserId by, Instant at, UUID messageId, String emoji) implements RoomEvent {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, by));
        }
    }

    record ReactionRemoved(UUID cid, UserId by, Instant at, UUID messageId, String emoji) implements RoomEvent {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, by));
        }
    }

    /// An update is on every screen.
    ///
    /// @param by who commanded; none where HackHub published what an author had scheduled
    record AnnouncementPublished(
            UUID cid,
            @Nullable UserId by,
            Instant at,
            UUID updateId,
            UserId author,
            String title,
            String content,
            UpdateType type,
            Priority priority,
            List<Attachment> attachments)
            implements RoomEvent {
        public AnnouncementPublished {
            attachments = copy(attachments);
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, by));
        }
    }

    /// The whole update as it now reads; author and time of publication are the first one's.
    record AnnouncementEdited(
            UUID cid,
            UserId by,
            Instant at,
            UUID updateId,
            UserId author,
            Instant publishedAt,
            String title,
            String content,
            UpdateType type,
            Priority priority,
            List<Attachment> attachments)
            implements RoomEvent {
        public AnnouncementEdited {
            attachments = copy(attachments);
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, by));
        }
    }

    record AnnouncementWithdrawn(UUID cid, UserId by, Instant at, UUID updateId) implements RoomEvent {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, by));
        }
    }

    record HackathonChanged(
            UUID cid,
            Instant at,
            String status,
            @Nullable Instant registrationStart,
            @Nullable Instant registrationEnd,
            @Nullable Instant startDate,
            @Nullable Instant endDate,
            @Nullable String reason)
            implements RoomEvent {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, null));
        }
    }

    record NotificationCreated(
            UUID cid,
            Instant at,
            UUID notificationId,
            String kind,
            String title,
            @Nullable String body,
            String link) implements RoomEvent {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, null));
        }
    }

    /// Somebody may read from now on.
    ///
    /// @param version of the owner's facts
    record MemberJoined(UserId user, Grant grant, long version, Instant at) implements RoomEvent {}

    record MemberLeft(UserId user, long version, Instant at) implements RoomEvent {}

    record UserErased(UUID cid, UserId user, Instant at) implements RoomEvent {
        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(cid, null));
        }
    }

    /// An absent list is an empty one: redaction takes it out.
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
