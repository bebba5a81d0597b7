package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the organizers' pages reckon with: clocks elsewhere, drafts, tables, progress, curves.
class OrganizeModulesTest extends ModuleTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:00, Europe/Zurich, 2026-03-01T08:00:00.000Z, same",
        "2026-07-01T09:00, America/New_York, 2026-07-01T13:00:00.000Z, same",
        "2026-07-01T09:00, Asia/Kathmandu, 2026-07-01T03:15:00.000Z, same",
        "2026-12-31T23:30, Pacific/Kiritimati, 2026-12-31T09:30:00.000Z, same",
        // The hour that comes twice is its first; the one that is skipped is an hour later.
        "2026-10-25T02:30, Europe/Zurich, 2026-10-25T00:30:00.000Z, same",
        "2026-03-29T02:30, Europe/Zurich, 2026-03-29T01:30:00.000Z, 2026-03-29T03:30",
        "2026-03-29T03:00, Europe/Zurich, 2026-03-29T01:00:00.000Z, same",
    })
    void whatIsTypedIsTheTimeAtTheEvent(String local, String zone, String instant, String back) {
        assertThat(run("""
                const { instantOf, wallTime } = await load("organize/event-time.js");
                const at = instantOf("%s", "%s");
                return [at, wallTime(at, "%s")];
                """.formatted(local, zone, zone)))
                .isEqualTo(List.of(instant, back.equals("same") ? local : back));
    }

    @Test
    void aListIsReadToItsEndHoweverLongItIs() {
        assertThat(run("""
                const { allPages } = await load("api/all-pages.js");
                const asked = [];
                const all = await allPages(async ({ limit, cursor }) => {
                  asked.push(cursor);
                  const from = Number(cursor || 0);
                  const items = Array.from({ length: Math.min(limit, 2345 - from) }, (_, i) => from + i);
                  return { items, nextCursor: from + limit < 2345 ? String(from + limit) : null };
                });
                return [all.length, all.at(-1), asked.length, asked[0]];
                """)).isEqualTo(List.of(2345, 2344, 24, ""));
    }

    @Test
    void whatIsNoZoneAndNoTimeIsSaid() {
        assertThat(run("""
                const { instantOf, isZone } = await load("organize/event-time.js");
                return [isZone("Europe/Berlin"), isZone("Europe/Atlantis"), instantOf("", "UTC") === undefined];
                """)).isEqualTo(List.of(true, false, true));
    }

    @Test
    void aDraftBecomesWhatItWasMadeOf() {
        assertThat(run("""
                const { bodyOf, draftOf, freshDraft } = await load("organize/hackathon-draft.js");
                const body = bodyOf({ ...freshDraft(Date.parse("2026-03-01T12:00:00Z"), "Europe/Zurich"), title: "Spring", tracks: "Green, Blue",
                  skills: "sql", prizes: [{ name: "First", amount: "1500,50", currency: "EUR", rank: 1 }] });
                const again = bodyOf(draftOf({ ...body, requirements: body.requirements }), body);
                return JSON.stringify(again) === JSON.stringify({ ...body }) && [body.startDate, body.prizes[0].amount.amount, body.tracks[1].id, body.prizes[0].id, "freezeAt" in body && body.freezeAt !== undefined];
                """)).isEqualTo(List.of("2026-03-15T08:00:00.000Z", 150050, "blue", "first", false));
    }

    @Test
    void everyTrackAndPrizeHasAnIdOfItsOwnAndKeepsIt() {
        assertThat(run("""
                const { bodyOf, draftOf, freshDraft } = await load("organize/hackathon-draft.js");
                const prize = (name) => ({ name, amount: "", currency: "EUR" });
                const ids = (body) => [body.tracks.map(({ id }) => id).join(" "), body.prizes.map(({ id }) => id).join(" ")];
                const body = bodyOf({ ...freshDraft(), title: "T", tracks: "C, C++, 气候, здоровье", prizes: [prize("First"), prize("First")] });
                const draft = draftOf({ ...body });
                const [, second] = draft.prizes;
                const later = bodyOf({ ...draft, tracks: "C#, C++, 健康, здоровье", prizes: [second, prize("First")] }, body);
                return [...ids(body), ...ids(later)];
                """)).isEqualTo(List.of("c c-2 x x-2", "first first-2", "c-3 c-2 x-3 x-2", "first-2 first-3"));
    }

    @Test
    void aRefusalOfOneTrackOrPrizeShowsAtItsField() {
        assertThat(run("""
                const { Problem } = await load("api/problem.js");
                const { formParts } = await load("organize/hackathon-form.js");
                const { freshDraft } = await load("organize/hackathon-draft.js");
                const { render } = await import("lit");
                const place = document.body.appendChild(document.createElement("div"));
                const complaints = ["/tracks/1/name", "/prizes", "/prizes/0/id"].map((field) => ({ field, code: "duplicate", message: field }));
                const problem = new Problem({ errors: complaints }, 422);
                render(formParts({ ...freshDraft(), prizes: [{ name: "First", amount: "", currency: "EUR" }] }, problem, [], new Set()), place);
                await place.querySelector("hh-prizes-editor").updateComplete;
                const said = [...place.querySelectorAll(".field__error")].map(({ textContent }) => textContent);
                const wrong = [...place.querySelectorAll("[aria-invalid=true]")].length;
                place.remove();
                return [...said, wrong];
                """)).isEqualTo(List.of("/tracks/1/name", "/prizes/0/id", "/prizes", 2));
    }

    @Test
    void aStoredCriterionKeepsTheKeyThatScoresGoBy() {
        assertThat(run("""
                await load("organize/criteria-editor.js");
                const editor = document.createElement("hh-criteria-editor");
                const criterion = (key, name) => ({ key, name, weight: 1, min: 0, max: 10 });
                Object.assign(editor, { fixed: new Set(["impact"]), criteria: [criterion("impact", "Impact"), criterion("criterion-2", "")] });
                document.body.append(editor);
                for (const [i, name] of [[0, "Impac"], [0, "Reach"], [1, "U"], [1, "Use"]]) {
                  await editor.updateComplete;
                  const input = editor.querySelectorAll("input[maxlength]")[i];
                  input.value = name;
                  input.dispatchEvent(new Event("input"));
                }
                editor.remove();
                return editor.criteria.map(({ key, name }) => `${key} ${name}`);
                """)).isEqualTo(List.of("impact Reach", "use Use"));
    }

    @Test
    void anAnnouncementThatIsBegunIsThereAgainUntilItIsSent() {
        assertThat(run("""
                const { kept } = await load("app/services.js");
                const { Kept } = await load("offline/kept.js");
                const { beginReminder } = await load("announcements/reminder.js");
                const { hackathons } = await load("api/hackathons.js");
                await load("announcements/publish-form.js");
                kept.set(new Kept("ada"));
                hackathons.announce = async () => ({});
                const opened = async () => {
                  const form = Object.assign(document.createElement("hh-publish-form"), { hackathon: { id: "h" } });
                  document.body.append(form);
                  await form.updateComplete;
                  return form;
                };
                const type = async (form, name, value) => {
                  Object.assign(form.querySelector(`[name=${name}]`), { value }).dispatchEvent(new Event("input", { bubbles: true }));
                  await form.updateComplete;
                };
                const titles = [];
                let form = await opened();
                await type(form, "title", "Lunch");
                await type(form, "priority", "URGENT");
                form.remove();
                form = await opened();
                titles.push(form.draft.title, form.draft.priority);
                form.edited = { title: "Old", content: "", publishedAt: "2026-03-01T09:00:00Z" };
                await form.updateComplete;
                await type(form, "title", "Older");
                form.edited = null;
                await form.updateComplete;
                titles.push(form.draft.title);
                form.remove();
                beginReminder("h", { title: "Submit", content: "3 teams", type: "REMINDER" });
                form = await opened();
                await type(form, "title", "Submit now");
                form.remove();
                form = await opened();
                titles.push(form.draft.title);
                form.querySelector("form").requestSubmit();
                while (form.draft.title !== "Lunch") await form.updateComplete;
                await type(form, "content", "Soup");
                form.querySelector("form").requestSubmit();
                while (form.draft.title) await form.updateComplete;
                form.remove();
                titles.push((await opened()).draft.title, Object.keys(localStorage).filter((key) => key.startsWith("hackhub.draft.")).length);
                document.querySelector("hh-publish-form").remove();
                kept.set(null);
                return titles;
                """)).isEqualTo(List.of("Lunch", "URGENT", "Lunch", "Submit now", "", 0));
    }

    @Test
    void aDateThatNobodyTouchedKeepsItsSeconds() {
        assertThat(run("""
                const { bodyOf, draftOf, freshDraft } = await load("organize/hackathon-draft.js");
                const stored = { ...bodyOf({ ...freshDraft(Date.now(), "UTC"), title: "T" }), startDate: "2030-01-01T09:00:42Z" };
                return bodyOf(draftOf(stored), stored).startDate;
                """)).isEqualTo("2030-01-01T09:00:42Z");
    }

    @Test
    void whatIChangedStaysOnTopOfWhatTheySaved() {
        assertThat(run("""
                const { freshDraft, mergeDrafts } = await load("organize/hackathon-draft.js");
                const base = freshDraft();
                const merged = mergeDrafts(base, { ...base, title: "Mine", theme: "M" }, { ...base, theme: "T", rules: "Theirs" });
                return [merged.draft.title, merged.draft.theme, merged.draft.rules, merged.both];
                """)).isEqualTo(List.of("Mine", "M", "Theirs", List.of("theme")));
    }

    @Test
    void aTableForASpreadsheetRunsNothing() {
        assertThat(run("""
                const { csvOf } = await load("organize/csv.js");
                return csvOf(["Name", "Place"], [["=cmd|'/c calc'!A1", 3], ["Ada \\"A\\", Lovelace", undefined], ["+41", -1], ["@x", 0], ["-2", 1], ["\\n=1", 2]]);
                """))
                .isEqualTo(
                        "\ufeffName,Place\r\n'=cmd|'/c calc'!A1,3\r\n\"Ada \"\"A\"\", Lovelace\",\r\n'+41,-1\r\n'@x,0\r\n'-2,1\r\n\"'\n=1\",2\r\n");
    }

    @Test
    void progressTellsDoneDraftsAndWhatIsOpen() {
        assertThat(run("""
                const { judgingProgress } = await load("organize/judging-progress.js");
                const card = (judgeId, teamId, complete) => ({ judgeId, teamId, complete, criteria: {} });
                const { rows, missing, done, all } = judgingProgress([{ id: "j" }, { id: "k" }], [{ id: "a" }, { id: "b" }],
                  [card("j", "a", true), card("j", "b", false), card("k", "a", true), card("gone", "b", true)]);
                return [rows.map((row) => [row.done, row.draft, row.open]), missing, done, all];
                """)).isEqualTo(List.of(List.of(List.of(1, 1, 0), List.of(1, 0, 1)), List.of(0, 2), 2, 4));
    }

    @Test
    void eachGuardLeadsToWhereItIsMended() {
        assertThat(run("""
                const { mendedAt } = await load("organize/life.js");
                return ["dates", "team-size", "criteria", "rules", "organization-verified", "no-score"].map((guard) => mendedAt(guard, "x") ?? "");
                """))
                .isEqualTo(List.of(
                        "/hackathons/x/edit#dates",
                        "/hackathons/x/edit#team-size",
                        "/hackathons/x/edit#judging",
                        "/hackathons/x/edit#rules",
                        "",
                        ""));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "7, 8, 5", "42, 60, 4", "150, 150, 4", "1000, 1000, 3"})
    void aScaleEndsOnARoundNumber(int most, int top, int ticks) {
        assertThat(run("""
                const { scaleOf } = await load("dashboard/chart-model.js");
                const { top, ticks } = scaleOf(%d);
                return [top, ticks.length];
                """.formatted(most))).isEqualTo(List.of(top, ticks));
    }

    @Test
    void anAxisOfTimeIsMarkedOnTheRoundHourOrTheMidnight() {
        assertThat(run("""
                const { timeTicks } = await load("dashboard/chart-model.js");
                const at = (text) => new Date(text).getTime();
                const marks = (from, to) => timeTicks(at(from), at(to), 5).map(({ at, days }) => {
                  const date = new Date(at);
                  return days ? `${date.getDate()}.` : `${date.getHours()}:${date.getMinutes()}`;
                }).join(" ");
                return [marks("2026-03-01T09:07:00", "2026-03-01T10:06:00"), marks("2026-03-01T20:10:00", "2026-03-02T07:00:00"),
                  marks("2026-03-27T10:00:00", "2026-03-31T09:00:00"), timeTicks(0, 400 * 86400000, 5).length <= 6];
                """)).isEqualTo(List.of("9:15 9:30 9:45 10:0", "21:0 0:0 3:0 6:0", "28. 29. 30. 31.", true));
    }

    @Test
    void aCurveStaysWhereItIsUntilSomethingHappens() {
        assertThat(run("""
                const { carriedOn, pointAt, stepPath, thinned } = await load("dashboard/chart-model.js");
                const points = [{ at: 0, value: 1 }, { at: 50, value: 2 }];
                return [stepPath(points, 0, 100, 200, 100, 4), pointAt(points, 49).value, pointAt(points, 99).value,
                  thinned([1, 2, 3, 4, 5, 6], 3), carriedOn(points, 100).length, carriedOn([], 1).length];
                """)).isEqualTo(List.of("M0 75H100V50H200", 1, 2, List.of(2, 4, 6), 4, 0));
    }

    @Test
    void theChannelKnowsSoonerAndTheListKnowsMore() {
        assertThat(run("""
                const { merged } = await load("announcements/merge.js");
                const update = (id, at, more) => [id, { id, title: id, publishedAt: at, ...more }];
                const all = merged({
                  updates: new Map([update("a", "2026-03-01T09:00:00Z"), update("c", "2026-03-01T11:00:00Z", { title: "edited" })]),
                  listed: new Map([update("a", "2026-03-01T09:00:00Z", { acknowledged: true, acks: 3 }), update("b", "2026-03-01T10:00:00Z", { audience: "JUDGES" }),
                    update("c", "2026-03-01T11:00:00Z"), update("gone", "2026-03-01T08:00:00Z"), ["s", { id: "s", publishAt: "2026-04-01T09:00:00Z" }]]),
                  withdrawn: new Set(["gone"]), mine: new Set(["c"]), acks: new Map([["a", 5]]),
                });
                return all.map(({ id, title, acknowledged, acks }) => `${id} ${title} ${acknowledged} ${acks}`);
                """))
                .isEqualTo(List.of(
                        "s undefined false undefined", "c edited true undefined", "b b false undefined", "a a true 5"));
    }

    @Test
    void anAudienceIsAsLargeAsItIs() {
        assertThat(run("""
                const { sizesOf } = await load("announcements/audience.js");
                return sizesOf({ registered: 40, waitlisted: 2 }, [{ roles: ["ORGANIZER"] }, { roles: ["JUDGE"] }, { roles: ["JUDGE", "MENTOR"] }]);
                """))
                .isEqualTo(Map.of("ALL", 44, "PARTICIPANTS", 40, "JUDGES", 2, "MENTORS", 1, "ORGANIZERS", 1));
    }
}
