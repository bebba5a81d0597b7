package io.hackhub.core.room;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.EventFrame;
import io.hackhub.core.room.RoomEvent.AnnouncementEdited;
import io.hackhub.core.room.RoomEvent.AnnouncementPublished;
import io.hackhub.core.room.RoomEvent.AnnouncementWithdrawn;
import io.hackhub.core.room.RoomEvent.HackathonChanged;
import io.hackhub.core.room.RoomEvent.MemberJoined;
import io.hackhub.core.room.RoomEvent.MemberLeft;
import io.hackhub.core.room.RoomEvent.MessageDeleted;
import io.hackhub.core.room.RoomEvent.MessageEdited;
import io.hackhub.core.room.RoomEvent.MessagePinned;
import io.hackhub.core.room.RoomEvent.MessagePosted;
import io.hackhub.core.room.RoomEvent.MessageUnpinned;
import io.hackhub.core.room.RoomEvent.NotificationCreated;
import io.hackhub.core.room.RoomEvent.ReactionAdded;
import io.hackhub.core.room.RoomEvent.ReactionRemoved;
import io.hackhub.core.room.RoomEvent.UserErased;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.JsonMapper;
import io.hackhub.core.shared.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a stored event looks on the wire: here, and only here, people get their names.
final class Frames {

    private static final ObjectMapper JSON = JsonMapper.create();

    private Frames() {}

    /// Whose name the frame shows.
    static Optional<UserId> named(RoomEvent event) {
        return switch (event) {
            case MessagePosted e -> Optional.of(e.author());
            case AnnouncementPublished e -> Optional.of(e.author());
            case AnnouncementEdited e -> Optional.of(e.author());
            case MessageEdited _,
                    MessageDeleted _,
                    MessagePinned _,
                    MessageUnpinned _,
                    ReactionAdded _,
                    ReactionRemoved _,
                    AnnouncementWithdrawn _,
                    HackathonChanged _,
                    NotificationCreated _,
                    MemberJoined _,
                    MemberLeft _,
                    UserErased _ -> Optional.empty();
        };
    }

