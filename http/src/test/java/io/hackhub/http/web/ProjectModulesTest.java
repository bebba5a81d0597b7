package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The project that saves itself, and the receipt of what was handed in.
class ProjectModulesTest extends ModuleTest {

    /// A draft before a server that keeps versions; `fail` makes the next saving fail.
    private static final String DRAFT = """
            const { Draft } = await load("project/draft.js");
            const { Problem } = await load("api/problem.js");
            const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
            const content = (more) => ({ name: "", description: "", repositoryUrl: "", demoUrl: "", trackIds: [], ...more });
            const server = { content: content({ name: "Bees" }), version: 1, saves: 0, kept: null, fail: null, states: [] };
            const draft = new Draft({
              save: async (sent, etag) => {
                const { fail } = server;
                server.fail = null;
                if (fail) throw fail;
                if (etag !== String(server.version)) throw new Problem({ type: "/problems/stale" }, 412);
                Object.assign(server, { content: sent, version: server.version + 1, saves: server.saves + 1 });
                return String(server.version);
              },
              load: async () => ({ content: server.content, etag: String(server.version) }),
              keep: (copy) => (server.kept = copy),
              settle: (content) => (server.settled = content),
              changed: () => server.states.push(draft.state),
              pauseMs: 30,
            });
            const others = (change) => Object.assign(server, { content: { ...server.content, ...change }, version: server.version + 1 });
            draft.start({ content: server.content, etag: "1" }, null);
            """;

    @Test
    void whoeverHasLeftSendsNothingAgainAndTouchesNothing() {
        assertThat(run(DRAFT + """
                draft.change({ description: "mine" });
                server.fail = Problem.unreachable();
                const sending = draft.flush();
                draft.stop();
                const told = server.states.length;
                await sending;
                server.kept = "somebody else's";
                const timer = draft.timer;
                await pause(60);
                return [server.saves, server.kept, server.states.length - told, draft.timer === timer, draft.state];
                """)).isEqualTo(List.of(0, "somebody else's", 0, true, "saving"));
    }

    @Test
    void whatArrivesAfterOneHasLeftLeavesTheDeviceUnlessThereIsSomethingNewer() {
        assertThat(run(DRAFT + """
                draft.change({ description: "mine" });
                const sending = draft.flush();
                draft.stop();
                await sending;
                return [server.saves, server.kept.mine.description, server.kept.etag, server.settled.description];
                """)).isEqualTo(List.of(1, "mine", "1", "mine"));
    }

    @Test
    void aBrowserThatCannotTryAnAddressJudgesItAllTheSame() {
        assertThat(run("""
                const { judged } = await load("project/links.js");
                const { parse } = URL;
                URL.parse = undefined;
                try {
                  return [judged("https://example.org").verdict, judged("nowhere").verdict];
                } finally {
                  URL.parse = parse;
                }
                """)).isEqualTo(List.of("linkGood", "linkBad"));
    }

    @Test
    void whatIsTypedInOneGoIsSavedOnceAfterAPause() {
        assertThat(run(DRAFT + """
                for (const word of ["a", "ab", "abc"]) { draft.change({ description: word }); await pause(5); }
                const before = server.saves;
                const kept = server.kept?.mine.description;
                await pause(80);
                return [before, kept, server.saves, server.content.description, draft.state, server.kept];
                """)).isEqualTo(java.util.Arrays.asList(0, "abc", 1, "abc", "saved", null));
    }

    @Test
    void withoutAConnectionItIsKeptOnTheDeviceAndSavedOnceThereIsOne() {
        assertThat(run(DRAFT + """
                server.fail = Problem.unreachable();
                draft.change({ description: "offline" });
                await draft.flush();
                const seen = [draft.state, server.kept.mine.description, server.content.description];
                await draft.flush();
                return [...seen, draft.state, server.kept, server.content.description];
                """))
                .isEqualTo(java.util.Arrays.asList("offline", "offline", "", "saved", null, "offline"));
    }

    @Test
    void whatTwoChangedInDifferentPlacesIsBroughtTogether() {
        assertThat(run(DRAFT + """
                others({ demoUrl: "https://demo.example.org" });
                draft.change({ description: "mine" });
                await draft.flush();
                await pause(20);
                await draft.flush();
                return [draft.state, draft.merged, server.content.description, server.content.demoUrl, draft.mine.demoUrl];
                """))
                .isEqualTo(List.of("saved", true, "mine", "https://demo.example.org", "https://demo.example.org"));
    }

