package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The client's side of hackhub.v1, against a socket that a test plays the server on.
class LiveClientTest extends ModuleTest {

    private static final String CLIENT = """
            const { LiveClient } = await load("live/client.js");
            const { Connection } = await load("live/connection.js");
            const sockets = [], seen = [], log = [];
            let pages = [], aboutAsked = 0, refreshes = [], token = "t1";
            class Socket {
              readyState = 1; sent = [];
              constructor() { sockets.push(this); }
              send(text) { this.sent.push(JSON.parse(text)); }
              close() { this.readyState = 3; }
              say(...frames) { for (const frame of frames) this.onmessage?.({ data: JSON.stringify(frame) }); }
              drop(code = 1006) { this.readyState = 3; this.onclose?.({ code }); }
              of(type) { return this.sent.filter((frame) => frame.type === type); }
              welcome(extra = {}, hello = {}) { this.say({ type: "hello", maxFrame: 65536, ...hello }, { type: "ready", now: new Date().toISOString(), positions: {}, ...extra }); return this; }
            }
            const tick = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));
            const client = new LiveClient({
              about: async () => { aboutAsked++; return { liveUrl: "ws://there" }; },
              token: async () => token,
              refresh: async () => { const answer = refreshes.shift(); if (answer instanceof Error) throw answer; return answer; },
              page: async (channel, query) => { log.push(query); return { items: pages.shift() ?? [] }; },
              dial: (url, token, owner) => new Connection(new Socket(), token, owner),
              random: () => 0,
            });
            const start = async () => { client.restart(); await tick(); return sockets.at(-1); };
            const sink = { events: (events) => seen.push(...events.map((it) => it.seq)), forget: () => seen.push("forget"), refused: (it) => seen.push("refused " + it.code), board: (it) => seen.push("board " + it.version) };
            const event = (seq) => ({ type: "event", channel: "c", seq, kind: "message.posted", data: {} });
            const subscribed = (socket, from, head, more = {}) => socket.say({ type: "subscribed", id: socket.of("subscribe").at(-1).id, channel: "c", from, head, complete: true, you: { canWrite: true }, ...more });
            const again = async () => { await tick(5); return sockets.at(-1); };
            """;

    @Test
    void itSaysWhoItIsAfterHelloAndSubscribesWhenReady() {
        assertThat(run(CLIENT + """
                client.follow("c", sink);
                await start(); client.follow("c", sink);
                const socket = sockets[0];
                const before = socket.sent.length;
                socket.say({ type: "hello" });
                const auth = socket.sent[0];
                socket.say({ type: "ready", now: new Date().toISOString() });
                return [before, auth.type, auth.token, socket.of("subscribe").map((it) => [it.channel, it.since ?? null])];
                """)).isEqualTo(List.of(0, "auth", "t1", List.of(java.util.Arrays.asList("c", null))));
    }

    @Test
    void aGuestSendsNoToken() {
        assertThat(
                        run(
                                CLIENT
                                        + "token = null; const socket = await start(); socket.say({ type: 'hello' }); return 'token' in socket.sent[0];"))
                .isEqualTo(false);
    }

    @Test
    void itComesBackWithItsCursorAndShowsNothingTwice() {
        assertThat(run(CLIENT + """
                const first = (await start()).welcome();
                client.follow("c", sink);
                subscribed(first, 1, 2); first.say(event(1), event(2), event(3));
                first.drop();
                const second = (await again()).welcome();
                const since = second.of("subscribe")[0].since;
                subscribed(second, 4, 4); second.say(event(3), event(4), event(5));
                return [since, seen];
                """)).isEqualTo(List.of(3, List.of(1, 2, 3, 4, 5)));
    }

    @Test
    void aGapIsRepairedAndMeanwhileNothingIsShownOutOfOrder() {
        assertThat(run(CLIENT + """
                const socket = (await start()).welcome();
                client.follow("c", sink);
                subscribed(socket, 1, 1); socket.say(event(1), event(4));
                const { from, to } = socket.of("repair")[0];
                const before = [...seen];
                socket.say(event(2), event(3), event(5));
                return [[from, to], before, seen, socket.of("repair").length];
                """)).isEqualTo(List.of(List.of(2, 3), List.of(1), List.of(1, 2, 3, 4, 5), 1));
    }

