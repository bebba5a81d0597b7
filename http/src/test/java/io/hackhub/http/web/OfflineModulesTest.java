package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the client keeps on the device, and how it does without a server.
class OfflineModulesTest extends ModuleTest {

    private static final String EVENTS = """
            const event = (seq, kind = "message.posted", data = { messageId: "m" + seq, text: "t" + seq, author: { id: "ada", username: "ada", fullName: "Ada" } }) =>
              ({ channel: "c", seq, kind, at: "2026-01-01T00:00:00Z", data });
            const events = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => event(from + i));
            """;

    private static final String KEPT = EVENTS + """
            const { Kept } = await load("offline/kept.js");
            const mine = new Kept("u" + Math.random()), other = new Kept("v" + Math.random());
            const command = (cid, more = {}) => ({ cid, channel: "c", kind: "message.post", data: { text: cid }, ...more });
            """;

    @Test
    void commandsAreKeptInOrderAndEachPersonsApart() {
        assertThat(run(KEPT + """
                await mine.keepCommand(command("2")); await mine.keepCommand(command("1")); await other.keepCommand(command("3"));
                await mine.keepCommand(command("2", { refusal: { code: "muted", message: "" } }));
                const before = (await mine.commands()).map((it) => it.cid + (it.refusal?.code ?? ""));
                await mine.forgetCommand("1");
                return [before, (await mine.commands()).map((it) => it.cid), (await other.commands()).length];
                """)).isEqualTo(List.of(List.of("1", "2muted"), List.of("2"), 1));
    }

    @Test
    void whoeverSignsOutLeavesNothingAndNothingIsWrittenLater() {
        assertThat(run(KEPT + """
                const snapshot = { events: events(1, 3), last: 3, head: 3, read: 1, canWrite: true };
                await mine.keepCommand(command("1")); await mine.keepLog("c", snapshot); await mine.keepAnswer("/q", { a: 1 });
                await mine.erase(true);
                await mine.keepLog("c", snapshot);
                return [(await mine.commands()).length, (await mine.log("c")) ?? null, (await mine.answer("/q")) ?? null];
                """)).isEqualTo(java.util.Arrays.asList(0, null, null));
    }

    @Test
    void whatCouldNotBeSentWaitsForThoseWhoWereSignedOut() {
        assertThat(
                        run(
                                KEPT
                                        + "await mine.keepCommand(command('1')); await mine.erase(false); return (await mine.commands()).length;"))
                .isEqualTo(1);
    }

    @Test
    void theEndOfALogIsKeptWithoutWhatWasDeleted() {
        assertThat(run(KEPT + """
                const log = [...events(1, 300), event(301, "message.deleted", { messageId: "m250" })];
                await mine.keepLog("c", { events: log, last: 301, head: 301, read: 0, canWrite: true });
                const { events: held, last } = await mine.log("c");
                const deleted = held.find((it) => it.seq === 250).data;
                return [held.length, held[0].seq, last, deleted.text, deleted.deleted, held.find((it) => it.seq === 251).data.text];
                """)).isEqualTo(java.util.Arrays.asList(200, 102, 301, null, true, "t251"));
    }

    @Test
    void whoseAccountIsGoneLosesTextAndName() {
        assertThat(run(EVENTS + """
                const { scrubbed } = await load("offline/scrub.js");
                const [first] = scrubbed([event(1), event(2, "user.erased", { userId: "ada" })]);
                return [first.data.text, first.data.author.fullName];
                """)).isEqualTo(java.util.Arrays.asList(null, "Deleted user"));
    }

    private static final String TIMELINE = EVENTS + """
            const { Timeline } = await load("live/timeline.js");
            const timeline = new Timeline("c");
            timeline.sink.subscribed({ canWrite: true }, 1, 0);
            const arrive = (from, to) => timeline.sink.events(events(from, to));
            """;

