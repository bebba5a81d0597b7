package io.hackhub.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.hackhub.http.web.Chrome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real browsers on the running program's demo: one context a person, and no page is ever loaded again.
class BrowserIT {

    private static final String RUNNING = "/hackathons/govtech-hackathon-2023";
    private static final String JUDGED = "/hackathons/energy-data-hackdays-2022";

    @TempDir
    static Path folder;

    private static Chrome chrome;
    private static Program program;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void start() {
        chrome = Chrome.start();
        program = Program.start(folder.resolve("data"), Program.Ports.free(), Map.of("HACKHUB_RATE_LIMITS", "off"));
        program.awaitReady();
    }

    @AfterAll
    static void stop() {
        program.close();
        chrome.close();
    }

    @AfterEach
    void nothingWentWrongInAnyPage() {
        contexts.forEach(BrowserContext::close);
        assertThat(errors).isEmpty();
    }

    @Test
    void aMessageTypedInOneBrowserIsOnTheOthersScreen() {
        var participant = demo("participant");
        var mentor = demo("mentor");
        participant.navigate(url("/"));
        var room = teamRoom(participant);
        mentor.navigate(url(room));

        write(participant, "Is anybody at the table?");
        assertThat(mentor.getByText("Is anybody at the table?")).isVisible();
        write(mentor, "On my way.");
        assertThat(participant.getByText("On my way.")).isVisible();

        assertThat(participant.getByText("Is anybody at the table?").count()).isEqualTo(1);
        assertThat(mentor.getByText("On my way.").count()).isEqualTo(1);
    }

    @Test
    void anAnnouncementIsOnTenOpenPages() {
        var pages = new ArrayList<Page>();
        for (int i = 0; i < 10; i++) {
            var page = page(1440, 900, ColorScheme.LIGHT);
            page.navigate(url(RUNNING + "/announcements"));
            assertThat(page.getByText("Welcome!").first()).isVisible();
            pages.add(page);
        }
        var organizer = demo("organizer");
        organizer.navigate(url(RUNNING + "/announcements"));
        organizer.getByLabel("Title").fill("Pizza is here");
        organizer
                .getByLabel("Text", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill("Second floor, take two.");
        organizer
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish"))
                .click();

        pages.forEach(
                page -> assertThat(page.getByText("Pizza is here").first()).isVisible());
    }

    @Test
    void aJudgesScoreMovesTheRowOnAGuestsBoard() {
        var guest = page(1440, 900, ColorScheme.LIGHT);
        guest.navigate(url(JUDGED + "/leaderboard"));
        var rows = guest.locator(".board__row");
        assertThat(rows.first()).isVisible();
        var before = rows.allInnerTexts();

        var judge = demo("judge");
        judge.navigate(url(JUDGED + "/judge"));
        judge.locator("hh-judge button").first().waitFor();
        var ranges = judge.locator(".criterion input[type=range]");
        ranges.first().waitFor();
        for (int i = 0; i < ranges.count(); i++) {
            ranges.nth(i).fill("10");
        }
        judge.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete, next"))
                .click();

        guest.waitForCondition(() -> !rows.allInnerTexts().equals(before));
    }

    @Test
    void somebodyNewSignsUpAndRegisters() {
        var page = page(390, 844, ColorScheme.LIGHT);
        page.navigate(url("/sign-up"));
        page.getByLabel(Pattern.compile("^E-mail")).fill("new.person@example.org");
        page.getByLabel(Pattern.compile("^User ?name")).fill("new-person");
        page.getByLabel(Pattern.compile("^(Full |Your )?name", Pattern.CASE_INSENSITIVE))
                .first()
                .fill("New Person");
        page.getByLabel(Pattern.compile("^Password")).fill(Scenario.PASSWORD);
        page.locator("form button.button--primary").click();
        assertThat(page.getByText("Energy Data Hackdays 2022").first()).isVisible();
    }

    /// From the front page to one's team, as a person would go; the room's path.
    private static String teamRoom(Page page) {
        page.locator("main a[href^='/teams/']").first().click();
        page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).waitFor();
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private static void write(Page page, String text) {
        Locator box = page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
        box.fill(text);
        box.press("Enter");
    }

    /// A browser of its own, signed in at one click as one of the demo's people.
    private Page demo(String role) {
        return demo(role, 1440, 900, ColorScheme.LIGHT);
    }

    private Page demo(String role, int width, int height, ColorScheme scheme) {
        var page = page(width, height, scheme);
        page.navigate(url("/sign-in"));
        page.locator(".demo__person", new Page.LocatorOptions().setHasText(role))
                .click();
        page.waitForURL(Pattern.compile("^(?!.*sign-in).*$"));
        return page;
    }

    private Page page(int width, int height, ColorScheme scheme) {
        var context = chrome.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setLocale("en-GB"));
        contexts.add(context);
        var page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !page.url().endsWith("/nowhere")) {
                errors.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    private static String url(String path) {
        return program.base() + path;
    }
}