    @Test
    void whatLiesBelowTheReplayIsPagedOverHttp() {
        assertThat(run(CLIENT + """
                const first = (await start()).welcome();
                client.follow("c", sink);
                subscribed(first, 1, 1); first.say(event(1));
                first.drop();
                const second = (await again()).welcome();
                pages = [[event(2), event(3)]];
                subscribed(second, 4, 5, { complete: false }); second.say(event(4), event(5));
                await tick();
                return [log, seen, second.of("repair").length];
                """))
                .isEqualTo(List.of(List.of(Map.of("after", 1, "limit", 2)), List.of(1, 2, 3, 4, 5), 0));
    }

    @Test
    void aResetForgetsTheChannelAndBeginsAnew() {
        assertThat(run(CLIENT + """
                const first = (await start()).welcome();
                client.follow("c", sink);
                subscribed(first, 1, 1); first.say(event(1), event(2), event(3));
                first.drop();
                const second = (await again()).welcome();
                subscribed(second, 1, 2, { reset: true }); second.say(event(1), event(2));
                return seen;
                """)).isEqualTo(List.of(1, 2, 3, "forget", 1, 2));
    }

    @Test
    void aRevokedChannelIsNotAskedForAgain() {
        assertThat(run(CLIENT + """
                const first = (await start()).welcome();
                client.follow("c", sink);
                subscribed(first, 1, 0);
                first.say({ type: "revoked", channel: "c", code: "denied" }, event(1));
                first.drop();
                const second = (await again()).welcome();
                return [seen, second.of("subscribe").length];
                """)).isEqualTo(List.of(List.of("refused denied"), 0));
    }

    @Test
    void anUnacknowledgedCommandIsSentAgainWithTheSameCid() {
        assertThat(run(CLIENT + """
                const first = (await start()).welcome();
                const done = client.command("c", "message.post", { text: "hi" });
                const cid = first.of("command")[0].cid;
                first.drop();
                const second = (await again()).welcome();
                const resent = second.of("command");
                second.say({ type: "ack", id: resent[0].id, cid, seq: 7, data: { messageId: cid }, duplicate: true });
                const ack = await done;
                second.drop();
                const third = (await again()).welcome();
                return [resent.length, resent[0].cid === cid, ack.seq, third.of("command").length];
                """)).isEqualTo(List.of(1, true, 7, 0));
    }

    @Test
    void aCommandGivenWhileThereIsNoConnectionIsSentOnceThereIsOne() {
        assertThat(run(CLIENT + """
                const socket = await start();
                client.command("c", "message.post", { text: "hi" });
                const before = socket.of("command").length;
                socket.welcome();
                return [before, socket.of("command").length];
                """)).isEqualTo(List.of(0, 1));
    }

    @Test
    void aRetryableRefusalIsSentAgainAfterItsWait() {
        assertThat(run(CLIENT + """
                const socket = (await start()).welcome();
                client.command("c", "message.post", { text: "hi" });
                const { id, cid } = socket.of("command")[0];
                socket.say({ type: "error", id, code: "rate_limited", message: "", retryable: true, afterMs: 60 });
                await tick(20);
                const early = socket.of("command").length;
                await tick(80);
                return [early, socket.of("command").length, socket.of("command")[1].cid === cid];
                """)).isEqualTo(List.of(1, 2, true));
    }

    @Test
    void aTextThatNoFrameTakesIsRefusedHere() {
        assertThat(run(CLIENT + """
                const socket = (await start()).welcome();
                const answer = await client.command("c", "message.post", { text: "x".repeat(70000) }).catch((no) => no.code);
                return [answer, socket.of("command").length];
                """)).isEqualTo(List.of("too_large", 0));
    }

    @Test
    void afterARefusedTokenItRefreshesOnceAndComesBack() {
        assertThat(run(CLIENT + """
                refreshes = [true];
                const first = await start();
                first.say({ type: "hello" }); first.drop(4401);
                await tick(5);
                const second = sockets.at(-1);
                second.say({ type: "hello" }); second.drop(4401);
                await tick(5);
                return [sockets.length, refreshes.length, client.state.value.phase];
                """)).isEqualTo(List.of(3, 0, "connecting"));
    }

    @Test
    void whereTheRefreshIsRefusedItEnds() {
        assertThat(run(CLIENT + """
                refreshes = [false];
                (await start()).welcome().drop(4401);
                await tick(5);
                return [sockets.length, client.state.value.phase];
                """)).isEqualTo(List.of(1, "closed"));
    }

