package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Names, titles and texts that mean harm: on every page that shows them nothing runs, nothing is loaded, no policy is
/// violated, and the page stays as wide as it was.
class HostileIT {

    private static final String SCRIPT =
            "<script>window.hurt=1</script><img src=x onerror=window.hurt=1><svg onload=window.hurt=1>";
    private static final String LINKS =
            "[click](javascript:window.hurt=1) [data](data:text/html,<script>window.hurt=1</script>) "
                    + "![pixel](https://example.org/pixel.png) <https://example.org/\"onmouseover=window.hurt=1> [x](vbscript:1)";
    private static final String LONG_WORD = "w".repeat(9_000);
    private static final String ZALGO = "Z" + "\u0335\u0321\u034e".repeat(60) + "algo";
    private static final String RIGHT_TO_LEFT =
            "\u202Eevil\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627";
    private static final List<String> TEXTS = List.of(
            SCRIPT,
            LINKS,
            LONG_WORD,
            ZALGO,
            RIGHT_TO_LEFT,
            "```js\n" + SCRIPT + "\n```",
            "@someone <b onclick=window.hurt=1>bold</b> &lt;script&gt; {{7*7}} ${7*7}",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66".repeat(200));

    @RegisterExtension
    static final Browsers browsers =
            Browsers.onDemo().expecting(error -> error.contains("/project: ") && error.contains("404"));

    @Test
    void nothingThatPeopleWriteRunsOrBreaksAPage() {
        var scenario = new Scenario(browsers.program().base());
        var hackathon = scenario.open(50, Instant.now().plus(Duration.ofHours(2)));
        var person = scenario.registered("hostile", hackathon);
        rename(person, "<i onclick=window.hurt=1>" + ZALGO.substring(0, 40) + "\u202Etxt");
        var here = "/hackathons/" + hackathon.id();
        var team = person.api()
                .post(
                        here + "/teams",
                        Map.of(
                                "name",
                                "<script>window.hurt=1</script>" + "n".repeat(60),
                                "description",
                                LONG_WORD.substring(0, 1900)))
                .ok()
                .path("id")
                .asText();
        for (var text : TEXTS) {
            post(person, "team/" + team + "/chat", text);
            post(person, "hackathon/" + hackathon.id() + "/chat", text);
            hackathon
                    .organizer()
                    .api()
                    .post(here + "/updates", announcement(text))
                    .ok();
        }

        var page = browsers.page(390, 844, _ -> {});
        page.onDialog(dialog -> {
            throw new AssertionError("a dialog: " + dialog.message());
        });
        page.onRequest(request -> assertThat(request.url()).doesNotContain("example.org"));
        browsers.enter(page, person);
        var faults = new ArrayList<String>();
        visit(
                page,
                faults,
                "/",
                here,
                here + "/teams",
                here + "/announcements",
                here + "/chat",
                "/teams/" + team,
                "/teams/" + team + "/project",
                "/inbox",
                "/me",
                "/screen/" + hackathon.id());
        var organizer = browsers.page(390, 844, _ -> {});
        browsers.enter(organizer, hackathon.organizer());
        visit(organizer, faults, here + "/organize");

        assertThat(faults).isEmpty();
    }

    @Test
    void norDoesWhatIsHandedInJudgedAndAdministered() {
        try (var own = Instance.start(Map.of(
                "HACKHUB_DEMO",
                "false",
                "HACKHUB_VERIFY_ORGANIZATIONS",
                "true",
                "HACKHUB_ADMIN_EMAIL",
                "admin@example.org",
                "HACKHUB_ADMIN_PASSWORD",
                Scenario.PASSWORD))) {
            var people = Browsers.at(own);
            var scenario = new Scenario(own.program().base());
            var faults = judged(people, scenario);
            people.closePages(error -> error.contains("404"));
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> judged(Browsers people, Scenario scenario) {
        var hackathon = hostile(scenario);
        var here = "/hackathons/" + hackathon.id();
        var leader = scenario.registered("hostile", hackathon);
        rename(leader, SCRIPT);
        var team = leader.api()
                .post(here + "/teams", Map.of("name", LONG_WORD.substring(0, 100)))
                .ok()
                .path("id")
                .asText();
        var invitation = leader.api()
                .post("/teams/" + team + "/invitations", Map.of())
                .ok()
                .path("invitationCode")
                .asText();
        var judge = scenario.person("judge");
        rename(judge, RIGHT_TO_LEFT);
        var organizer = hackathon.organizer();
        organizer
                .api()
                .post(here + "/staff", Map.of("username", judge.username(), "roles", List.of("JUDGE")))
                .ok();
        var now = Instant.now();
        scenario.reschedule(hackathon, now.plusSeconds(2), now.plusSeconds(6));
        scenario.awaitStatus(hackathon, "ACTIVE");
        var project = Map.of(
                "name", SCRIPT, "description", String.join("\n\n", TEXTS), "trackIds", List.of("<b onclick=hurt=1>"));
        leader.api().put("/teams/" + team + "/project", project).ok();
        leader.api().post("/teams/" + team + "/project/submit", Map.of()).ok();
        scenario.awaitStatus(hackathon, "JUDGING");

        var faults = new ArrayList<String>();
        var judging = people.guest();
        people.enter(judging, judge);
        judging.navigate(people.url(here + "/judge"));
        judging.locator(".criterion").first().waitFor();
        look(judging, "/judge", faults);
        judge.api()
                .put(
                        here + "/scores/" + team,
                        Map.of(
                                "criteria",
                                Map.of("idea", 5, "craft", 7),
                                "comment",
                                SCRIPT + LONG_WORD.substring(0, 900),
                                "complete",
                                true))
                .ok();
        visit(
                people,
                people.page(390, 844, _ -> {}),
                faults,
                here,
                here + "/projects",
                here + "/projects/" + team,
                here + "/leaderboard",
                "/screen/" + hackathon.id(),
                "/join#" + invitation);
        var desk = entered(people, organizer);
        for (var part : List.of("dashboard", "registrations", "staff", "submissions", "judging", "settings")) {
            visit(people, desk, faults, here + "/organize/" + part);
        }
        visit(people, desk, faults, here + "/edit");
        desk.keyboard().press("Control+k");
        desk.locator("[role=option]").first().waitFor();
        look(desk, "the palette", faults);
        scenario.person("founder")
                .api()
                .post("/organizations", Map.of("name", SCRIPT))
                .ok();
        var admin = people.page(390, 844, _ -> {});
        people.enter(admin, "admin@example.org", Scenario.PASSWORD);
        visit(people, admin, faults, "/admin");
        return faults;
    }

    /// Open, and hostile in all that its organizers say.
    private static Scenario.Hackathon hostile(Scenario scenario) {
        var draft = scenario.draft(50, Instant.now().plus(Duration.ofHours(2)));
        var path = "/hackathons/" + draft.id();
        ObjectNode body = draft.organizer().api().get(path).ok().deepCopy();
        body.put("title", SCRIPT).put("theme", RIGHT_TO_LEFT).put("rules", LINKS + SCRIPT);
        body.put("description", LINKS + "\n\n" + LONG_WORD);
        body.putArray("tracks").addObject().put("id", "<b onclick=hurt=1>").put("name", LONG_WORD.substring(0, 200));
        for (var criterion : body.withArray("judgingCriteria")) {
            ((ObjectNode) criterion).put("name", SCRIPT);
        }
        draft.organizer().api().put(path, body).ok();
        var verified = Map.of("organizationId", draft.organization(), "status", "VERIFIED");
        scenario.signIn("admin@example.org", Scenario.PASSWORD)
                .api()
                .post("/organizations/verify", verified)
                .ok();
        return scenario.opened(draft);
    }

    private static Page entered(Browsers people, Scenario.Person person) {
        var page = people.page(390, 844, _ -> {});
        people.enter(page, person);
        return page;
    }

    private static void visit(Page page, List<String> faults, String... paths) {
        visit(browsers, page, faults, paths);
    }

    private static void visit(Browsers people, Page page, List<String> faults, String... paths) {
        for (var path : paths) {
            page.navigate(people.url(path));
            Browsers.settle(page);
            look(page, path, faults);
        }
    }

    private static void look(Page page, String path, List<String> faults) {
        page.mouse().move(200, 400);
        if (!"undefined".equals(page.evaluate("typeof window.hurt"))) {
            faults.add(path + ": a script ran");
        }
        if (Boolean.TRUE.equals(page.evaluate("document.scrollingElement.scrollWidth > innerWidth + 1"))) {
            faults.add(path + ": wider than the page");
        }
        var links = page.evaluate(
                "[...document.querySelectorAll('a[href]')].map(a => a.protocol).filter(p => !['http:', 'https:', 'mailto:'].includes(p)).join()");
        if (!"".equals(links)) {
            faults.add(path + ": links to " + links);
        }
    }

    private static void rename(Scenario.Person person, String name) {
        person.api().put("/users/profile", Map.of("fullName", name)).ok();
    }

    private static void post(Scenario.Person person, String channel, String text) {
        var body = Map.of("cid", World.cid(), "kind", "message.post", "data", Map.of("text", text));
        person.api().post("/channels/" + channel + "/commands", body).ok();
    }

    private static Map<String, Object> announcement(String text) {
        var title = text.length() > 190 ? text.substring(0, 190) : text;
        return Map.of("title", title, "content", text, "type", "ANNOUNCEMENT", "priority", "NORMAL");
    }
}