    @Test
    void aLogThatIsFollowedAtItsEndStaysShort() {
        assertThat(run(TIMELINE + """
                for (let seq = 1; seq < 5000; seq += 10) arrive(seq, seq + 9);
                return [timeline.events.length <= 1000, timeline.first === timeline.events[0].seq, timeline.hasOlder, timeline.last];
                """)).isEqualTo(List.of(true, true, true, 5000));
    }

    @Test
    void whoeverReadsAboveKeepsTheirPlaceUntilTheyAreBack() {
        assertThat(run(TIMELINE + """
                timeline.atEnd = false;
                for (let seq = 1; seq < 5000; seq += 10) arrive(seq, seq + 9);
                const above = timeline.events.length;
                timeline.trim();
                return [above, timeline.events.length, timeline.first];
                """)).isEqualTo(List.of(5000, 500, 4501));
    }

    @Test
    void manyEventsAreToldAtMostTenTimesASecond() {
        assertThat((int) run(TIMELINE + """
                let told = 0;
                timeline.changed.watch(() => told++);
                for (let seq = 1; seq <= 50; seq++) { arrive(seq, seq); await new Promise((resolve) => setTimeout(resolve, 10)); }
                await new Promise((resolve) => setTimeout(resolve, 400));
                return told;
                """)).isBetween(1, 15);
    }

    @Test
    void aLogGoesOnFromWhatWasKept() {
        assertThat(run(TIMELINE + """
                const again = new Timeline("c");
                again.restore({ events: events(5, 9), last: 9, head: 9, read: 7, canWrite: true });
                again.sink.subscribed({ canWrite: true, read: 8 }, 10, 10);
                again.sink.events(events(10, 10));
                return [again.first, again.last, again.read, again.hasOlder];
                """)).isEqualTo(List.of(5, 10, 8, true));
    }

    private static final String OUTBOX = """
            const { Outbox } = await load("live/outbox.js");
            const box = new Outbox(), kept = new Map();
            box.keeper = { keepCommand: (it) => kept.set(it.cid, it), forgetCommand: (cid) => kept.delete(cid) };
            const add = (cid, kind = "message.post") => box.add(cid, "c", kind, { text: cid }).catch(() => {});
            """;

    @Test
    void whatHasNoAnswerIsKeptAndWhatHasOneIsNot() {
        assertThat(run(OUTBOX + """
                add("1"); add("2"); add("3", "score.submit");
                box.acked(0, { cid: "1" });
                return [[...kept.keys()], box.waitingIn("c").map((it) => it.cid)];
                """)).isEqualTo(List.of(List.of("2"), List.of("2", "3")));
    }

    @Test
    void aRefusedMessageWaitsForItsAuthorToDecide() {
        assertThat(run(OUTBOX + """
                add("1"); box.drop("1", { code: "muted", message: "" });
                const waits = box.waitingIn("c").map((it) => it.refusal.code);
                box.forget("1");
                return [waits, kept.size, box.waitingIn("c").length];
                """)).isEqualTo(List.of(List.of("muted"), 0, 0));
    }

    @Test
    void aPageThatEndsLeavesWhatItCouldNotSendForTheNext() {
        assertThat(
                        run(
                                OUTBOX
                                        + "add('1'); box.leaveAll({ code: 'unavailable', message: '' }); return [kept.size, box.size];"))
                .isEqualTo(List.of(1, 0));
    }

    private static final String SESSION = """
            const { Session } = await load("api/session.js");
            const { Problem } = await load("api/problem.js");
            localStorage.setItem("hackhub.signed-in", "1");
            localStorage.setItem("hackhub.user", JSON.stringify({ id: "u", fullName: "Ada" }));
            let answer = () => { throw Problem.unreachable(); };
            const session = new Session(async (path) => answer(path));
            """;

