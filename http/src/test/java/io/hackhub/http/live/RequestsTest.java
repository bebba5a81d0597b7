package io.hackhub.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.judging.Marks;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Attachment;
import io.hackhub.core.room.Intent;
import io.hackhub.core.room.Priority;
import io.hackhub.core.room.UpdateType;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    private static final HackathonId SPRING = new HackathonId(new UUID(8, 1));
    private static final Channel.Log NEWS = new Channel.Announcements(SPRING);
    private static final UUID MESSAGE = new UUID(9, 9);

    static Stream<Arguments> kinds() {
        var message = "{'messageId':'%s'}".formatted(MESSAGE);
        var reaction = "{'messageId':'%s','emoji':'🎉'}".formatted(MESSAGE);
        return Stream.of(
                Arguments.of("message.post", "{'text':'hello'}", new Intent.PostMessage("hello", null, List.of())),
                Arguments.of(
                        "message.post",
                        "{'text':'a','replyTo':'%s','attachments':[{'title':'t','url':'https://a.example/b'}]}"
                                .formatted(MESSAGE),
                        new Intent.PostMessage("a", MESSAGE, List.of(new Attachment("t", "https://a.example/b")))),
                Arguments.of(
                        "message.edit",
                        "{'messageId':'%s','text':'b'}".formatted(MESSAGE),
                        new Intent.EditMessage(MESSAGE, "b")),
                Arguments.of("message.delete", message, new Intent.DeleteMessage(MESSAGE)),
                Arguments.of("message.pin", message, new Intent.Pin(MESSAGE)),
                Arguments.of("message.unpin", message, new Intent.Unpin(MESSAGE)),
                Arguments.of("reaction.add", reaction, new Intent.AddReaction(MESSAGE, "🎉")),
                Arguments.of("reaction.remove", reaction, new Intent.RemoveReaction(MESSAGE, "🎉")),
                Arguments.of(
                        "announcement.publish",
                        "{'title':'t','content':'c','type':'REMINDER','priority':'URGENT'}",
                        new Intent.PublishAnnouncement(
                                Frames.cid(12), "t", "c", UpdateType.REMINDER, Priority.URGENT, List.of(), null)),
                Arguments.of(
                        "announcement.edit",
                        "{'updateId':'%s','title':'t','content':'c'}".formatted(MESSAGE),
                        new Intent.EditAnnouncement(
                                MESSAGE, "t", "c", UpdateType.ANNOUNCEMENT, Priority.NORMAL, List.of())),
                Arguments.of(
                        "announcement.withdraw",
                        "{'updateId':'%s'}".formatted(MESSAGE),
                        new Intent.WithdrawAnnouncement(MESSAGE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void everyKindReachesItsRoom(String kind, String data, Intent intent) {
        var peer = Peer.ada();

        peer.says(Frames.command(12, NEWS, kind, data));

        var submitted = peer.submitted.getFirst();
        assertThat(submitted.command()).isEqualTo(new ClientFrame.Act(12, Frames.cid(12), NEWS, intent));
        assertThat(submitted.actor()).isEqualTo(new Commands.Actor(Peer.ADA, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void everyKindIsInTheDocument(String kind, String data, Intent intent) {
        var frame = Contract.json(Frames.command(12, NEWS, kind, data.replace('\'', '"')));

        assertThat(Contract.standing().faultsOfClient(frame))
                .as("%s of %s", kind, intent)
                .isEmpty();
    }

    @Test
    void aScoreReachesJudging() {
        var peer = Peer.ada();
        var criteria = new HashMap<String, @Nullable Double>();
        criteria.put("design", 7.5);
        criteria.put("pitch", null);

        peer.says(Frames.command(
                12,
                new Channel.Board(SPRING, false),
                "score.submit",
                "{'teamId':'%s','criteria':{'design':7.5,'pitch':null},'complete':true}".formatted(MESSAGE)));

        assertThat(peer.submitted.getFirst().command())
                .isEqualTo(new ClientFrame.Score(
                        12, Frames.cid(12), SPRING, new TeamId(MESSAGE), Marks.of(criteria), null, true));
        peer.submitted.getFirst().answer(new Outcome.Acked(1, Frames.cid(12), null, Receipt.version(3), false));
        peer.turn();
        assertThat(peer.last()).isEqualTo(Contract.json("""
                        {"type":"ack","id":12,"cid":"%s","data":{"version":3},"duplicate":false}""".formatted(Frames.cid(12))));
    }

    @Test
    void anAcknowledgementReachesItsAnnouncement() {
        var peer = Peer.ada();

        peer.says(Frames.command(12, NEWS, "announcement.acknowledge", "{'updateId':'%s'}".formatted(MESSAGE)));

        assertThat(peer.submitted.getFirst().command())
                .isEqualTo(new ClientFrame.Acknowledge(12, Frames.cid(12), SPRING, MESSAGE));
    }

    @Test
    void anAckCarriesIdCidSeqAndWhatWasMade() {
        var peer = Peer.ada();
        peer.says(Frames.post(12, Peer.ROCKETS, "hello"));

        peer.submitted.getFirst().answer(Outcomes.acked(12, 1_005));
        peer.turn();

        assertThat(peer.last()).isEqualTo(Contract.json("""
                        {"type":"ack","id":12,"cid":"%1$s","seq":1005,"data":{"messageId":"%1$s"},
                         "duplicate":false}""".formatted(Frames.cid(12))));
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void everyRefusalCarriesItsCode(RefusalCode code) {
        var peer = Peer.ada();
        peer.says(Frames.post(12, Peer.ROCKETS, "hello"));

        peer.submitted.getFirst().answer(new Outcome.Refused(1, code, "no", code.retryable(), 800L));
        peer.turn();

        assertThat(peer.last())
                .isEqualTo(Contract.json("""
                        {"type":"error","id":12,"code":"%s","message":"no","retryable":%s,"afterMs":800}""".formatted(code.name().toLowerCase(Locale.ROOT), code.retryable())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message.post {}",
                "message.post {'text':7}",
                "message.post {'text':'   '}",
                "message.post {'text':''}",
                "message.post {'text':'a\\u0000b'}",
                "message.post {'text':'half \\ud83c pair'}",
                "message.post {'text':'a','replyTo':'me'}",
                "message.post {'text':'a','replyTo':7}",
                "message.post {'text':'a','attachments':{}}",
                "message.post {'text':'a','attachments':[7]}",
                "message.post {'text':'a','attachments':[{'title':'t'}]}",
                "message.post {'text':'a','attachments':[{'title':'t','url':'javascript:alert(1)'}]}",
                "message.post {'text':'a','attachments':[{'title':'t','url':'https://a:b@c.example/'}]}",
                "message.post {'text':'a','attachments':[{'title':'t','url':'https://'}]}",
                "message.post []",
                "message.post 'text'",
                "message.edit {'text':'a'}",
                "message.delete {'messageId':'00000000-0000-0000-0000'}",
                "reaction.add {'messageId':'00000000-0000-0009-0000-000000000009'}",
                "reaction.add {'messageId':'00000000-0000-0009-0000-000000000009','emoji':'a b'}",
                "announcement.publish {'title':'t'}",
                "announcement.publish {'title':'t','content':'c','type':'WISH'}",
                "announcement.publish {'title':'t','content':'c','priority':3}",
                "message.dance {}"
            })
    void whatIsNotValidIsABadRequestAndTheConnectionGoesOn(String command) {
        var peer = Peer.ada();
        var parts = command.split(" ", 2);

        peer.says(Frames.command(12, NEWS, parts[0], parts[1]));

        assertThat(peer.last().path("code").asText()).isEqualTo("bad_request");
        assertThat(peer.last().path("id").asLong()).isEqualTo(12);
        assertThat(peer.last().path("retryable").asBoolean()).isFalse();
        assertThat(peer.socket.closes).isEmpty();
        assertThat(peer.submitted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "00000000-0000-4000-8000-000000000000", "00000000-0000-7000-0000-000000000000"})
    void aCidHasToBeOfVersionSeven(String cid) {
        var peer = Peer.ada();

        peer.says("{'type':'command','id':1,'cid':'%s','channel':'%s','kind':'message.post','data':{'text':'a'}}"
                .formatted(cid, Peer.ROCKETS));

        assertThat(peer.last().path("code").asText()).isEqualTo("bad_request");
    }

    @Test
    void tenThousandCharactersAreTakenAndOneMoreIsTooLarge() {
        var peer = Peer.ada();

        peer.says(Frames.post(1, Peer.ROCKETS, "🎉".repeat(10_000)));
        assertThat(peer.submitted).hasSize(1);
        peer.says(Frames.post(2, Peer.ROCKETS, "🎉".repeat(10_001)));

        assertThat(peer.last().path("code").asText()).isEqualTo("too_large");
        assertThat(peer.submitted).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"team/7/chat", "nowhere", "team/", "hackathon/x/leaderboard", "user//inbox"})
    void aChannelThatCannotBeIsNotFound(String channel) {
        var peer = Peer.ada();

        peer.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(channel));

        assertThat(peer.last().path("code").asText()).isEqualTo("not_found");
    }

    @Test
    void tooFastIsRefusedWithAWaitAndWorksAfterIt() {
        var peer = Peer.ada();
        for (var id = 1; id <= 60; id++) {
            peer.says(Frames.post(id, Peer.ROCKETS, "hello"));
            peer.submitted.getLast().answer(Outcomes.acked(id, id));
            peer.turn();
        }

        peer.says(Frames.post(61, Peer.ROCKETS, "too fast"));
        assertThat(peer.last().path("code").asText()).isEqualTo("rate_limited");
        assertThat(peer.last().path("retryable").asBoolean()).isTrue();
        peer.passes(Duration.ofMillis(peer.last().path("afterMs").asLong()));
        peer.says(Frames.post(61, Peer.ROCKETS, "now"));

        assertThat(peer.submitted).hasSize(61);
    }

    @Test
    void tenThousandCommandsASecondAreRefusedAndThenAbuse() {
        var peer = Peer.ada();
        for (var id = 1; id <= 10_000; id++) {
            peer.says(Frames.post(id, Peer.ROCKETS, "hello"));
            if (id % 10 == 0) {
                peer.now = peer.now.plusMillis(1);
            }
            peer.submitted.forEach(it -> it.answer(Outcomes.acked(1, 1)));
            peer.submitted.clear();
            peer.turn();
        }

        assertThat(peer.socket.closes).containsExactly(CloseCode.ABUSE);
        assertThat(peer.socket.sent.stream()
                        .filter(frame -> frame.path("code").asText().equals("rate_limited")))
                .hasSizeBetween(400, 600);
    }

    @Test
    void refusalsAreCountedByTheirCauseAndAnswersByTheirTime() {
        var peer = Peer.ada();
        for (var id = 1; id <= 65; id++) {
            peer.says(Frames.post(id, Peer.ROCKETS, "hello"));
        }
        peer.says("{'type':'dance','id':99}");
        peer.submitted.removeFirst().answer(Outcomes.refused(RefusalCode.MUTED));
        peer.submitted.forEach(it -> it.answer(Outcomes.acked(1, 1)));
        peer.turn();

        assertThat(counted(peer, "rate_limited")).isEqualTo(65 - 60);
        assertThat(counted(peer, "bad_request")).isEqualTo(1);
        assertThat(counted(peer, "muted")).isEqualTo(1);
        assertThat(counted(peer, "overloaded")).isZero();
        assertThat(peer.registry
                        .timer("hackhub.live.command", "outcome", "acked")
                        .count())
                .isEqualTo(59);
        assertThat(peer.registry
                        .timer("hackhub.live.command", "outcome", "refused")
                        .count())
                .isEqualTo(1);
    }

    private static double counted(Peer peer, String code) {
        return peer.registry.counter("hackhub.live.refusals", "code", code).count();
    }

    @Test
    void withoutRateLimitsNobodyIsTooFast() {
        var peer = Peer.ada(LiveSettings.of("127.0.0.1", 0, "node-1", Set.of()).withRateLimits(false));

        for (var id = 1; id <= 10_000; id++) {
            peer.says(Frames.post(id, Peer.ROCKETS, "hello"));
            peer.submitted.getLast().answer(Outcomes.acked(id, id));
            peer.turn();
        }

        assertThat(peer.types()).hasSize(10_000).containsOnly("ack");
    }

    @Test
    void nonsenseWithoutEndIsAbuse() {
        var peer = Peer.ada();

        for (var id = 1; id <= 1_000; id++) {
            peer.says("{'type':'dance','id':%d}".formatted(id));
        }

        assertThat(peer.socket.closes).containsExactly(CloseCode.ABUSE);
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "NOT_FOUND"})
    void askingWithoutEndForWhatIsNotOnesOwnIsAbuse(RefusalCode code) {
        var peer = Peer.ada();

        for (var id = 1; id <= 1_000; id++) {
            peer.says("{'type':'subscribe','id':%d,'channel':'%s'}".formatted(id, Peer.ROCKETS));
            peer.connection.refused(id, code, "not yours to read");
        }

        assertThat(peer.socket.closes).containsExactly(CloseCode.ABUSE);
        assertThat(peer.socket.sent).hasSize(500);
    }

    @Test
    void whatTheHubCannotAnswerNowIsNobodysAbuse() {
        var peer = Peer.ada();

        for (var id = 1; id <= 1_000; id++) {
            peer.connection.refused(id, RefusalCode.UNAVAILABLE, "no answer, try again");
        }

        assertThat(peer.socket.closes).isEmpty();
        assertThat(peer.socket.sent).hasSize(1_000);
    }

    @Test
    void whoComesBackHasNoMoreCommandsThanBefore() {
        var peer = Peer.ada();
        for (var id = 1; id <= 60; id++) {
            peer.says(Frames.post(id, Peer.ROCKETS, "hello"));
            peer.submitted.getLast().answer(Outcomes.acked(id, id));
            peer.turn();
        }
        peer.connection.closed();

        var again = peer.again().signedIn();
        again.says(Frames.post(61, Peer.ROCKETS, "too fast"));

        assertThat(again.last().path("code").asText()).isEqualTo("rate_limited");
    }

    @Test
    void commandsUnderWayAreBounded() {
        var peer = Peer.ada(LiveSettings.of("127.0.0.1", 0, "node-1", Set.of()).withRateLimits(false));
        for (var id = 1; id <= 64; id++) {
            peer.says(Frames.post(id, Peer.ROCKETS, "hello"));
        }

        peer.says(Frames.post(65, Peer.ROCKETS, "one too many"));
        assertThat(peer.last().path("code").asText()).isEqualTo("overloaded");
        peer.submitted.getFirst().answer(Outcomes.acked(1, 1));
        peer.turn();
        peer.says(Frames.post(65, Peer.ROCKETS, "now"));

        assertThat(peer.submitted).hasSize(65);
    }

    // Neither is answered

    @Test
    void typingIsPassedOnOnceASecondAndOnlyWhereOneReads() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 0);
        var typing = "{'type':'command','channel':'%s','kind':'typing'}";

        peer.says(typing.formatted(Peer.ROCKETS));
        peer.says(typing.formatted(Peer.ROCKETS));
        peer.says(typing.formatted(Peer.LIZARDS));
        peer.passes(Duration.ofSeconds(1));
        peer.says(typing.formatted(Peer.ROCKETS));

        assertThat(peer.typed)
                .containsExactly(Peer.ADA.id() + " in " + Peer.ROCKETS, Peer.ADA.id() + " in " + Peer.ROCKETS);
        assertThat(peer.socket.sent).isEmpty();
    }

    @Test
    void readingIsToldToTheSessionOnceForMany() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 20);

        for (var seq : List.of(3, 9, 4)) {
            peer.says(read(seq));
        }
        assertThat(peer.session).isEmpty();
        peer.passes(Duration.ofMillis(250));
        peer.passes(Duration.ofMillis(250));

        assertThat(peer.session).containsExactly("read %s 9".formatted(Peer.ROCKETS));
        assertThat(peer.socket.sent).isEmpty();
    }

    @Test
    void nobodyHasReadMoreThanWasSent() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 20);

        peer.says(read(1_000_000));
        peer.passes(Duration.ofMillis(250));

        assertThat(peer.session).containsExactly("read %s 20".formatted(Peer.ROCKETS));
    }

    @Test
    void whatWasReadLastIsToldBeforeTheConnectionIsGone() {
        var peer = Peer.ada().reading(Peer.ROCKETS, 20);

        peer.says(read(7));
        peer.connection.closed();

        assertThat(peer.session).containsExactly("read %s 7".formatted(Peer.ROCKETS), "disconnect " + Peer.ADA.id());
    }

    private static String read(long seq) {
        return "{'type':'command','channel':'%s','kind':'read','data':{'seq':%d}}".formatted(Peer.ROCKETS, seq);
    }
}
