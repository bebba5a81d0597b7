package io.hackhub.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What everybody does first: look around, sign up, register, think better of it, and settle in.
class PublicIT {

    private static final String JUDGED = "/hackathons/energy-data-hackdays-2022";

    /// What the page says, without what people called their things.
    private static final String OURS = """
            (() => {
              const page = document.querySelector("hh-app").cloneNode(true);
              for (const theirs of page.querySelectorAll("h3, .board__name, .hackathon-card__text, .hackathon-card__tags, hh-hackathon-list > p")) theirs.remove();
              return page.textContent;
            })()
            """;

    /// Leaves for the front page; where the page was scrolled to at that moment.
    private static final String LEAVE = """
            (() => {
              const there = scrollY;
              document.querySelector(".top-bar__brand").click();
              return there;
            })()
            """;

    @RegisterExtension
    static final Browsers browsers = Browsers.onDemo();

    @Test
    void filtersSurviveReloadingAndGoingBack() {
        var page = browsers.guest();
        page.navigate(browsers.url("/hackathons"));
        page.getByLabel("Status").selectOption("JUDGING");
        assertThat(page.getByText("Energy Data Hackdays 2022")).isVisible();
        assertThat(page.getByText("GovTech Hackathon 2023")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/hackathons\\?status=JUDGING$"));

        page.reload();
        assertThat(page.getByText("Energy Data Hackdays 2022")).isVisible();
        assertThat(page.getByText("GovTech Hackathon 2023")).hasCount(0);
        assertThat(page.getByLabel("Status")).hasValue("JUDGING");

        page.getByText("Energy Data Hackdays 2022").click();
        assertThat(title(page, "Energy Data Hackdays 2022")).isFocused();
        page.goBack();
        assertThat(page.getByLabel("Status")).hasValue("JUDGING");
        button(page, "Remove: Judging").click();
        assertThat(page.getByText("GovTech Hackathon 2023")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/hackathons$"));
    }

    @Test
    void aListWithoutAnythingThatFitsHasAWayOut() {
        var page = browsers.guest();
        page.navigate(browsers.url("/hackathons?q=nothing+has+this+name"));
        assertThat(page.getByText("No hackathon fits")).isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remove all filters"))
                .click();

        assertThat(page.getByText("GovTech Hackathon 2023")).isVisible();
    }

    @Test
    void theFrontPageSpeaksGermanToThoseWhoWantIt() {
        var page = browsers.page(1440, 900, it -> it.setLocale("de-CH"));
        page.navigate(browsers.url("/"));
        assertThat(page.getByText("Alle Hackathons").first()).isVisible();
        assertThat(page.locator(".board__row").first()).isVisible();

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
        assertThat((String) page.evaluate(OURS))
                .doesNotContainPattern(
                        "(?i)\\b(the|your|and|with|search|any|loading|place|score|judge|participant|registered|load)\\b");
    }

    @Test
    void theLanguageChosenInTheSettingsIsKept() {
        var page = browsers.demo("participant");
        page.navigate(browsers.url("/me/settings"));
        page.getByLabel("Language").selectOption("de");

        assertThat(title(page, "Einstellungen")).isVisible();
        page.reload();
        assertThat(title(page, "Einstellungen")).isVisible();
    }

    @Test
    void theThemeChosenIsThereBeforeAnythingIsPainted() {
        var page = browsers.demo("participant");
        page.navigate(browsers.url("/me/settings"));
        button(page, "Dark").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

        page.addInitScript("addEventListener('DOMContentLoaded', () => (globalThis.themeAtStart ="
                + " document.documentElement.dataset.theme))");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.evaluate("globalThis.themeAtStart")).isEqualTo("dark");

        page.navigate(browsers.url("/me/settings"));
        button(page, "As the system").click();
        assertThat(page.locator("html[data-theme]")).hasCount(0);
    }

    @Test
    void somebodyNewRegistersWithdrawsAndThinksBetterOfIt() {
        var hackathon =
                new Scenario(browsers.program().base()).open(50, Instant.now().plus(Duration.ofDays(3)));
        var page = browsers.guest();
        page.navigate(browsers.url("/hackathons/" + hackathon.id()));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in to register"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Create an account"))
                .first()
                .click();
        signUp(page, "thinks-better");
        button(page, "Register").click();
        assertThat(page.locator(".registration .badge")).hasText("Registered");

        button(page, "Withdraw").click();
        assertThat(page.getByText("Withdrawing…")).isVisible();
        button(page, "Undo").click();
        assertThat(page.locator(".registration .badge")).hasText("Registered");
        page.reload();
        assertThat(page.locator(".registration .badge")).hasText("Registered");

        button(page, "Withdraw").click();
        assertThat(button(page, "Register")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
    }