    @Test
    void withoutAServerOneIsStillWhoOneWas() {
        assertThat(run(SESSION + """
                await session.restore();
                const offline = [session.state.value.phase, session.user.fullName, await session.token().catch((it) => it.slug)];
                answer = () => ({ accessToken: "t", expiresIn: 900, user: { id: "u", fullName: "Ada L." } });
                const token = await session.token();
                const back = [token, session.user.fullName];
                await session.leave();
                return [...offline, ...back, session.state.value.phase, localStorage.getItem("hackhub.user")];
                """))
                .isEqualTo(java.util.Arrays.asList("in", "Ada", "unreachable", "t", "Ada L.", "guest", null));
    }

    @Test
    void whereTheServerHasEndedTheSessionItSaysSo() {
        assertThat(run(SESSION + """
                answer = () => { throw new Problem({ type: "/problems/unauthenticated" }, 401); };
                await session.restore();
                return [session.state.value.phase, session.state.value.ended, localStorage.getItem("hackhub.user")];
                """)).isEqualTo(java.util.Arrays.asList("guest", true, null));
    }

    private static final String ASKING = """
            const { RememberingHttp } = await load("api/remembering-http.js");
            const known = new Map(), told = [];
            const memory = { answer: async (it) => known.get(it), keepAnswer: (it, body, etag) => known.set(it, { body, etag, at: 5 }) };
            const shown = { old: (question, at) => told.push(at), fresh: () => {} };
            const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
            let fetcher = async () => new Response('{"n":1}'), asked = 0;
            const http = new RememberingHttp({ token: async () => null, refresh: async () => false }, () => memory, shown, (...it) => (asked++, fetcher(...it)));
            const away = async () => { throw new TypeError("offline"); };
            const slowly = (body, etag) => () => pause(200).then(() => new Response(body, etag ? { headers: { ETag: etag } } : {}));
            """;

    @Test
    void anAnswerIsRememberedForWhenTheServerIsAway() {
        assertThat(run(ASKING + """
                await http.get("/a", { q: 1 });
                fetcher = away;
                const again = await http.get("/a", { q: 1 });
                const unknown = await http.get("/b").catch((it) => it.slug);
                return [again.n, told, unknown];
                """)).isEqualTo(List.of(1, List.of(5), "unreachable"));
    }

    @Test
    void aRefusalIsNoReasonToShowWhatWas() {
        assertThat(run(ASKING + """
                await http.get("/a");
                fetcher = async () => new Response('{"type":"/problems/forbidden"}', { status: 403 });
                return [await http.get("/a").catch((it) => it.slug), told.length];
                """)).isEqualTo(List.of("forbidden", 0));
    }

    @Test
    void whileTheServerThinksWhatWasIsShown() {
        assertThat(run(ASKING + """
                await http.get("/a");
                http.patience = 20;
                fetcher = () => new Promise((resolve) => setTimeout(resolve, 200, new Response('{"n":2}')));
                const { n } = await http.get("/a");
                await new Promise((resolve) => setTimeout(resolve, 300));
                return [n, known.get("/a").body.n];
                """)).isEqualTo(List.of(1, 2));
    }

    @ParameterizedTest
    @CsvSource({"2, true, '1 2'", "1, true, '1'", "2, false, '1'"})
    void whatComesLateIsHandedOnceToWhoeverStillReadsAndIsNotAskedAgain(int answer, boolean wanted, String seen) {
        assertThat(run(ASKING + """
                const { reading } = await load("api/late.js");
                await http.get("/a");
                http.patience = 20;
                fetcher = slowly('{"n":%d}');
                const seen = [];
                await reading(async () => void seen.push((await http.get("/a")).n), () => %s);
                await pause(600);
                return [seen.join(" "), asked];
                """.formatted(answer, wanted))).isEqualTo(List.of(seen, 2));
    }

    @Test
    void whatComesLateAfterSomethingWasWrittenIsAskedForAgain() {
        assertThat(run(ASKING + """
                const { reading } = await load("api/late.js");
                await http.get("/a"); await http.get("/b");
                http.patience = 20;
                fetcher = slowly('{"n":2}');
                let turn = 0;
                await reading(async () => { if (turn++ > 0) await http.post("/c", {}); await http.get("/a"); }, () => true);
                await pause(900);
                return asked;
                """)).isEqualTo(5);
    }

