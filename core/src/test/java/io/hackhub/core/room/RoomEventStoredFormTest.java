package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.StoredForm;
import io.hackhub.core.access.Grant;
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
import io.hackhub.core.shared.JsonSerializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What was once written to the journal must be read for ever. Lines here are only ever added.
class RoomEventStoredFormTest {

    private static final ActorTestKit actors = ActorTestKit.create();
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00.123Z");
    private static final UUID C = UUID.fromString("019ca8b1-0000-7000-8000-00000000000c");
    private static final UUID M = UUID.fromString("019ca8b1-0000-7000-8000-00000000000d");
    private static final String CID = "\"cid\":\"019ca8b1-0000-7000-8000-00000000000c\"";
    private static final String ABOUT = "\"messageId\":\"019ca8b1-0000-7000-8000-00000000000d\"";
    private static final String UPDATE = "\"updateId\":\"019ca8b1-0000-7000-8000-00000000000d\"";
    private static final String A = "00000000-0000-0001-0000-000000000001";
    private static final String B = "00000000-0000-0001-0000-000000000002";
    private static final String AT = "\"at\":\"2026-03-01T09:00:00.123Z\"";
    private static final List<Attachment> LINK = List.of(new Attachment("Slides", "https://example.org/s"));
    private static final String LINKED = "\"attachments\":[{\"title\":\"Slides\",\"url\":\"https://example.org/s\"}]";

    static Stream<Arguments> stored() {
        return Stream.of(
                it(
                        "MessagePosted",
                        "{%s,\"author\":\"%s\",%s,\"text\":\"hi\",\"replyTo\":\"%s\",%s,\"mentions\":[\"%s\"]}"
                                .formatted(CID, A, AT, M, LINKED, B),
                        new MessagePosted(C, ADA.id(), NINE, "hi", M, LINK, List.of(BOB.id()))),
                it(
                        "MessagePosted",
                        "{%s,\"author\":\"%s\",%s,\"attachments\":[],\"mentions\":[]}".formatted(CID, A, AT),
                        new MessagePosted(C, ADA.id(), NINE, null, null, List.of(), List.of())),
                it(
                        "MessageEdited",
                        "{%s,\"author\":\"%s\",%s,%s,\"text\":\"hi\"}".formatted(CID, A, AT, ABOUT),
                        new MessageEdited(C, ADA.id(), NINE, M, "hi")),
                it(
                        "MessageEdited",
                        "{%s,\"author\":\"%s\",%s,%s}".formatted(CID, A, AT, ABOUT),
                        new MessageEdited(C, ADA.id(), NINE, M, null)),
                it(
                        "MessageDeleted",
                        "{%s,\"by\":\"%s\",%s,%s}".formatted(CID, A, AT, ABOUT),
                        new MessageDeleted(C, ADA.id(), NINE, M)),
                it(
                        "MessagePinned",
                        "{%s,\"by\":\"%s\",%s,%s}".formatted(CID, A, AT, ABOUT),
                        new MessagePinned(C, ADA.id(), NINE, M)),
                it(
                        "MessageUnpinned",
                        "{%s,\"by\":\"%s\",%s,%s}".formatted(CID, A, AT, ABOUT),
                        new MessageUnpinned(C, ADA.id(), NINE, M)),
                it(
                        "ReactionAdded",
                        "{%s,\"by\":\"%s\",%s,%s,\"emoji\":\"\\uD83D\\uDC4D\"}".formatted(CID, A, AT, ABOUT),
                        new ReactionAdded(C, ADA.id(), NINE, M, "👍")),
                it(
                        "ReactionRemoved",
                        "{%s,\"by\":\"%s\",%s,%s,\"emoji\":\"\\uD83D\\uDC4D\"}".formatted(CID, A, AT, ABOUT),
                        new ReactionRemoved(C, ADA.id(), NINE, M, "👍")),
                it(
                        "AnnouncementPublished",
                        "{%s,\"by\":\"%s\",%s,%s,\"author\":\"%s\",\"title\":\"t\",\"content\":\"c\",\"type\":\"SCHEDULE_CHANGE\",\"priority\":\"URGENT\",%s}"
                                .formatted(CID, A, AT, UPDATE, A, LINKED),
                        new AnnouncementPublished(
                                C,
                                ADA.id(),
                                NINE,
                                M,
                                ADA.id(),
                                "t",
                                "c",
                                UpdateType.SCHEDULE_CHANGE,
                                Priority.URGENT,
                                LINK)),
                it(
                        "AnnouncementPublished",
                        "{%s,%s,%s,\"author\":\"%s\",\"title\":\"t\",\"content\":\"c\",\"type\":\"REMINDER\",\"priority\":\"LOW\",\"attachments\":[]}"
                                .formatted(CID, AT, UPDATE, A),
                        new AnnouncementPublished(
                                C, null, NINE, M, ADA.id(), "t", "c", UpdateType.REMINDER, Priority.LOW, List.of())),
                it(
                        "AnnouncementEdited",
                        "{%s,\"by\":\"%s\",%s,%s,\"author\":\"%s\",\"publishedAt\":\"2026-03-01T09:00:00.123Z\",\"title\":\"t\",\"content\":\"c\",\"type\":\"RESOURCE\",\"priority\":\"HIGH\",\"attachments\":[]}"
                                .formatted(CID, B, AT, UPDATE, A),
                        new AnnouncementEdited(
                                C,
                                BOB.id(),
                                NINE,
                                M,
                                ADA.id(),
                                NINE,
                                "t",
                                "c",
                                UpdateType.RESOURCE,
                                Priority.HIGH,
                                List.of())),
                it(
                        "AnnouncementWithdrawn",
                        "{%s,\"by\":\"%s\",%s,%s}".formatted(CID, A, AT, UPDATE),
                        new AnnouncementWithdrawn(C, ADA.id(), NINE, M)),
                it(
                        "HackathonChanged",
                        "{%s,%s,\"status\":\"ACTIVE\",\"endDate\":\"2026-03-01T09:00:00.123Z\"}".formatted(CID, AT),
                        new HackathonChanged(C, NINE, "ACTIVE", null, null, null, NINE, null)),
                it(
                        "NotificationCreated",
                        "{%s,%s,\"notificationId\":\"%s\",\"kind\":\"invitation\",\"title\":\"t\",\"link\":\"/l\"}"
                                .formatted(CID, AT, M),
                        new NotificationCreated(C, NINE, M, "invitation", "t", null, "/l")),
                it(
                        "MemberJoined",
                        "{\"user\":\"%s\",\"grant\":\"INVITED_MENTOR\",\"version\":7,%s}".formatted(A, AT),
                        new MemberJoined(ADA.id(), Grant.INVITED_MENTOR, 7, NINE)),
                it(
                        "MemberLeft",
                        "{\"user\":\"%s\",\"version\":7,%s}".formatted(A, AT),
                        new MemberLeft(ADA.id(), 7, NINE)),
                it("UserErased", "{%s,\"user\":\"%s\",%s}".formatted(CID, A, AT), new UserErased(C, ADA.id(), NINE)));
    }

