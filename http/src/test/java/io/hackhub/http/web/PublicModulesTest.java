package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the pages that everybody sees are made of: filters and their address, jumping, the timeline, the board's pages.
class PublicModulesTest extends ModuleTest {

    private static final String FILTERS =
            "const { filtersOf, addressOf, askedFor, inUse, without } = await load('hackathons/filters.js');";
    private static final String BOARD = """
            const { changesOf } = await load("board/changes.js");
            const row = (teamId, rank, score) => ({ teamId, rank, score, name: teamId.toUpperCase(), delta: 0, tied: false });
            const board = (...rows) => ({ epoch: "e", version: 1, frozen: false, rows });
            """;

    @Test
    void filtersSurviveTheWayIntoTheAddressAndBack() {
        assertThat(run(FILTERS + """
                const filters = { q: "solar & wind", status: "ACTIVE", difficulty: "BEGINNER", theme: "Energy", skill: "c++", from: "2026-05-01", to: "2026-05-31", sort: "startDate" };
                const address = addressOf("/hackathons", filters);
                return [address.startsWith("/hackathons?q=solar"), JSON.stringify(filtersOf(new URL(address, location.href).searchParams)) === JSON.stringify(filters)];
                """)).isEqualTo(List.of(true, true));
    }

    @Test
    void nonsenseInAnAddressIsLeftOut() {
        assertThat(run(FILTERS + """
                return filtersOf(new URLSearchParams("status=<b>&from=tomorrow&to=2026-13-40&sort=price&q=%20&skill=java&else=1"));
                """)).isEqualTo(Map.of("skill", "java"));
    }

    @Test
    void anAddressWithoutFiltersIsTheListsOwn() {
        assertThat(
                        run(
                                FILTERS
                                        + "return [addressOf('/', {}), addressOf('/', without({ q: 'x' }, 'q')), addressOf('/', { sort: '' })];"))
                .isEqualTo(List.of("/", "/", "/"));
    }

    @Test
    void theLastDayOfAFilterCountsAsAWhole() {
        assertThat(run(FILTERS + """
                const { from, to } = askedFor({ from: "2026-05-01", to: "2026-05-01" });
                return [new Date(from).getHours(), Date.parse(to) - Date.parse(from)];
                """)).isEqualTo(List.of(0, 86_400_000));
    }

    @Test
    void theOrderNarrowsNothing() {
        assertThat(run(FILTERS + "return inUse({ sort: 'startDate', theme: 'Energy' });"))
                .isEqualTo(List.of("theme"));
    }

    @Test
    void jumpingFindsByBeginningsAccentsInitialsAndOtherWords() {
        assertThat(run("""
                const { fit } = await load("palette/match.js");
                return [["gov", "GovTech Hackathon"], ["zürich", "Zurich Days"], ["gh", "GovTech Hackathon"], ["hack gov", "GovTech Hackathon"], ["dark", "Theme", "dark mode"], ["xyz", "GovTech"]]
                  .map(([typed, name, words]) => fit(typed, name, words) > 0);
                """)).isEqualTo(List.of(true, true, true, true, true, false));
    }

    @Test
    void whatFitsBestComesFirstAndGroupsStayTogether() {
        assertThat(run("""
                const { matching } = await load("palette/match.js");
                const entry = (group, name) => ({ key: name, group, name, icon: "x" });
                const entries = [entry("teams", "The inboxes"), entry("pages", "Inbox"), entry("hackathons", "A inbox"), entry("teams", "Other")];
                return [matching(entries, "inbox").map(({ name }) => name), matching(entries, "").map(({ name }) => name)];
                """))
                .isEqualTo(List.of(
                        List.of("Inbox", "The inboxes", "A inbox"),
                        List.of("The inboxes", "Other", "Inbox", "A inbox")));
    }

    @ParameterizedTest
    @CsvSource({
        "k, true, false, false, palette",
        "k, true, true, false, palette",
        "g, false, false, false, g",
        "i, false, false, true, inbox",
        "i, false, false, false, ",
        "g, false, true, false, ",
        "?, false, false, false, help",
        "?, false, true, false, ",
        "/, false, false, false, search",
        "c, true, false, false, "
    })
    void keysMeanSomethingWhereNobodyTypes(String key, boolean ctrl, boolean typing, boolean afterG, String meaning) {
        assertThat(run("""
                const { meaningOf } = await load("palette/keys.js");
                return meaningOf({ key: "%s", ctrlKey: %s, metaKey: false, altKey: false }, { typing: %s, afterG: %s });
                """.formatted(key, ctrl, typing, afterG))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, next coming coming coming coming coming",
        "REGISTRATION_OPEN, past next coming coming coming coming",
        "ACTIVE, past past past next coming coming",
        "JUDGING, past past past past now next",
        "COMPLETED, past past past past past now"
    })
    void theTimelineFollowsTheStatus(String status, String states) {
        assertThat(run("""
                const { milestonesOf } = await load("hackathon/milestones.js");
                const at = (day) => `2030-05-0${day}T00:00:00Z`;
                return milestonesOf({ status: "%s", registrationStart: at(1), registrationEnd: at(2), startDate: at(3), endDate: at(4) }, Date.parse("2029-01-01"))
                  .map(({ state }) => state).join(" ");
                """.formatted(status))).isEqualTo(states);
    }