    /// @param names of those that [#named] gives; who is missing is shown as gone
    static EventFrame encode(Channel channel, long seq, RoomEvent event, Map<UserId, Author> names) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = JSON.getFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "event");
            json.writeStringField("channel", channel.text());
            json.writeNumberField("seq", seq);
            json.writeStringField("kind", kind(event));
            json.writeStringField("at", event.at().toString());
            json.writeObjectFieldStart("data");
            data(json, event, names);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new EventFrame(seq, kind(event), subject(event), person(event), new Bytes(bytes.toByteArray()));
    }

    static String kind(RoomEvent event) {
        return switch (event) {
            case MessagePosted _ -> "message.posted";
            case MessageEdited _ -> "message.edited";
            case MessageDeleted _ -> "message.deleted";
            case MessagePinned _ -> "message.pinned";
            case MessageUnpinned _ -> "message.unpinned";
            case ReactionAdded _ -> "reaction.added";
            case ReactionRemoved _ -> "reaction.removed";
            case AnnouncementPublished _ -> "announcement.published";
            case AnnouncementEdited _ -> "announcement.edited";
            case AnnouncementWithdrawn _ -> "announcement.withdrawn";
            case HackathonChanged _ -> "hackathon.changed";
            case NotificationCreated _ -> "notification.created";
            case MemberJoined _ -> "member.joined";
            case MemberLeft _ -> "member.left";
            case UserErased _ -> "user.erased";
        };
    }

    private static @Nullable UUID subject(RoomEvent event) {
        return switch (event) {
            case MessagePosted e -> e.cid();
            case MessageEdited e -> e.messageId();
            case MessageDeleted e -> e.messageId();
            case MessagePinned e -> e.messageId();
            case MessageUnpinned e -> e.messageId();
            case ReactionAdded e -> e.messageId();
            case ReactionRemoved e -> e.messageId();
            case AnnouncementPublished e -> e.updateId();
            case AnnouncementEdited e -> e.updateId();
            case AnnouncementWithdrawn e -> e.updateId();
            case HackathonChanged _, NotificationCreated _, MemberJoined _, MemberLeft _, UserErased _ -> null;
        };
    }

    private static @Nullable UserId person(RoomEvent event) {
        return switch (event) {
            case MessagePosted e -> e.author();
            case MessageEdited e -> e.author();
            case MemberJoined e -> e.user();
            case MemberLeft e -> e.user();
            case UserErased e -> e.user();
            case MessageDeleted _,
                    MessagePinned _,
                    MessageUnpinned _,
                    ReactionAdded _,
                    ReactionRemoved _,
                    AnnouncementPublished _,
                    AnnouncementEdited _,
                    AnnouncementWithdrawn _,
                    HackathonChanged _,
                    NotificationCreated _ -> null;
        };
    }

    private static void data(JsonGenerator json, RoomEvent event, Map<UserId, Author> names) throws IOException {
        switch (event) {
            case MessagePosted e -> posted(json, e, names);
            case MessageEdited e -> {
                id(json, "messageId", e.messageId());
                text(json, e.text());
            }
            case MessageDeleted e -> id(json, "messageId", e.messageId());
            case MessagePinned e -> id(json, "messageId", e.messageId());
            case MessageUnpinned e -> id(json, "messageId", e.messageId());
            case ReactionAdded e -> reaction(json, e.messageId(), e.emoji(), e.by());
            case ReactionRemoved e -> reaction(json, e.messageId(), e.emoji(), e.by());
            case AnnouncementPublished e ->
                update(
                        json,
                        new AnnouncementEdited(
                                e.cid(),
                                e.author(),
                                e.at(),
                                e.updateId(),
                                e.author(),
                                e.at(),
                                e.title(),
                                e.content(),
                                e.type(),
                                e.priority(),
                                e.attachments()),
                        names);
            case AnnouncementEdited e -> {
                update(json, e, names);
                optional(json, "editedAt", e.at());
            }
            case AnnouncementWithdrawn e -> id(json, "id", e.updateId());
            case HackathonChanged e -> changed(json, e);
            case NotificationCreated e -> notification(json, e);
            case MemberJoined e -> id(json, "userId", e.user().value());
            case MemberLeft e -> id(json, "userId", e.user().value());
            case UserErased e -> id(json, "userId", e.user().value());
        }
    }

    private static void posted(JsonGenerator json, MessagePosted e, Map<UserId, Author> names) throws IOException {
        id(json, "messageId", e.cid());
        author(json, e.author(), names);
        text(json, e.text());
        if (e.replyTo() != null) {
            id(json, "replyTo", e.replyTo());
        }
        if (!e.attachments().isEmpty()) {
            attachments(json, e.attachments());
        }
        json.writeArrayFieldStart("mentions");
        for (var user : e.mentions()) {
            json.writeString(user.toString());
        }
        json.writeEndArray();
    }

    private static void update(JsonGenerator json, AnnouncementEdited e, Map<UserId, Author> names) throws IOException {
        id(json, "id", e.updateId());
        author(json, e.author(), names);
        json.writeStringField("title", e.title());
        json.writeStringField("content", e.content());
        json.writeStringField("type", e.type().name());
        json.writeStringField("priority", e.priority().name());
        attachments(json, e.attachments());
        json.writeStringField("publishedAt", e.publishedAt().toString());
    }

    private static void changed(JsonGenerator json, HackathonChanged e) throws IOException {
        json.writeStringField("status", e.status());
        optional(json, "registrationStart", e.registrationStart());
        optional(json, "registrationEnd", e.registrationEnd());
        optional(json, "startDate", e.startDate());
        optional(json, "endDate", e.endDate());
        optional(json, "reason", e.reason());
    }

    private static void notification(JsonGenerator json, NotificationCreated e) throws IOException {
        id(json, "notificationId", e.notificationId());
        json.writeStringField("kind", e.kind());
        json.writeStringField("title", e.title());
        optional(json, "body", e.body());
        json.writeStringField("link", e.link());
    }

    private static void reaction(JsonGenerator json, UUID messageId, String emoji, UserId by) throws IOException {
        id(json, "messageId", messageId);
        json.writeStringField("emoji", emoji);
        id(json, "userId", by.value());
    }

    private static void text(JsonGenerator json, @Nullable String text) throws IOException {
        if (text == null) {
            json.writeNullField("text");
            json.writeBooleanField("deleted", true);
        } else {
            json.writeStringField("text", text);
        }
    }

    private static void author(JsonGenerator json, UserId id, Map<UserId, Author> names) throws IOException {
        var author = names.getOrDefault(id, People.gone(id));
        json.writeObjectFieldStart("author");
        id(json, "id", author.id().value());
        json.writeStringField("username", author.username());
        json.writeStringField("fullName", author.fullName());
        json.writeEndObject();
    }

    private static void attachments(JsonGenerator json, List<Attachment> attachments) throws IOException {
        json.writeArrayFieldStart("attachments");
        for (var attachment : attachments) {
            json.writeStartObject();
            json.writeStringField("title", attachment.title());
            json.writeStringField("url", attachment.url());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void id(JsonGenerator json, String name, UUID id) throws IOException {
        json.writeStringField(name, id.toString());
    }

    private static void optional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }
}