    private static Arguments it(String type, String json, RoomEvent event) {
        return Arguments.of("io.hackhub.core.room.RoomEvent$" + type, json, event);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void isWrittenAndReadAsEver(String manifest, String json, JsonSerializable event) {
        new StoredForm(actors.system()).stays(manifest, json, event);
    }

    @Test
    void everyEventHasItsLine() {
        var types = Arrays.stream(RoomEvent.class.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type))
                .map(Class::getName);

        assertThat(stored().map(it -> it.get()[0]))
                .containsAll(types.map(Object.class::cast).toList());
    }

    @Test
    void aSnapshotIsNumbersAndIds() {
        var state = new RoomState();
        state.after(new MemberJoined(ADA.id(), Grant.LEADER, 1, NINE));
        state.after(new MessagePosted(C, ADA.id(), NINE, "secret", null, List.of(), List.of(BOB.id())));
        state.after(new ReactionAdded(M, BOB.id(), NINE, C, "👍"));
        state.after(new MemberLeft(BOB.id(), 2, NINE));
        var snapshot = RoomSnapshot.of(state);
        var form = new StoredForm(actors.system());
        var json = form.json(snapshot);

        assertThat(json)
                .startsWith(
                        "{\"head\":4,\"version\":2,\"members\":[{\"user\":\"%s\",\"grant\":\"LEADER\"}],\"left\":[{\"user\":\"%s\",\"version\":2}],\"forgotten\":"
                                .formatted(A, B))
                .contains("\"commands\":\"AQ")
                .contains("\"messages\":\"AQ")
                .contains("\"reactions\":[{\"messageId\":\"%s\",\"emoji\":\"\\uD83D\\uDC4D\",\"users\":[\"%s\"]}]"
                        .formatted(C, B))
                .endsWith("\"mentions\":[{\"messageId\":\"%s\",\"author\":\"%s\",%s,\"users\":[\"%s\"]}]}"
                        .formatted(C, A, AT, B))
                .doesNotContain("secret");
        assertThat(form.read(json, snapshot)).isEqualTo(snapshot);
    }

    @Test
    void textsToRedactAreReadFromSnapshotsOfBeforeTheirDeletionWasKept() {
        var state = new RoomState();
        state.redactions.add(new Redactable.Texts(List.of(3L, 4L), 5L));
        state.redactions.add(new Redactable.Person(ADA.id(), 6));
        var form = new StoredForm(actors.system());
        var snapshot = RoomSnapshot.of(state);
        var json = form.json(snapshot);
        assertThat(json)
                .contains(
                        "\"redactions\":[{\"type\":\"texts\",\"seqs\":[3,4],\"deletion\":5},{\"type\":\"person\",\"user\":\"%s\",\"upTo\":6}]"
                                .formatted(A));

        var old = (RoomSnapshot) form.read(json.replace(",\"deletion\":5", ""), snapshot);
        assertThat(old.redactions())
                .containsExactly(new Redactable.Texts(List.of(3L, 4L), null), new Redactable.Person(ADA.id(), 6));
    }

    @Test
    void aSnapshotFromBeforeMentionsWereKeptIsRead() {
        var snapshot = RoomSnapshot.of(new RoomState());
        var form = new StoredForm(actors.system());
        var json = form.json(snapshot);
        assertThat(json).contains(",\"mentions\":[]");

        assertThat(form.read(json.replace(",\"mentions\":[]", ""), snapshot)).isEqualTo(snapshot);
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }
}