    @Test
    void aMomentThatIsPastByTheClockIsPastWhateverTheStatusSays() {
        assertThat(run("""
                const { milestonesOf } = await load("hackathon/milestones.js");
                const at = (day) => `2030-05-0${day}T00:00:00Z`;
                const dates = { registrationStart: at(1), registrationEnd: at(2), startDate: at(3), endDate: at(5), freezeAt: at(4) };
                const now = Date.parse(at(2)) + 1;
                return [milestonesOf({ status: "REGISTRATION_OPEN", ...dates }, now).find(({ state }) => state === "next").key, milestonesOf({ status: "CANCELLED", ...dates }, now).map(({ key }) => key)];
                """))
                .isEqualTo(List.of("startDate", List.of("registrationStart", "registrationEnd", "cancelled")));
    }

    @Test
    void theBigScreenShowsEveryTeamAndTheLeadersAlways() {
        assertThat(run("""
                const { shownRows, pagesOf } = await load("board/shown-rows.js");
                const rows = Array.from({ length: 25 }, (_, i) => i + 1);
                const how = { limit: 10, pinned: 3 };
                const pages = Array.from({ length: pagesOf(25, how) }, (_, page) => shownRows(rows, { ...how, page }));
                const seen = new Set(pages.flat());
                return [pages.length, seen.size, pages.every((it) => it.length === 10 && it[0] === 1 && it[2] === 3), pages.at(-1).at(-1), shownRows(rows.slice(0, 10), { ...how, page: 5 }).length, pagesOf(10, how)];
                """)).isEqualTo(List.of(4, 25, true, 25, 10, 1));
    }

    @Test
    void whoHearsTheBoardIsToldWhatCameOfItNotEachRow() {
        assertThat(run(BOARD + """
                const before = board(row("a", 1, 9), row("b", 2, 8), row("c", 3, 7));
                const now = board(row("b", 1, 9.5), row("a", 2, 9), row("c", 3, 7));
                return [changesOf(before, now, "a"), changesOf(before, before, "a")];
                """))
                .isEqualTo(java.util.Arrays.asList(
                        Map.of("leader", "B", "mine", 2, "moved", List.of("B"), "scores", 1), null));
    }

    @Test
    void whatIsUrgentHasTheScreenForAWhileOnly() {
        assertThat(run("""
                const { takeoverOf, TAKEOVER_MS } = await load("screen/takeover.js");
                const at = Date.parse("2026-05-01T12:00:00Z");
                const list = [{ id: "n", priority: "NORMAL", publishedAt: new Date(at).toISOString() }, { id: "u", priority: "URGENT", publishedAt: new Date(at).toISOString() }];
                return [takeoverOf(list, at + 1000)?.id, takeoverOf(list, at + TAKEOVER_MS + 1) === null, takeoverOf(list.slice(0, 1), at) === null];
                """)).isEqualTo(List.of("u", true, true));
    }

    @Test
    void unreadRoomsAreThoseIMayEnterMostFirst() {
        assertThat(run("""
                const { unreadRooms } = await load("me/rooms.js");
                const mine = {
                  hackathons: [{ id: "h", slug: "days", title: "Days" }],
                  channels: [{ channel: "team/t/chat", head: 5, read: 2 }, { channel: "hackathon/h/chat", head: 9, read: 0 }, { channel: "hackathon/h/announcements", head: 3, read: 1 }, { channel: "team/unknown/chat", head: 3, read: 0 }],
                };
                return unreadRooms(mine, [{ id: "t", name: "Team" }], { "hackathon/h/announcements": 3 }).map(({ href, unread }) => `${href} ${unread}`);
                """)).isEqualTo(List.of("/hackathons/days/chat 9", "/teams/t 3"));
    }

    @Test
    void whatIsOnAndDueNextComesFirst() {
        assertThat(run("""
                const { byUrgency } = await load("hackathons/my-order.js");
                const mine = [{ id: "over", status: "COMPLETED" }, { id: "later", status: "ACTIVE" }, { id: "soon", status: "ACTIVE" }, { id: "open", status: "REGISTRATION_OPEN" }];
                const details = new Map([["later", { endDate: "2026-05-09T00:00:00Z" }], ["soon", { endDate: "2026-05-02T00:00:00Z" }]]);
                return byUrgency(mine, details).map(({ id }) => id);
                """)).isEqualTo(List.of("soon", "later", "open", "over"));
    }

    @Test
    void aThemeIsKeptAndTheSystemsIsNone() {
        assertThat(run("""
                const { chooseTheme, theme } = await load("app/theme.js");
                chooseTheme("dark");
                const dark = [theme(), document.documentElement.dataset.theme];
                chooseTheme("system");
                return [...dark, theme(), document.documentElement.dataset.theme === undefined];
                """)).isEqualTo(List.of("dark", "dark", "system", true));
    }

    @Test
    void refusalsAboutOneFieldStandAtIt() {
        assertThat(run("""
                const { atFields } = await load("auth/form.js");
                const { Problem } = await load("api/problem.js");
                const taken = atFields(new Problem({ type: "/problems/email-taken", title: "taken" }, 409));
                const weak = atFields(new Problem({ type: "/problems/validation", errors: [{ field: "/password", code: "common", message: "raw" }] }, 422));
                return [taken.at("/email") !== undefined, weak.at("/password") !== "raw", atFields(null) === null];
                """)).isEqualTo(List.of(true, true, true));
    }
}
