package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.NEWS;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.cid;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.shared.Channel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final String ADA_CARD =
            "\"author\":{\"id\":\"00000000-0000-0001-0000-000000000001\",\"username\":\"ada\",\"fullName\":\"Ada Lovelace\"}";

    private static String data(Channel channel, RoomEvent event) {
        var frame = Frames.encode(channel, 9, event, Map.of(ADA.id(), ADA));
        var json = new String(frame.json().array(), UTF_8);
        var head =
                "{\"type\":\"event\",\"channel\":\"%s\",\"seq\":9,\"kind\":\"%s\",\"at\":\"2026-03-01T09:00:00Z\",\"data\":"
                        .formatted(channel, frame.kind());
        assertThat(json).startsWith(head).endsWith("}}");
        return json.substring(head.length(), json.length() - 1);
    }

    @Test
    void aMessageNamesItsAuthor() {
        var posted = new RoomEvent.MessagePosted(
                cid(1),
                ADA.id(),
                NOW,
                "a \"b\"",
                cid(2),
                List.of(new Attachment("t", "https://example.org")),
                List.of(BOB.id()));

        assertThat(data(CHAT, posted))
                .isEqualTo(
                        "{\"messageId\":\"%s\",%s,\"text\":\"a \\\"b\\\"\",\"replyTo\":\"%s\",\"attachments\":[{\"title\":\"t\",\"url\":\"https://example.org\"}],\"mentions\":[\"%s\"]}"
                                .formatted(cid(1), ADA_CARD, cid(2), BOB.id()));
    }

    @Test
    void aRedactedMessageSaysSo() {
        var posted = new RoomEvent.MessagePosted(cid(1), ADA.id(), NOW, null, null, List.of(), List.of());
        var edited = new RoomEvent.MessageEdited(cid(2), ADA.id(), NOW, cid(1), null);

        assertThat(data(CHAT, posted)).contains("\"text\":null,\"deleted\":true,\"mentions\":[]");
        assertThat(data(CHAT, edited))
                .isEqualTo("{\"messageId\":\"%s\",\"text\":null,\"deleted\":true}".formatted(cid(1)));
    }

    @Test
    void whoIsGoneIsShownAsGone() {
        var posted = new RoomEvent.MessagePosted(cid(1), BOB.id(), NOW, "x", null, List.of(), List.of());

        assertThat(data(CHAT, posted)).contains("\"username\":\"deleted\",\"fullName\":\"Deleted user\"");
    }

    @Test
    void anUpdateIsThatOfTheRestContract() {
        var published = new RoomEvent.AnnouncementPublished(
                cid(1), ADA.id(), NOW, cid(2), ADA.id(), "t", "c", UpdateType.ANNOUNCEMENT, Priority.HIGH, List.of());
        var edited = new RoomEvent.AnnouncementEdited(
                cid(1),
                BOB.id(),
                NOW,
                cid(2),
                ADA.id(),
                NOW,
                "t",
                "c",
                UpdateType.ANNOUNCEMENT,
                Priority.HIGH,
                List.of());
        var update =
                "{\"id\":\"%s\",%s,\"title\":\"t\",\"content\":\"c\",\"type\":\"ANNOUNCEMENT\",\"priority\":\"HIGH\",\"attachments\":[],\"publishedAt\":\"2026-03-01T09:00:00Z\""
                        .formatted(cid(2), ADA_CARD);

        assertThat(data(NEWS, published)).isEqualTo(update + "}");
        assertThat(data(NEWS, edited)).isEqualTo(update + ",\"editedAt\":\"2026-03-01T09:00:00Z\"}");
        assertThat(data(NEWS, new RoomEvent.AnnouncementWithdrawn(cid(3), ADA.id(), NOW, cid(2))))
                .isEqualTo("{\"id\":\"%s\"}".formatted(cid(2)));
    }

    @Test
    void theRestAreIdsAndWhatTheProtocolSays() {
        assertThat(data(CHAT, new RoomEvent.ReactionAdded(cid(1), BOB.id(), NOW, cid(2), "👍")))
                .isEqualTo("{\"messageId\":\"%s\",\"emoji\":\"👍\",\"userId\":\"%s\"}".formatted(cid(2), BOB.id()));
        assertThat(data(CHAT, new RoomEvent.MemberJoined(BOB.id(), Grant.MEMBER, 3, NOW)))
                .isEqualTo("{\"userId\":\"%s\"}".formatted(BOB.id()));
        assertThat(data(NEWS, new RoomEvent.HackathonChanged(cid(1), NOW, "ACTIVE", null, null, null, NOW, null)))
                .isEqualTo("{\"status\":\"ACTIVE\",\"endDate\":\"2026-03-01T09:00:00Z\"}");
        assertThat(data(
                        new Channel.Inbox(ADA.id()),
                        new RoomEvent.NotificationCreated(cid(1), NOW, cid(1), "mention", "t", null, "/l")))
                .isEqualTo("{\"notificationId\":\"%s\",\"kind\":\"mention\",\"title\":\"t\",\"link\":\"/l\"}"
                        .formatted(cid(1)));
    }

    @Test
    void aFeedLearnsWhatItMustKnow() {
        var left = Frames.encode(CHAT, 9, new RoomEvent.MemberLeft(BOB.id(), 3, NOW), Map.of());
        var deleted = Frames.encode(CHAT, 9, new RoomEvent.MessageDeleted(cid(1), BOB.id(), NOW, cid(2)), Map.of());

        assertThat(left.kind()).isEqualTo("member.left");
        assertThat(left.userId()).isEqualTo(BOB.id());
        assertThat(deleted.messageId()).isEqualTo(cid(2));
    }
}