    @Test
    void whereNobodyCouldSayWhetherTheTokenIsGoodItTriesOn() {
        assertThat(run(CLIENT + """
                refreshes = [new Error("no network")];
                (await start()).welcome().drop(4401);
                await tick(5);
                return sockets.length;
                """)).isEqualTo(2);
    }

    @Test
    void aTerminalCloseIsToldAndFinal() {
        assertThat(run(CLIENT + """
                const socket = (await start()).welcome();
                const answer = client.command("c", "message.post", { text: "hi" }).catch((no) => no.code);
                socket.drop(4403);
                await tick(5);
                return [sockets.length, client.state.value.phase, client.state.value.message.length > 0, await answer];
                """)).isEqualTo(List.of(1, "closed", true, "unavailable"));
    }

    @Test
    void afterTwoFailuresWithoutHelloItAsksWhereTheGatewayIs() {
        assertThat(run(CLIENT + """
                (await start()).drop(); await tick(5);
                const before = aboutAsked;
                sockets.at(-1).drop(); await tick(5);
                return [before, aboutAsked, sockets.length];
                """)).isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void connectingInVainIsAFailureWithoutHello() {
        assertThat(run(CLIENT + """
                let giveUp;
                const set = client.timers.set.bind(client.timers);
                client.timers.set = (name, ms, task) => (name === "connect" ? (giveUp = task) : set(name, ms, task));
                await start(); giveUp(); await tick(5);
                const before = aboutAsked;
                giveUp(); await tick(5);
                return [before, aboutAsked, sockets.length];
                """)).isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void aSilentConnectionIsAskedAndIfItStaysSilentReplaced() {
        assertThat(run(CLIENT + """
                token = null;
                const socket = (await start()).welcome({}, { heartbeatMs: 40 });
                const asked = () => socket.of("unsubscribe").length;
                const until = async (holds) => { for (let i = 0; i < 400 && !holds(); i++) await tick(5); };
                await until(() => asked() === 1);
                socket.say({ type: "unsubscribed", id: socket.of("unsubscribe")[0].id });
                await until(() => asked() === 2);
                const kept = sockets.length;
                await until(() => sockets.length === 2);
                return [asked(), kept, sockets.length, socket.of("auth").length];
                """)).isEqualTo(List.of(2, 1, 2, 1));
    }

    @Test
    void itComesBackWhenTheServerThatLeftToldItTo() {
        assertThat(run(CLIENT + """
                const socket = (await start()).welcome();
                socket.say({ type: "goaway", afterMs: 80 });
                socket.drop(4010);
                await tick(30);
                const early = sockets.length;
                await tick(90);
                return [early, sockets.length];
                """)).isEqualTo(List.of(1, 2));
    }

    @Test
    void aDeltaThatDoesNotFitWaitsForABoard() {
        assertThat(run(CLIENT + """
                const socket = (await start()).welcome();
                client.follow("c", sink);
                subscribed(socket);
                const delta = (from, to) => ({ type: "board.delta", channel: "c", epoch: "e", from, to, rows: [], removed: [] });
                socket.say({ type: "board", channel: "c", epoch: "e", version: 3, rows: [] }, delta(3, 4), delta(5, 6), delta(6, 7));
                socket.say({ type: "board", channel: "c", epoch: "e", version: 7, rows: [] }, delta(7, 8));
                return seen;
                """)).isEqualTo(List.of("board 3", "board 4", "board 7", "board 8"));
    }

    @Test
    void aNewUserStartsFromNothing() {
        assertThat(run(CLIENT + """
                const first = (await start()).welcome();
                client.follow("c", sink);
                subscribed(first, 1, 1); first.say(event(1));
                const answer = client.command("c", "message.post", { text: "hi" }).catch((no) => no.code);
                const second = (await start()).welcome();
                first.say(event(2));
                return [seen, second.of("subscribe").length, second.of("command").length, await answer];
                """)).isEqualTo(List.of(List.of(1), 0, 0, "unauthenticated"));
    }

    @Test
    void framesOfLaterVersionsAreLeftAlone() {
        assertThat(run(CLIENT + """
                const socket = (await start()).welcome();
                client.follow("c", sink);
                subscribed(socket, 1, 1);
                socket.say({ type: "hologram", channel: "c" }, { ...event(1), kind: "message.sung", extra: 1 });
                return [seen, client.state.value.phase];
                """)).isEqualTo(List.of(List.of(1), "open"));
    }
}
