package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every screen, full (the demo) and empty (somebody new, a hackathon without anything): a picture of each, on a phone
/// and at a desk, light and dark, in `target/screenshots`; none with a fault that axe finds, in either theme, none
/// wider than the phone. `http/screens` runs it alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String RUNNING = "/hackathons/govtech-hackathon-2023";
    private static final String JUDGED = "/hackathons/energy-data-hackdays-2022";

    @RegisterExtension
    static final Browsers browsers = Browsers.onDemo()
            .expecting(error -> error.contains("404") || error.contains("409") || error.contains("/join"));

    /// Each screen is tried by axe light on a desktop and dark on a phone; with this it is pictured in the other two as
    /// well.
    private static final boolean ALL = Boolean.getBoolean("hackhub.screens");

    private final List<String> faults = new ArrayList<>();

    @Test
    void signedOut() {
        var page = browsers.guest();
        screen(page, "front", "/");
        screen(page, "nothing-found", "/hackathons?q=nothing+has+this+name");
        screen(page, "sign-in", "/sign-in");
        screen(page, "sign-up", "/sign-up");
        screen(page, "forgot-password", "/forgot-password");
        screen(page, "reset-password", "/reset-password#token");
        screen(page, "hackathon", RUNNING);
        screen(page, "teams", RUNNING + "/teams");
        screen(page, "gallery", JUDGED + "/projects");
        screen(page, "project-public", projects(page).getAttribute("href"));
        screen(page, "announcements", RUNNING + "/announcements");
        screen(page, "leaderboard", JUDGED + "/leaderboard");
        screen(page, "big-screen", "/screen/energy-data-hackdays-2022");
        screen(page, "big-screen-running", "/screen/govtech-hackathon-2023");
        screen(page, "components", "/design");
        screen(page, "not-found", "/hackathons/nowhere");
        done();
    }

    @Test
    void aParticipant() {
        var page = browsers.demo("participant");
        screen(page, "front-participant", "/");
        var team = teamOf(page, "RestructFeedback");
        screen(page, "team-room", team);
        screen(page, "project", team + "/project");
        screen(page, "project-handed-in", teamOf(page, "SolarDAO") + "/project");
        screen(page, "hackathon-participant", RUNNING);
        screen(page, "teams-participant", RUNNING + "/teams");
        screen(page, "hackathon-chat", RUNNING + "/chat");
        screen(page, "inbox", "/inbox");
        screen(page, "me", "/me");
        screen(page, "settings", "/me/settings");
        screen(page, "join-invalid", "/join#nothing");
        done();
    }

    @Test
    void anOrganizer() {
        var page = browsers.demo("organizer");
        screen(page, "organize-running", RUNNING + "/organize");
        screen(page, "organize-judging", JUDGED + "/organize/judging");
        for (var part : List.of("dashboard", "registrations", "staff", "submissions", "settings")) {
            screen(page, "organize-" + part, RUNNING + "/organize/" + part);
        }
        screen(page, "announcements-organizer", RUNNING + "/announcements");
        screen(page, "leaderboard-organizer", JUDGED + "/leaderboard");
        screen(page, "hackathon-new", "/organize");
        screen(page, "hackathon-edit", RUNNING + "/edit");
        done();
    }

    @Test
    void aJudgeAndAMentor() {
        var judge = browsers.demo("judge");
        screen(judge, "judge", JUDGED + "/judge");
        screen(judge, "judge-not-yet", RUNNING + "/judge");
        var mentor = browsers.demo("mentor");
        screen(mentor, "me-mentor", "/me");
        screen(mentor, "hackathon-mentor", RUNNING);
        screen(mentor, "mentoring", "/me/mentoring");
        screen(mentor, "mentoring-section", RUNNING + "/mentoring");
        done();
    }

    @Test
    void somebodyNew() {
        var scenario = new Scenario(browsers.program().base());
        var hackathon = scenario.open(50, Instant.now().plus(Duration.ofDays(3)));
        var newcomer = scenario.registered("newcomer", hackathon);
        var here = "/hackathons/" + hackathon.id();
        var page = browsers.guest();
        browsers.enter(page, newcomer);
        screen(page, "front-new", "/");
        screen(page, "hackathon-new-participant", here);
        screen(page, "teams-empty", here + "/teams");
        screen(page, "announcements-empty", here + "/announcements");
        screen(page, "chat-empty", here + "/chat");
        screen(page, "inbox-empty", "/inbox");
        screen(page, "me-new", "/me");
        screen(page, "organize-first", "/organize");
        var team = scenario.team(hackathon, newcomer);
        screen(page, "team-room-empty", "/teams/" + team.id());
        screen(page, "project-empty", "/teams/" + team.id() + "/project");
        var organizer = browsers.guest();
        browsers.enter(organizer, hackathon.organizer());
        screen(organizer, "organize-empty", here + "/organize");
        for (var part : List.of("dashboard", "submissions", "judging")) {
            screen(organizer, "organize-empty-" + part, here + "/organize/" + part);
        }
        screen(organizer, "announcements-organizer-empty", here + "/announcements");
        done();
    }

    @Test
    void beforeItIsPublishedAndAtTheDoor() {
        var scenario = new Scenario(browsers.program().base());
        var draft = scenario.draft(50, Instant.now().plus(Duration.ofDays(3)));
        var organizer = browsers.guest();
        browsers.enter(organizer, draft.organizer());
        screen(organizer, "organize-draft", "/hackathons/" + draft.id() + "/organize");
        screen(organizer, "hackathon-draft", "/hackathons/" + draft.id());
        var open = scenario.open(50, Instant.now().plus(Duration.ofDays(3)));
        scenario.registered("guest", open);
        var porter = scenario.person("porter");
        open.organizer()
                .api()
                .post(
                        "/hackathons/" + open.id() + "/staff",
                        Map.of("username", porter.username(), "roles", List.of("CHECKIN")))
                .ok();
        var page = browsers.guest();
        browsers.enter(page, porter);
        screen(page, "door", "/hackathons/" + open.id() + "/organize");
        page.locator("input[type=search]").fill("guest");
        page.locator(".registrations__check").waitFor();
        pictures(page, "door-found");
        done();
    }

    @Test
    void fromTheLastScoreToTheResults() {
        var scenario = new Scenario(browsers.program().base());
        var cast = World.Cast.of(scenario, scenario.person("nobody"));
        var world = new World(browsers.program(), cast, World.Phase.JUDGING);
        var organizer = browsers.guest();
        browsers.enter(organizer, world.hackathon.organizer());
        var here = world.path("");
        screen(organizer, "organize-results-refused", browsers.url(here + "/organize/judging"), page -> {
            page.locator(".results__finalize").click();
            page.locator(".results__anyway").waitFor();
        });
        score(world, world.role("J"), 7);
        score(world, world.secondJudge(), 9);
        var api = world.hackathon.organizer().api();
        api.post(here + "/freeze", Map.of()).ok();
        screen(organizer, "leaderboard-frozen", here + "/leaderboard");
        organizer.navigate(browsers.url(here + "/organize/judging"));
        organizer.locator(".results__finalize").click();
        organizer.locator(".toast--good").waitFor();
        api.post(here + "/results/publish", Map.of()).ok();
        screen(organizer, "organize-completed", here + "/organize");
        screen(organizer, "organize-judging-completed", here + "/organize/judging");
        screen(browsers.guest(), "hackathon-completed", here);
        screen(browsers.guest(), "leaderboard-completed", here + "/leaderboard");
        done();
    }

    @Test
    void anAdmin() {
        try (var own = Instance.start(Map.of(
                "HACKHUB_DEMO", "false",
                "HACKHUB_VERIFY_ORGANIZATIONS", "true",
                "HACKHUB_ADMIN_EMAIL", "admin@example.org",
                "HACKHUB_ADMIN_PASSWORD", Scenario.PASSWORD))) {
            var draft =
                    new Scenario(own.program().base()).draft(50, Instant.now().plus(Duration.ofDays(3)));
            var others = Browsers.at(own);
            var admin = others.guest();
            others.enter(admin, "admin@example.org", Scenario.PASSWORD);
            screen(admin, "admin", others.url("/admin"), _ -> {});
            screen(admin, "admin-none", others.url("/admin"), page -> {
                page.locator(".segments__one").last().click();
                page.locator(".empty").waitFor();
            });
            var organizer = others.guest();
            others.enter(organizer, draft.organizer());
            screen(organizer, "organize-refused", others.url("/hackathons/" + draft.id() + "/organize"), page -> {
                page.locator(".button--primary").first().click();
                page.locator(".guards").waitFor();
            });
            others.closePages(error -> error.contains("409"));
        }
        done();
    }

    private static String teamOf(Page page, String name) {
        var named = new Page.LocatorOptions().setHasText(name);
        return page.locator("a[href^='/teams/']", named).first().getAttribute("href");
    }

    private static void score(World world, Scenario.Person judge, int mark) {
        judge.api()
                .put(
                        world.path("/scores/" + world.team.id()),
                        Map.of("criteria", Map.of("idea", mark, "craft", mark), "complete", true))
                .ok();
    }

    private static Locator projects(Page page) {
        return page.locator("a[href*='/projects/']").first();
    }

    private void screen(Page page, String name, String path) {
        screen(page, name, browsers.url(path), _ -> {});
    }

    /// The page at `url` after somebody has done something there.
    private void screen(Page page, String name, String url, Consumer<Page> act) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(url);
        act.accept(page);
        pictures(page, name);
    }

    private void pictures(Page page, String name) {
        for (var phone : List.of(false, true)) {
            page.setViewportSize(phone ? 390 : 1440, phone ? 844 : 900);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var dark = scheme == ColorScheme.DARK;
                var tried = phone == dark;
                if (!tried && !ALL) {
                    continue;
                }
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Browsers.settle(page);
                var picture = name + (phone ? "-phone" : "-desktop") + (dark ? "-dark" : "");
                page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
                if (tried) {
                    Axe.violations(page).forEach(fault -> faults.add(picture + ": " + fault));
                }
            }
        }
        if (Boolean.TRUE.equals(page.evaluate("document.scrollingElement.scrollWidth > innerWidth + 1"))) {
            faults.add(name + ": wider than the phone");
        }
    }

    private void done() {
        var found = List.copyOf(faults);
        faults.clear();
        assertThat(found).isEmpty();
    }
}
