package io.hackhub.core.room;

import io.hackhub.core.access.Grant;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.Redactions;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Every frame that a room can send, as rooms encode them: for tests that hold them to the contract. In this package
/// because encoding is nobody else's business.
public final class RoomFrames {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00.123456Z");
    private static final UserId ADA = new UserId(new UUID(3, 3));
    private static final Author CARD = new Author(ADA, "ada", "Ada \"the first\" Lovelace");
    private static final UUID CID = Uuids.v7(NINE, "one");
    private static final UUID MESSAGE = Uuids.v7(NINE, "message");
    private static final Channel.Log CHAT = new Channel.TeamChat(new TeamId(new UUID(7, 1)));
    private static final List<Attachment> LINKS = List.of(new Attachment("slides", "https://a.example/b?c=d"));

    private RoomFrames() {}

    /// At least one of each kind of event, with and without what is optional.
    public static List<RoomEvent> events() {
        return List.of(
                new RoomEvent.MessagePosted(CID, ADA, NINE, "hello 🎉 \u2028", MESSAGE, LINKS, List.of(ADA)),
                new RoomEvent.MessagePosted(CID, ADA, NINE, "hello", null, List.of(), List.of()),
                new RoomEvent.MessagePosted(CID, ADA, NINE, null, null, List.of(), List.of()),
                new RoomEvent.MessageEdited(CID, ADA, NINE, MESSAGE, "hello!"),
                new RoomEvent.MessageEdited(CID, ADA, NINE, MESSAGE, null),
                new RoomEvent.MessageDeleted(CID, ADA, NINE, MESSAGE),
                new RoomEvent.MessagePinned(CID, ADA, NINE, MESSAGE),
                new RoomEvent.MessageUnpinned(CID, ADA, NINE, MESSAGE),
                new RoomEvent.ReactionAdded(CID, ADA, NINE, MESSAGE, "🎉"),
                new RoomEvent.ReactionRemoved(CID, ADA, NINE, MESSAGE, "🎉"),
                new RoomEvent.AnnouncementPublished(
                        CID, null, NINE, CID, ADA, "t", "c", UpdateType.REMINDER, Priority.URGENT, LINKS),
                new RoomEvent.AnnouncementEdited(
                        CID, ADA, NINE, CID, ADA, NINE, "t", "c", UpdateType.RESOURCE, Priority.LOW, List.of()),
                new RoomEvent.AnnouncementWithdrawn(CID, ADA, NINE, CID),
                new RoomEvent.HackathonChanged(CID, NINE, "ACTIVE", null, null, null, null, null),
                new RoomEvent.HackathonChanged(CID, NINE, "CANCELLED", NINE, NINE, NINE, NINE, "storm"),
                new RoomEvent.NotificationCreated(CID, NINE, CID, "invitation", "t", "b", "/teams"),
                new RoomEvent.NotificationCreated(CID, NINE, CID, "mention", "t", null, "/teams"),
                new RoomEvent.MemberJoined(ADA, Grant.MEMBER, 4, NINE),
                new RoomEvent.MemberLeft(ADA, 5, NINE),
                new RoomEvent.UserErased(CID, ADA, NINE));
    }

    /// Those events on the wire; then what is left of them once they are taken back.
    public static List<Bytes> encoded() {
        var frames = new ArrayList<EventFrame>();
        for (var event : events()) {
            frames.add(Frames.encode(CHAT, frames.size() + 1L, event, Map.of(ADA, CARD)));
        }
        return Stream.concat(frames.stream(), Redactions.within(frames).stream())
                .map(EventFrame::json)
                .toList();
    }

    public static List<Bytes> signals() {
        return List.of(
                Signals.typing(CHAT, ADA),
                Signals.readers(CHAT, 3),
                Signals.readers(new Channel.Announcements(new HackathonId(CID)), 400),
                Signals.acks(CHAT, CID, 12));
    }
}
