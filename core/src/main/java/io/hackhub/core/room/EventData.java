package io.hackhub.core.room;

import com.fasterxml.jackson.core.JsonGenerator;
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
import io.hackhub.core.shared.UserId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event says of itself: the `data` object of its frame, member by member as the live protocol has it.
final class EventData {

    private EventData() {}

    /// @param names who is missing is shown as gone
    static void write(JsonGenerator json, RoomEvent event, Map<UserId, Author> names) throws IOException {
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
