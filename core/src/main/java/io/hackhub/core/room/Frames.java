package io.hackhub.core.room;

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
            EventData.write(json, event, names);
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
}