    @ParameterizedTest
    @CsvSource({"mine, mine", "theirs, others"})
    void whatTwoChangedInTheSamePlaceIsAsked(String whose, String result) {
        assertThat(run(DRAFT + """
                others({ description: "others" });
                draft.change({ description: "mine" });
                await draft.flush();
                const seen = [draft.state, draft.conflict.clashes, server.content.description];
                draft.resolve("%s");
                await pause(60);
                return [...seen, draft.state, server.content.description, draft.mine.description];
                """.formatted(whose)))
                .isEqualTo(List.of("conflict", List.of("description"), "others", "saved", result, result));
    }

    @Test
    void whatThisDeviceKeptComesBack() {
        assertThat(run(DRAFT + """
                const kept = { mine: content({ name: "Bees", description: "in the train" }), base: content({ name: "Bees" }) };
                const restored = draft.start({ content: server.content, etag: "1" }, kept);
                await pause(60);
                return [restored, server.content.description, draft.state];
                """)).isEqualTo(List.of(true, "in the train", "saved"));
    }

    @Test
    void withoutANameItWaits() {
        assertThat(run(DRAFT + """
                draft.change({ name: " " });
                await draft.flush();
                const seen = [draft.state, server.saves];
                draft.change({ name: "Wasps" });
                await draft.flush();
                return [...seen, draft.state, server.content.name];
                """)).isEqualTo(List.of("nameless", 0, "saved", "Wasps"));
    }

    @Test
    void aReceiptTellsWhatHasChangedSince() {
        assertThat(run("""
                const { changedSince } = await load("project/receipt.js");
                const base = { name: "Bees", description: "one two three", trackIds: ["a", "b"] };
                return [changedSince(base, { ...base, trackIds: ["b", "a"] }), changedSince(base, { ...base, description: "one two three four five", demoUrl: "https://example.org" })];
                """)).isEqualTo(List.of("", "description (2 words more) and demo"));
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTRATION_OPEN, 1, before",
        "ACTIVE, 99, open",
        "ACTIVE, 101, grace",
        "ACTIVE, 200, over",
        "JUDGING, 99, over"
    })
    void theDeadlineHasATimeOfGrace(String status, int minute, String phase) {
        assertThat(run("""
                const { deadlineOf } = await load("project/deadline.js");
                const at = (minute) => new Date(minute * 60000).toISOString();
                return deadlineOf({ status: "%s", startDate: at(10), endDate: at(100), graceMinutes: 15 }, %d * 60000).phase;
                """.formatted(status, minute))).isEqualTo(phase);
    }

    @Test
    void linksAreJudgedAsTheyAreTyped() {
        assertThat(run("""
                const { judged } = await load("project/links.js");
                return ["", "github", "javascript:alert(1)", "https://ada:secret@example.org", "http://localhost:3000", "http://example.org", "https://github.com/a/b"].map((it) => judged(it)?.verdict ?? null);
                """))
                .isEqualTo(java.util.Arrays.asList(
                        null, "linkBad", "linkBad", "linkSecret", "linkLocal", "linkPlain", "linkGood"));
    }

    @Test
    void theFirstParagraphIsThePitch() {
        assertThat(run("""
                const { fitting, pitchOf, restOf } = await load("project/shown.js");
                const text = "**Bees** that\\ndance.\\n\\n# How\\n\\nBy maps.";
                const projects = [{ name: "Bees", teamName: "Hive", description: "Dance", trackIds: ["a"] }, { name: "Cows", teamName: "Barn", description: "", trackIds: [] }];
                return { pitch: pitchOf(text), rest: restOf(text), none: pitchOf(undefined), word: fitting(projects, { words: "hive dance" }).length, track: fitting(projects, { track: "a" })[0].name };
                """))
                .isEqualTo(Map.of(
                        "pitch",
                        "Bees that dance.",
                        "rest",
                        "# How\n\nBy maps.",
                        "none",
                        "",
                        "word",
                        1,
                        "track",
                        "Bees"));
    }
}