    @Test
    void aVersionIsRememberedWithItsNumberAndWaitedForUnlessTheServerIsAway() {
        assertThat(run(ASKING + """
                http.patience = 20;
                fetcher = slowly('{"n":1}', '"7-"');
                await http.exchange("GET", "/p", {});
                fetcher = slowly('{"n":2}', '"8-"');
                const slow = await http.exchange("GET", "/p", {});
                fetcher = slowly('{"n":3}', '"9-"');
                await http.exchange("PUT", "/p", { body: {} });
                fetcher = away;
                const { body, etag } = await http.exchange("GET", "/p", {});
                const fresh = await http.exchange("GET", "/p", { fresh: true }).catch((it) => it.slug);
                return [slow.etag, body.n, etag, fresh];
                """)).isEqualTo(List.of("\"8-\"", 3, "\"9-\"", "unreachable"));
    }

    private static final String SHOWN = """
            const { age, arrive, renew, renewal, shown } = await load("app/freshness.js");
            document.activeElement?.blur();
            arrive();
            const before = renewal.value, past = Date.now() - 60_000;
            """;

    @Test
    void aPageFromMemoryIsMadeAnewOnceWhenTheServerIsBack() {
        assertThat(run(SHOWN + """
                shown.old("/a", past, Date.now());
                const { from } = age.value;
                renew(); renew();
                return [from === past, renewal.value - before, age.value.from];
                """)).isEqualTo(java.util.Arrays.asList(true, 1, null));
    }

    @Test
    void neitherPollsNorThePageBeforeNorWhatIsNewAgainMakeOneAnew() {
        assertThat(run(SHOWN + """
                shown.old("/poll", Date.now() + 1, Date.now());
                shown.old("/left", past, past);
                shown.old("/again", past, Date.now());
                shown.fresh("/again");
                renew();
                return [renewal.value - before, age.value.from];
                """)).isEqualTo(java.util.Arrays.asList(0, null));
    }

    @Test
    void whatSomebodyTypedIsNotTakenAwayForSomethingNewer() {
        assertThat(run(SHOWN + """
                const field = document.body.appendChild(document.createElement("input"));
                field.value = "typed";
                field.dispatchEvent(new InputEvent("input", { bubbles: true }));
                shown.old("/a", past, Date.now());
                renew();
                const held = [renewal.value - before, age.value.newer];
                field.remove();
                renew();
                return [...held, renewal.value - before, age.value.newer];
                """)).isEqualTo(List.of(0, true, 1, false));
    }

    @Test
    void whoeverHasLeftNamesNoPage() {
        assertThat(run("""
                const { Element } = await load("design/element.js");
                customElements.define("hh-titled", class extends Element {});
                const element = document.createElement("hh-titled"), before = document.title;
                element.titled("Left");
                const left = document.title === before;
                document.body.append(element);
                element.titled("Here");
                const here = document.title;
                element.remove();
                document.title = before;
                return [left, here];
                """)).isEqualTo(List.of(true, "Here · HackHub"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', fine",
        "'online: false', offline",
        "'phase: \"waiting\", brokenFor: 1000', fine",
        "'phase: \"waiting\", brokenFor: 2000', waiting",
        "'phase: \"connecting\", brokenFor: 2000', connecting",
        "'sendingFor: 2000', sending",
        "'backFor: 100', back",
        "'newer: true', newer",
        "'phase: \"closed\", online: false', closed",
        "'ended: true, phase: \"closed\"', ended"
    })
    void theLineSaysWhatMattersMost(String facts, String standing) {
        assertThat(run(
                        "const { standingOf } = await load('app/standing.js'); const fine = { online: true, ended: false, phase: 'open', brokenFor: 0, sendingFor: 0, backFor: Infinity, newer: false }; return standingOf({ ...fine, "
                                + facts + " });"))
                .isEqualTo(standing);
    }
}