    @Test
    void signingUpAndRegisteringTakeNothingButKeys() {
        var hackathon =
                new Scenario(browsers.program().base()).open(50, Instant.now().plus(Duration.ofDays(3)));
        var page = browsers.guest();
        page.navigate(browsers.url("/hackathons/" + hackathon.id()));
        heading(page, "").first().waitFor();
        press(page, "Sign in to register");
        assertThat(title(page, "Sign in")).isVisible();
        press(page, "Create an account");
        page.getByLabel("Your name").waitFor();
        for (var text : List.of("Keys Only", "keys-only", "keys-only@example.org", Scenario.PASSWORD)) {
            tabTo(page, "document.activeElement.matches('.auth input') && document.activeElement.value === ''");
            page.keyboard().type(text);
        }
        page.keyboard().press("Enter");
        heading(page, "").first().waitFor();
        press(page, "Register");

        assertThat(page.locator(".registration .badge")).hasText("Registered");
    }

    @Test
    void theFirstFieldThatIsWrongHasTheFocusAndSaysWhy() {
        var taken = new Scenario(browsers.program().base()).person("taken").username();
        var page = browsers.guest();
        page.navigate(browsers.url("/sign-up"));
        signUp(page, taken);

        assertThat(page.getByText(Pattern.compile("already"))).not().hasCount(0);
        assertThat(page.locator("[aria-invalid=true]").first()).isFocused();
        page.getByLabel("Show password").click();
        assertThat(page.locator("[name=password]")).hasAttribute("type", "text");
        browsers.closePages(error -> error.contains("409"));
    }

    @Test
    void thePaletteGoesAnywhereByAFewLetters() {
        var page = browsers.demo("participant");
        heading(page, "").first().waitFor();
        page.keyboard().press("Control+k");
        var field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Jump to"));
        assertThat(field).isFocused();
        field.fill("energy");
        var chosen = page.locator("[role=option][aria-selected=true]");
        assertThat(chosen).containsText("Energy Data Hackdays 2022");
        assertThat(field).hasAttribute("aria-activedescendant", chosen.getAttribute("id"));
        page.keyboard().press("Enter");

        assertThat(title(page, "Energy Data Hackdays 2022")).isFocused();
        page.keyboard().press("g");
        page.keyboard().press("i");
        assertThat(title(page, "Inbox")).isFocused();
        page.keyboard().press("?");
        assertThat(heading(page, "Keyboard shortcuts")).isVisible();
    }

    @Test
    void goingBackIsGoingBackToTheLineThatOneRead() {
        var page = browsers.page(390, 844, _ -> {});
        page.navigate(browsers.url(JUDGED + "/leaderboard"));
        page.locator(".board__row").last().scrollIntoViewIfNeeded();
        var there = (Number) page.evaluate(LEAVE);
        assertThat(there.intValue()).isPositive();
        assertThat(page.getByText("Hackathons, live.")).isVisible();
        assertThat(page.evaluate("scrollY")).isEqualTo(0);

        page.goBack();

        assertThat(title(page, "Energy Data Hackdays 2022")).isVisible();
        page.locator(".board__row").last().waitFor();
        page.waitForCondition(() -> Math.abs(((Number) page.evaluate("scrollY")).intValue() - there.intValue()) < 3);
    }

    @Test
    void aScoreMovesTheBigScreenInTheHall() {
        var board = browsers.guest();
        board.navigate(browsers.url(JUDGED + "/leaderboard"));
        board.locator(".board__row").first().waitFor();
        var before = scores(board);
        var screen = browsers.guest();
        screen.navigate(browsers.url("/screen/energy-data-hackdays-2022"));
        assertThat(screen.locator(".board__row")).hasCount(10);
        assertThat(before).containsAllEntriesOf(scores(screen));
        var judge = browsers.demo("judge");
        judge.navigate(browsers.url(JUDGED + "/judge"));
        var ranges = judge.locator(".criterion input[type=range]");
        ranges.first().waitFor();
        for (int i = 0; i < ranges.count(); i++) {
            ranges.nth(i).fill("10");
        }
        button(judge, "Complete, next").click();

        screen.waitForCondition(
                () -> !before.entrySet().containsAll(scores(screen).entrySet()));
    }

    /// Each team on the screen with its score.
    private static Map<String, String> scores(Page page) {
        var names = page.locator(".board__row .board__name").allInnerTexts();
        var scores = page.locator(".board__row .board__score").allInnerTexts();
        return IntStream.range(0, Math.min(names.size(), scores.size()))
                .boxed()
                .collect(Collectors.toMap(names::get, scores::get, (one, _) -> one));
    }

    private static void signUp(Page page, String username) {
        page.getByLabel("Your name").fill("New Person");
        page.getByLabel("Username").fill(username);
        page.getByLabel("E-mail").fill(username + "@example.org");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Scenario.PASSWORD);
        button(page, "Create account").click();
    }

    /// Walks with Tab to what has that name, and opens it with Enter.
    private static void press(Page page, String name) {
        tabTo(page, "document.activeElement.textContent.trim() === '" + name + "'");
        page.keyboard().press("Enter");
    }

    private static void tabTo(Page page, String there) {
        for (int i = 0; i < 60; i++) {
            if (Boolean.TRUE.equals(page.evaluate(there))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached with Tab: " + there);
    }

    private static Locator title(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
