package io.hackhub.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.live.Batch;
import io.hackhub.core.live.BoardFrame;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.Subscription;
import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveConnectionTest {

    private static final Channel.Board BOARD = new Channel.Board(new HackathonId(new UUID(8, 1)), false);
    private static final long MIB = 1 << 20;

    // Malformed

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "{",
                "{}",
                "[]",
                "null",
                "7",
                "\"auth\"",
                "{\"type\":7}",
                "{\"type\":null}",
                "{\"type\":\"who\",\"id\":\"7\"}",
                "{\"type\":\"who\",\"id\":7.5}",
                "{\"type\":\"who\",\"id\":null}",
                "{\"type\":\"who\",\"id\":-1}",
                "{\"type\":\"who\",\"id\":9007199254740992}",
                "{\"type\":\"who\",\"id\":1e3}",
                "{\"type\":\"who\"} {}",
                "{\"type\":\"who\",\"type\":\"auth\"}",
                "{\"type\":\"who\",\"x\":NaN}",
                "{'type':'who'}"
            })
    void whatBreaksTheProtocolEndsTheConnection(String frame) {
        var peer = Peer.ada();

        peer.connection.received(frame);

        assertThat(peer.socket.closes).containsExactly(CloseCode.MALFORMED);
    }

    @Test
    void jsonNestedDeeplyIsHarmless() {
        var peer = Peer.ada();

        peer.connection.received("{\"type\":\"who\",\"x\":" + "[".repeat(100_000));

        assertThat(peer.socket.closes).containsExactly(CloseCode.MALFORMED);
    }

    @Test
    void binaryFramesEndTheConnection() {
        var peer = Peer.ada();

        peer.connection.receivedBinary();

        assertThat(peer.socket.closes).containsExactly(CloseCode.MALFORMED);
    }

    @Test
    void badUtf8EndsTheConnection() {
        var peer = Peer.ada();

        peer.connection.receivedBadUtf8();

        assertThat(peer.socket.closes).containsExactly(CloseCode.MALFORMED);
    }

    @Test
    void anUnknownTypeIsAnsweredAndTheConnectionGoesOn() {
        var peer = Peer.ada();

        peer.says("{'type':'dance','id':4}");

        assertThat(peer.last().path("code").asText()).isEqualTo("bad_request");
        assertThat(peer.last().path("id").asLong()).isEqualTo(4);
        assertThat(peer.socket.closes).isEmpty();
    }

    @Test
    void unknownFieldsAreIgnored() {
        var peer = Peer.ada();

        peer.says("{'type':'subscribe','id':1,'channel':'%s','mood':{'good':[1,2]}}".formatted(Peer.ROCKETS));

        assertThat(peer.hub).hasSize(1);
    }

    // Reading

    @Test
    void aSubscriptionGoesToTheHubAndItsAnswerToTheClient() {
        var peer = new Peer();
        peer.hasRead(Peer.ROCKETS, 975);
        peer.signedIn();

        peer.says("{'type':'subscribe','id':7,'channel':'%s','since':981}".formatted(Peer.ROCKETS));
        assertThat(peer.hub).containsExactly(new HubCommand.Subscribe(7, Peer.ROCKETS, 981L, peer.connection));
        peer.connection.subscribed(7, Peer.ROCKETS, new Subscription(1_004, 982, true, false, true));

        assertThat(peer.last()).isEqualTo(Contract.json("""
                        {"type":"subscribed","id":7,"channel":"%s","head":1004,"from":982,"complete":true,
                         "you":{"read":975,"canWrite":true}}""".formatted(Peer.ROCKETS)));
        assertThat(peer.session).contains("follow " + Peer.ROCKETS);
    }

    @Test
    void aCursorAboveTheHeadIsReset() {
        var peer = Peer.ada();

        peer.connection.subscribed(7, Peer.ROCKETS, new Subscription(3, 1, true, true, false));

        assertThat(peer.last().path("reset").asBoolean()).isTrue();
        assertThat(peer.last().path("you").path("canWrite").asBoolean()).isFalse();
    }

    @Test
    void boardsHaveNoCursor() {
        var peer = Peer.ada();

        peer.says("{'type':'subscribe','id':7,'channel':'%s','since':981}".formatted(BOARD));

        assertThat(peer.hub).containsExactly(new HubCommand.Subscribe(7, BOARD, null, peer.connection));
    }

    @Test
    void eventsArePassedOnAsTheyCome() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 0);

        peer.connection.write(
                Peer.ROCKETS, new Batch(List.of(Peer.event(Peer.ROCKETS, 1), Peer.event(Peer.ROCKETS, 2))));

        assertThat(peer.socket.sent)
                .extracting(frame -> frame.path("seq").asLong())
                .containsExactly(1L, 2L);
    }

    @Test
    void unsubscribingIsAnsweredByTheHub() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 3);

        peer.says("{'type':'unsubscribe','id':8,'channel':'%s'}".formatted(Peer.ROCKETS));
        assertThat(peer.hub).containsExactly(new HubCommand.Unsubscribe(8, Peer.ROCKETS, peer.connection));
        peer.connection.unsubscribed(8, Peer.ROCKETS);

        assertThat(peer.last()).isEqualTo(Contract.json("""
                        {"type":"unsubscribed","id":8,"channel":"%s"}""".formatted(Peer.ROCKETS)));
    }

    @Test
    void aRefusedSubscriptionCarriesItsId() {
        var peer = Peer.ada();
        peer.says("{'type':'subscribe','id':7,'channel':'%s'}".formatted(Peer.ROCKETS));

        peer.connection.refused(7, RefusalCode.NOT_FOUND, "there is no such channel");

        assertThat(peer.last()).isEqualTo(Contract.json("""
                        {"type":"error","id":7,"code":"not_found","message":"there is no such channel",
                         "retryable":false}"""));
    }

    @Test
    void losingTheRightToReadIsSaidAtOnceAndForgotten() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 3);

        peer.connection.revoked(Peer.ROCKETS, RefusalCode.DENIED);

        assertThat(peer.last()).isEqualTo(Contract.json("""
                        {"type":"revoked","channel":"%s","code":"denied"}""".formatted(Peer.ROCKETS)));
        assertThat(peer.session).containsExactly("unfollow " + Peer.ROCKETS);
        peer.says("{'type':'repair','id':9,'channel':'%s','from':1,'to':2}".formatted(Peer.ROCKETS));
        assertThat(peer.last().path("code").asText()).isEqualTo("denied");
    }

    @Test
    void subscriptionsAreBounded() {
        var bounds = new LiveSettings.Bounds(65_536, 65_536, 1 << 20, 2, 64, 100, 100, 100, 100);
        var peer = Peer.ada(LiveSettings.of("127.0.0.1", 0, "node-1", Set.of()).with(bounds));
        peer.reading(Peer.ROCKETS, 0);
        peer.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(Peer.LIZARDS));

        peer.says("{'type':'subscribe','id':2,'channel':'%s'}".formatted(BOARD));
        assertThat(peer.last().path("code").asText()).isEqualTo("overloaded");
        assertThat(peer.last().path("retryable").asBoolean()).isFalse();
        peer.connection.refused(1, RefusalCode.DENIED, "no");
        peer.says("{'type':'subscribe','id':3,'channel':'%s'}".formatted(BOARD));

        assertThat(peer.hub).last().isEqualTo(new HubCommand.Subscribe(3, BOARD, null, peer.connection));
    }

    @Test
    void aRepairAsksForTheSameEventsAgain() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 20);

        peer.says("{'type':'repair','id':9,'channel':'%s','from':10,'to':15}".formatted(Peer.ROCKETS));
        assertThat(peer.hub).containsExactly(new HubCommand.Repair(9, Peer.ROCKETS, 10, 15, peer.connection));
        peer.connection.repaired(9, Peer.ROCKETS, new Batch(List.of(Peer.event(Peer.ROCKETS, 10))));

        assertThat(peer.last().path("seq").asLong()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'from':0,'to':5", "'from':5,'to':4", "'from':1,'to':501", "'from':1", "'from':'1','to':2"})
    void aRepairOutOfBoundsIsABadRequest(String range) {
        var peer = Peer.ada().reading(Peer.ROCKETS, 600);

        peer.says("{'type':'repair','id':9,'channel':'%s',%s}".formatted(Peer.ROCKETS, range));

        assertThat(peer.last().path("code").asText()).isEqualTo("bad_request");
        assertThat(peer.hub).isEmpty();
    }

    @Test
    void aRepairBelowTheFirstEventOfTheSubscriptionIsABadRequest() {
        var peer = Peer.ada();
        peer.connection.subscribed(1, Peer.ROCKETS, new Subscription(1_000, 801, false, false, true));

        peer.says("{'type':'repair','id':9,'channel':'%s','from':800,'to':810}".formatted(Peer.ROCKETS));

        assertThat(peer.last().path("code").asText()).isEqualTo("bad_request");
    }

    @Test
    void whoIsThereIsAnsweredWithCards() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 1);

        peer.says("{'type':'who','id':5,'channel':'%s'}".formatted(Peer.ROCKETS));
        assertThat(peer.hub).containsExactly(new HubCommand.AskWho(5, Peer.ROCKETS, peer.connection));
        peer.connection.who(5, Peer.ROCKETS, List.of(Peer.ADA, Peer.BOB));

        assertThat(peer.last().path("users")).extracting(JsonNode::size).containsExactly(3, 3);
    }

    // Signals and boards

    @Test
    void signalsAreDroppedWhenTheClientIsBehindAndEventsAreNot() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 0);
        peer.socket.full = true;

        peer.connection.signal(Peer.ROCKETS, typing());
        peer.connection.write(Peer.ROCKETS, new Batch(List.of(Peer.event(Peer.ROCKETS, 1))));

        assertThat(peer.types()).containsExactly("event");
        assertThat(peer.registry.counter("hackhub.live.signals.dropped").count())
                .isOne();
    }

    @Test
    void signalsArePassedOn() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 0);

        peer.connection.signal(Peer.ROCKETS, typing());

        assertThat(peer.types()).containsExactly("signal");
    }

    @Test
    void theFirstBoardIsWholeAndDeltasFollow() {
        var peer = Peer.ada().reading(BOARD, 0);

        peer.connection.board(BOARD, board("e", 0, 1));
        peer.connection.board(BOARD, board("e", 1, 2));

        assertThat(peer.types()).containsExactly("board", "board.delta");
    }

    @Test
    void aDeltaThatDoesNotFitIsAWholeBoard() {
        var peer = Peer.ada().reading(BOARD, 0);

        peer.connection.board(BOARD, board("e", 0, 1));
        peer.connection.board(BOARD, board("e", 2, 3));
        peer.connection.board(BOARD, board("f", 3, 4));

        assertThat(peer.types()).containsExactly("board", "board", "board");
    }

    @Test
    void aSlowReaderGetsTheNewestBoardAndNeverAQueueOfOldOnes() {
        var peer = Peer.ada().reading(BOARD, 0);
        peer.connection.board(BOARD, board("e", 0, 1));
        peer.socket.full = true;

        for (var version = 1; version < 50; version++) {
            peer.connection.board(BOARD, board("e", version, version + 1));
        }
        peer.socket.full = false;
        peer.connection.writable();
        peer.connection.board(BOARD, board("e", 50, 51));

        assertThat(peer.types()).containsExactly("board", "board", "board.delta");
        assertThat(peer.socket.sent.get(1).path("version").asLong()).isEqualTo(50);
    }

    @Test
    void aNewSubscriptionStartsWithAWholeBoard() {
        var peer = Peer.ada().reading(BOARD, 0);
        peer.connection.board(BOARD, board("e", 0, 1));

        peer.connection.subscribed(5, BOARD, new Subscription(0, 1, true, false, false));
        peer.connection.board(BOARD, board("e", 1, 2));

        assertThat(peer.types()).containsExactly("board", "subscribed", "board");
    }

    // Liveness

    @Test
    void theServerPingsAndTwoMissedPongsAreTheEnd() {
        var peer = Peer.ada();

        peer.passes(Duration.ofSeconds(25));
        peer.passes(Duration.ofSeconds(25));
        assertThat(peer.socket.pings).isEqualTo(2);
        assertThat(peer.socket.closes).isEmpty();
        peer.passes(Duration.ofSeconds(25));

        assertThat(peer.socket.closes).containsExactly(CloseCode.GOING_AWAY);
    }

    @Test
    void whoeverAnswersPingsStays() {
        var peer = Peer.ada();

        for (var beat = 0; beat < 20; beat++) {
            peer.passes(Duration.ofSeconds(25));
            peer.connection.ponged();
        }

        assertThat(peer.socket.closes).isEmpty();
        assertThat(peer.socket.pings).isEqualTo(20);
        assertThat(peer.session).contains("here " + Peer.ADA.id());
    }

    @Test
    void aBurstMayDrainButASlowReaderIsClosed() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 0);
        peer.socket.pending = 2 * MIB;

        peer.connection.write(Peer.ROCKETS, new Batch(List.of(Peer.event(Peer.ROCKETS, 1))));
        peer.passes(Duration.ofSeconds(5));
        assertThat(peer.socket.closes).isEmpty();
        peer.passes(Duration.ofMillis(1));

        assertThat(peer.socket.closes).containsExactly(CloseCode.TOO_SLOW);
        assertThat(peer.registry.counter("hackhub.live.closes", "code", "4008").count())
                .isOne();
    }

    @Test
    void aReaderThatCatchesUpStays() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 0);
        peer.socket.pending = 2 * MIB;
        peer.passes(Duration.ofSeconds(4));
        peer.socket.pending = 0;
        peer.passes(Duration.ofSeconds(1));
        peer.socket.pending = 2 * MIB;

        peer.passes(Duration.ofSeconds(4));

        assertThat(peer.socket.closes).isEmpty();
    }

    @Test
    void muchTooMuchPendingIsClosedAtOnce() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 0);
        peer.socket.pending = 8 * MIB + 1;

        peer.connection.write(Peer.ROCKETS, new Batch(List.of(Peer.event(Peer.ROCKETS, 1))));

        assertThat(peer.socket.closes).containsExactly(CloseCode.TOO_SLOW);
    }

    @Test
    void nothingHasAnEffectOnceTheConnectionIsClosed() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 3);
        peer.says(Frames.post(1, Peer.ROCKETS, "hello"));
        peer.connection.closed();
        peer.hub.clear();
        peer.session.clear();

        peer.says(Frames.post(2, Peer.ROCKETS, "hello"));
        peer.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(Peer.LIZARDS));
        peer.connection.write(Peer.ROCKETS, new Batch(List.of(Peer.event(Peer.ROCKETS, 4))));
        peer.connection.signal(Peer.ROCKETS, typing());
        peer.connection.board(BOARD, board("e", 0, 1));
        peer.connection.revoked(Peer.ROCKETS, RefusalCode.DENIED);
        peer.connection.refused(1, RefusalCode.DENIED, "no");
        peer.connection.welcome(List.of());
        peer.connection.readElsewhere(Peer.ROCKETS, 2);
        peer.connection.goAway(5);
        peer.connection.closed();
        peer.submitted.getFirst().answer(Outcomes.acked(1, 4));
        peer.passes(Duration.ofHours(1));

        assertThat(peer.socket.sent).isEmpty();
        assertThat(peer.socket.closes).isEmpty();
        assertThat(peer.hub).isEmpty();
        assertThat(peer.session).isEmpty();
        assertThat(peer.submitted).hasSize(1);
    }

    @Test
    void theEndIsToldToHubAndSessionOnce() {
        var peer = Peer.ada();
        peer.hub.clear();
        peer.session.clear();

        peer.connection.closed();
        peer.connection.closed();

        assertThat(peer.hub).containsExactly(new HubCommand.Gone(peer.connection));
        assertThat(peer.session).containsExactly("disconnect " + Peer.ADA.id());
        assertThat(peer.node.users().size()).isZero();
        assertThat(peer.node.metrics().connections()).isZero();
    }

    @Test
    void whomTheClockClosesIsNeitherPingedNorSaidToBeHereAfterwards() {
        var peer = Peer.ada();
        peer.revoked.add(new SessionId(new UUID(5, 1)));

        peer.passes(Duration.ofSeconds(60));

        assertThat(peer.socket.closes).containsExactly(CloseCode.UNAUTHENTICATED);
        assertThat(peer.socket.pings).isZero();
        assertThat(peer.session).last().isEqualTo("disconnect " + Peer.ADA.id());
    }

    // Going away

    @Test
    void aNodeThatGoesAwaySaysWhenToComeBack() {
        var peer = Peer.ada();

        peer.connection.goAway(4_711);

        assertThat(peer.last()).isEqualTo(Contract.json("""
                        {"type":"goaway","afterMs":4711}"""));
        assertThat(peer.socket.closes).containsExactly(CloseCode.DRAINING);
    }

    @Test
    void whatIsUnderWayIsAnsweredBeforeTheNodeGoesAway() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 0);
        peer.says(Frames.post(1, Peer.ROCKETS, "hello"));

        peer.connection.goAway(5);
        assertThat(peer.socket.closes).isEmpty();
        peer.says(Frames.post(2, Peer.ROCKETS, "too late"));
        peer.says("{'type':'subscribe','id':3,'channel':'%s'}".formatted(Peer.LIZARDS));
        peer.submitted.getFirst().answer(Outcomes.acked(1, 1));
        peer.turn();

        assertThat(peer.types()).containsExactly("goaway", "error", "error", "ack");
        assertThat(peer.socket.sent.get(1).path("code").asText()).isEqualTo("unavailable");
        assertThat(peer.socket.sent.get(1).path("retryable").asBoolean()).isTrue();
        assertThat(peer.socket.closes).containsExactly(CloseCode.DRAINING);
    }

    // The person's other devices

    @Test
    void readingOnAnotherDeviceIsASignal() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 20);

        peer.connection.readElsewhere(Peer.ROCKETS, 12);

        assertThat(peer.last()).isEqualTo(Contract.json("""
                        {"type":"signal","channel":"%s","kind":"read","data":{"seq":12}}""".formatted(Peer.ROCKETS)));
    }

    @Test
    void positionsThatComeLateStillCount() {
        var peer = new Peer();
        peer.sessionIsSlow();
        peer.says("{'type':'auth','token':'ada'}");
        peer.passes(Duration.ofSeconds(3));

        peer.connection.welcome(List.of(new Position(Peer.ROCKETS, 9)));
        peer.connection.subscribed(1, Peer.ROCKETS, new Subscription(12, 1, true, false, true));

        assertThat(peer.last().path("you").path("read").asLong()).isEqualTo(9);
    }

    private static Bytes typing() {
        return Bytes.of("""
                {"type":"signal","channel":"%s","kind":"typing","data":{"userId":"%s"}}""".formatted(Peer.ROCKETS, Peer.BOB.id()));
    }

    private static BoardFrame board(String epoch, long from, long to) {
        var whole = """
                {"type":"board","channel":"%s","epoch":"%s","version":%d,"frozen":false,"rows":[]}""".formatted(BOARD, epoch, to);
        var delta = """
                {"type":"board.delta","channel":"%s","epoch":"%s","from":%d,"to":%d,"rows":[],"removed":[]}""".formatted(BOARD, epoch, from, to);
        return new BoardFrame(epoch, from, to, Bytes.of(whole), Bytes.of(delta));
    }
}
