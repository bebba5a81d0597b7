package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A judge's list, keys and cards.
class JudgingModulesTest extends ModuleTest {

    private static final String SCORING = """
            const { Scoring } = await load("judge/scoring.js");
            const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
            const sent = [];
            let kept = null, answer = async () => ({});
            const scoring = new Scoring("t", { send: (card) => (sent.push(card), answer()), keep: (it) => (kept = it), changed: () => {}, pauseMs: 20 });
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ key: 'j' }                 | { writing: false, criterion: true }  | project 1",
                "{ key: 'k' }                 | { writing: false, criterion: false } | project -1",
                "{ key: 'j' }                 | { writing: true, criterion: false }  | nothing",
                "{ key: '7' }                 | { writing: false, criterion: true }  | mark 7",
                "{ key: '7' }                 | { writing: false, criterion: false } | nothing",
                "{ key: '7' }                 | { writing: true, criterion: true }   | nothing",
                "{ key: 'a' }                 | { writing: false, criterion: true }  | abstain",
                "{ key: 'j', ctrlKey: true }  | { writing: false, criterion: true }  | nothing",
                "{ key: 'Enter', ctrlKey: true } | { writing: true, criterion: true } | complete",
                "{ key: 'Enter' }             | { writing: false, criterion: true }  | nothing"
            })
    void keysMeanWhatTheyMeanWhereTheyArePressed(String pressed, String where, String meaning) {
        assertThat(run("""
                const { meant } = await load("judge/score-keys.js");
                const act = meant(%s, %s);
                return act ? [act.act, act.steps ?? act.digit].filter((it) => it !== undefined).join(" ") : "nothing";
                """.formatted(pressed, where))).isEqualTo(meaning);
    }

    @Test
    void aDigitIsAMarkOrATenthOfALongScale() {
        assertThat(run("""
                const { markOfDigit } = await load("judge/rubric.js");
                const scale = (min, max) => [0, 1, 5, 9].map((digit) => markOfDigit({ key: "", name: "", weight: 1, min, max }, digit));
                return [scale(0, 10), scale(1, 5), scale(0, 100)];
                """)).isEqualTo(List.of(List.of(10, 1, 5, 9), List.of(1, 1, 5, 5), List.of(100, 10, 50, 90)));
    }

    @Test
    void theScoreLeavesOutWhatOneAbstainedFrom() {
        assertThat(run("""
                const { missingOf, scoreOf } = await load("judge/rubric.js");
                const criteria = [{ key: "a", name: "A", weight: 3, min: 0, max: 10 }, { key: "b", name: "B", weight: 1, min: 1, max: 5, optional: true }];
                return [scoreOf(criteria, {}), scoreOf(criteria, { a: 5, b: 5 }), scoreOf(criteria, { a: 5, b: null }), missingOf(criteria, { a: 5 }).length, missingOf(criteria, { a: 5, b: null }).length, missingOf(criteria, { a: null, b: 1 }).length];
                """)).isEqualTo(java.util.Arrays.asList(null, 62.5, 50, 1, 0, 1));
    }

    @Test
    void theListKnowsWhatIsLeftAndWhatComesNext() {
        assertThat(run("""
                const { neighbour, nextOpen, shown } = await load("judge/progress.js");
                const list = [{ teamId: "a", card: { complete: true } }, { teamId: "b" }, { teamId: "c", card: { complete: false } }, { teamId: "d", card: { complete: true } }];
                const ids = (filter) => shown(list, filter).map(({ teamId }) => teamId).join("");
                return [ids("all"), ids("open"), ids("draft"), ids("done"), nextOpen(list), nextOpen(list, "b"), nextOpen(list, "c"), neighbour(list, "a", 1), neighbour(list, "d", 1), neighbour(list, null, 1)];
                """)).isEqualTo(java.util.Arrays.asList("abcd", "b", "c", "ad", "b", "c", "b", "b", null, "a"));
    }

    @Test
    void aDraftSavesItselfOnceForAllThatWasSet() {
        assertThat(run(SCORING + """
                scoring.start(undefined);
                scoring.mark("a", 3); scoring.mark("a", 4); scoring.mark("b", null);
                const before = [sent.length, kept.marks.a];
                await pause(60);
                return [before, sent, scoring.state, kept];
                """))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .satisfies(it -> {
                    assertThat(it.get(0)).isEqualTo(List.of(0, 4));
                    assertThat(it.get(1).toString()).isEqualTo("[{teamId=t, criteria={a=4, b=null}, complete=false}]");
                    assertThat(it.get(2)).isEqualTo("saved");
                    assertThat(it.get(3)).isNull();
                });
    }

    @Test
    void aCompleteCardChangesOnlyWhenItsJudgeSaysSo() {
        assertThat(run(SCORING + """
                scoring.start({ teamId: "t", judgeId: "me", criteria: { a: 3 }, complete: true });
                scoring.mark("a", 4);
                await pause(60);
                const seen = [sent.length, scoring.state];
                await scoring.finish();
                return [...seen, sent.length, sent[0].complete, sent[0].criteria.a, scoring.state];
                """)).isEqualTo(List.of(0, "changed", 1, true, 4, "done"));
    }

    @Test
    void aRefusedCardStaysWithWhatWasWritten() {
        assertThat(run(SCORING + """
                answer = () => Promise.reject({ code: "denied", message: "Judging is closed." });
                scoring.start(undefined);
                scoring.mark("a", 4);
                const stored = await scoring.finish();
                return [stored, scoring.state, scoring.problem.message, kept.marks.a];
                """)).isEqualTo(List.of(false, "refused", "Judging is closed.", 4));
    }

    @Test
    void whatAnotherDeviceSavedIsTakenUnlessOneWritesHere() {
        assertThat(run(SCORING + """
                const card = (a) => ({ teamId: "t", judgeId: "me", criteria: { a }, complete: false });
                scoring.start(card(3));
                scoring.start(card(5));
                const seen = [scoring.content.marks.a, scoring.elsewhere];
                scoring.mark("a", 7);
                scoring.start(card(9));
                return [...seen, scoring.content.marks.a, scoring.elsewhere];
                """)).isEqualTo(List.of(5, true, 7, false));
    }

    @Test
    void whatTheServerSaidBeforeItStoredACardDoesNotBringItBack() {
        assertThat(run(SCORING + """
                const card = (a, second) => ({ teamId: "t", judgeId: "me", criteria: { a }, complete: false, updatedAt: `2026-01-01T00:00:0${second}Z` });
                scoring.start(card(3, 1));
                const asked = scoring.acks;
                scoring.mark("a", 9);
                await scoring.finish();
                const seen = [];
                for (const [old, when] of [[card(5, 2), asked], [card(5, 2)], [card(3, 1)], [undefined]]) {
                  scoring.start(old, null, when);
                  seen.push(scoring.content.marks.a, scoring.state);
                }
                scoring.start(card(7, 4));
                return [...seen, scoring.content.marks.a];
                """)).isEqualTo(List.of(9, "done", 9, "done", 9, "done", 9, "done", 7));
    }

    @Test
    void discardingGoesBackToWhatWasStored() {
        assertThat(run(SCORING + """
                scoring.start(undefined);
                scoring.mark("a", 4);
                await scoring.finish();
                scoring.mark("a", 5);
                scoring.discard();
                return [scoring.content.marks.a, scoring.state];
                """)).isEqualTo(List.of(4, "clean"));
    }
}
