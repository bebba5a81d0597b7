package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.HACKATHON;
import static io.hackhub.core.room.Fixture.NEWS;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.cid;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.BoardFrame;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Reader;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.serialization.SerializationExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each message between hubs and rooms survives the way from one node to another.
class WireBetweenNodesTest {

    private static final ActorTestKit actors = ActorTestKit.create();
    private static final TestProbe<HubCommand> hub = actors.createTestProbe();
    private static final TestProbe<Outcome> outcomes = actors.createTestProbe();
    private static final TestProbe<Applied> applied = actors.createTestProbe();
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Channel.Board BOARD = new Channel.Board(HACKATHON, true);

    static Stream<CborSerializable> messages() {
        var all = new ArrayList<CborSerializable>();
        sourceCommands().forEach(it -> all.add(new RoomCommand.FromHub(it)));
        sourceCommands().forEach(all::add);
        intents().forEach(it -> all.add(new Act(cid(1), ADA, true, it, 7, outcomes.getRef())));
        all.addAll(List.of(
                new Deliver(cid(1), new Intent.EraseUser(BOB.id()), 7, outcomes.getRef()),
                Fixture.members(3, applied.getRef(), Fixture.leader(ADA), Fixture.member(BOB)),
                new RoomCommand.StandingIs(Fixture.standing(ADA, 3, Grant.JUDGE, Grant.MENTOR)),
                new RoomCommand.StandingIs(Standing.nowhere(null)),
                new RoomCommand.StandingChanged(Fixture.standing(ADA, 3), applied.getRef()),
                new RoomCommand.Typing(ADA.id()),
                new RoomCommand.Mute(cid(1), ADA, false, BOB.id(), NOW, 7, outcomes.getRef()),
                new RoomCommand.AcksAre(cid(1), 12),
                new Applied(CHAT, 3),
                new Outcome.Acked(7, cid(1), 9L, Outcome.Receipt.message(cid(1)), true),
                new Outcome.Acked(7, cid(1), null, Outcome.Receipt.version(3), false),
                Outcome.refused(7, RefusalCode.CONFLICT, "no"),
                new Outcome.Refused(7, RefusalCode.SLOW_MODE, "later", true, 800L),
                new HubCommand.Events(
                        CHAT, List.of(new EventFrame(3, "message.posted", cid(1), ADA.id(), Bytes.of("{}")))),
                new HubCommand.Events(
                        CHAT, List.of(new EventFrame(3, "message.posted", cid(1), ADA.id(), Bytes.of("{}"))), TRACE),
                new Act(cid(1), ADA, true, new Intent.Pin(cid(2)), 7, outcomes.getRef(), TRACE),
                new HubCommand.Head(CHAT, 3),
                new HubCommand.Up(BOARD),
                new HubCommand.Asleep(CHAT, 3),
                new HubCommand.Signal(NEWS, Bytes.of("{}"), true),
                new HubCommand.BoardIs(BOARD, new BoardFrame("e", 1, 2, Bytes.of("{}"), null)),
                new HubCommand.Cut(BOARD, null),
                new HubCommand.RightsAre(NEWS, ADA.id(), true, false),
                new HubCommand.Admission(CHAT, 7, RefusalCode.DENIED, 3, false),
                new HubCommand.Admission(BOARD, 7, null, 0, true),
                new HubCommand.WhoIs(CHAT, 7, List.of(ADA, BOB), 3)));
        return all.stream();
    }

    private static Stream<SourceCommand> sourceCommands() {
        return Stream.of(
                new SourceCommand.Follow(CHAT, SourceCommand.NOTHING, hub.getRef()),
                new SourceCommand.Unfollow(BOARD, hub.getRef()),
                new SourceCommand.Readers(CHAT, 2, List.of(ADA.id()), hub.getRef()),
                new SourceCommand.Admit(
                        CHAT, Reader.GUEST, null, 7, hub.getRef().narrow()),
                new SourceCommand.Admit(
                        NEWS, new Reader(ADA.id(), true), 9L, 7, hub.getRef().narrow()),
                new SourceCommand.Who(CHAT, 7, List.of(ADA.id()), hub.getRef().narrow()));
    }

    private static Stream<Intent> intents() {
        var links = List.of(new Attachment("t", "https://example.org"));
        return Stream.of(
                new Intent.PostMessage("hi", cid(2), links),
                new Intent.EditMessage(cid(2), "hi"),
                new Intent.DeleteMessage(cid(2)),
                new Intent.Pin(cid(2)),
                new Intent.Unpin(cid(2)),
                new Intent.AddReaction(cid(2), "👍"),
                new Intent.RemoveReaction(cid(2), "👍"),
                new Intent.PublishAnnouncement(cid(2), "t", "c", UpdateType.RESOURCE, Priority.HIGH, links, BOB.id()),
                new Intent.EditAnnouncement(cid(2), "t", "c", UpdateType.RESOURCE, Priority.HIGH, links),
                new Intent.WithdrawAnnouncement(cid(2)),
                new Intent.ChangeHackathon("ACTIVE", NOW, null, NOW, null, "because"),
                new Intent.Notify(cid(2), "mention", "t", "b", "/l"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void arrivesAsItWasSent(CborSerializable message) {
        assertThat(actors.serializationTestKit().verifySerialization(message, true))
                .isEqualTo(message);
    }

    /// Also: what a node of the version before sends, which knows no traces, can be read, and it can read us.
    @Test
    void whatIsNotTracedCarriesNothingMore() {
        assertThat(bytes(new Act(cid(1), ADA, true, new Intent.Pin(cid(2)), 7, outcomes.getRef())))
                .contains("ticket")
                .doesNotContain("trace");
        assertThat(bytes(new HubCommand.Events(CHAT, List.of())))
                .contains("channel")
                .doesNotContain("trace");
    }

    private static String bytes(CborSerializable message) {
        var form =
                SerializationExtension.get(actors.system()).serialize(message).get();
        return new String(form, StandardCharsets.ISO_8859_1);
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }
}
