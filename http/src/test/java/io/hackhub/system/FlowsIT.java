package io.hackhub.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What people do from the first click to the last, in browsers of their own at once; no page is ever loaded again.
class FlowsIT {

    private static final String JUDGED = "energy-data-hackdays-2022";
    private static final double PATIENCE = 60_000;

    @RegisterExtension
    static final Browsers browsers = Browsers.onOwn(Map.of()).expecting(Browsers::unreachable);

    private static Scenario scenario;

    @BeforeAll
    static void start() {
        scenario = new Scenario(browsers.program().base());
    }

    @Test
    void aTeamComesTogetherByLinkTalksThroughACrashAndSubmits() {
        var journey = Journey.begin(scenario);
        var ada = browsers.guest();
        ada.navigate(browsers.url(journey.page()));
        link(ada, "Sign in to register").click();
        link(ada, "Create an account").click();
        signUp(ada, "Ada Flow", "ada-flow");
        button(ada, "Register").click();
        ada.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Sections"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Teams").setExact(true))
                .click();
        button(ada, "Form a team").click();
        ada.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Night shift");
        ada.getByLabel("Looking for", new Page.GetByLabelOptions().setExact(true))
                .fill("design, maps");
        button(ada, "Form team").click();
        assertThat(heading(ada, "Night shift")).isVisible();

        button(ada, "Invite by link").click();
        var invitation = ada.getByLabel(Pattern.compile("joins by this link")).inputValue();
        var bob = browsers.guest();
        bob.navigate(invitation);
        assertThat(heading(bob, "Night shift")).isVisible();
        link(bob, "Create an account").click();
        signUp(bob, "Bob Flow", "bob-flow");
        button(bob, "Register and join").click();
        assertThat(heading(bob, "Night shift")).isVisible();
        assertThat(ada.getByText("@bob-flow").first()).isVisible();

        talk(ada, bob);
        survive(ada, bob);

        journey.start();
        submit(ada, bob, journey);
    }

    private static void talk(Page ada, Page bob) {
        Browsers.write(bob, "Shall we start with the map?");
        assertThat(message(ada, "Shall we start with the map?")).isVisible();

        tool(ada, "Shall we start with the map?", "React with 👍").click();
        assertThat(message(bob, "Shall we start with the map?").getByText("👍").first())
                .isVisible();

        tool(bob, "Shall we start with the map?", "Edit").click();
        var editor = bob.getByLabel("Edit message", new Page.GetByLabelOptions().setExact(true));
        editor.fill("Shall we start with the data?");
        editor.press("Enter");
        assertThat(message(ada, "Shall we start with the data?")).isVisible();

        tool(ada, "Shall we start with the data?", "Reply").click();
        Browsers.write(ada, "Yes, @bob-flow fetches it.");
        assertThat(message(bob, "fetches it.")).containsText("Shall we start with the data?");
        assertThat(message(bob, "fetches it.").locator(".mention")).isVisible();
    }

    /// What is written while there is no server arrives once there is one, and once.
    private static void survive(Page ada, Page bob) {
        browsers.program().kill();
        Browsers.write(ada, "Written into the void");
        assertThat(ada.getByText("Written into the void").first()).isVisible();
        browsers.instance().again();
        assertThat(message(bob, "Written into the void"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        Browsers.write(bob, "It has arrived");
        assertThat(message(ada, "It has arrived"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        assertThat(message(ada, "Written into the void")).hasCount(1);
        assertThat(message(bob, "Written into the void")).hasCount(1);
    }

    private static void submit(Page ada, Page bob, Journey journey) {
        projectLink(ada).click();
        ada.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Night map");
        ada.getByLabel("What it is and does").fill("Where the night bus goes.\n\n## How\n\nWith open data.");
        ada.getByLabel("Repository", new Page.GetByLabelOptions().setExact(true))
                .fill("https://github.com/example/night-map");
        assertThat(ada.getByText(Pattern.compile("^Saved \\d"))).isVisible();
        assertThat(ada.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("Preview").setExact(true)))
                .containsText("With open data.");

        projectLink(bob).click();
        assertThat(bob.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Night map");
        assertThat(bob.getByText("Ada Flow submits for the team.")).isVisible();

        button(ada, "Submit").click();
        var receipt = ada.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Submitted").setExact(true));
        assertThat(receipt).containsText("Night map");
        assertThat(receipt).containsText("Version ");
        ada.getByLabel("What it is and does").fill("Where the night bus goes, and when.");
        assertThat(receipt).containsText("Changed since: description");
        button(ada, "Submit again").click();
        assertThat(receipt).containsText("What you see here is what was submitted.");

        var guest = browsers.guest();
        guest.navigate(browsers.url(journey.page() + "/projects"));
        link(guest, Pattern.compile("Night map")).click();
        assertThat(guest.getByText("Where the night bus goes, and when.").first())
                .isVisible();
    }

    @Test
    void aJudgesScoreMovesTheBoardThatGuestsWatch() {
        var board = browsers.guest();
        board.navigate(browsers.url("/hackathons/" + JUDGED + "/leaderboard"));
        var screen = browsers.guest();
        screen.navigate(browsers.url("/screen/" + JUDGED));
        assertThat(board.locator(".board__row").first()).isVisible();
        assertThat(screen.locator(".board__row").first()).isVisible();
        var boardBefore = board.locator(".board__row").allInnerTexts();
        var screenBefore = screen.locator(".board__row").allInnerTexts();

        var judge = browsers.demo("judge");
        judge.navigate(browsers.url("/hackathons/" + JUDGED + "/judge"));
        var form = judge.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Scores"));
        var sliders = form.getByRole(AriaRole.SLIDER);
        sliders.first().fill("10");
        assertThat(form.getByText("Draft saved")).isVisible();
        for (int i = 1; i < sliders.count(); i++) {
            sliders.nth(i).fill("10");
        }
        button(judge, "Complete, next").click();

        board.waitForCondition(
                () -> !board.locator(".board__row").allInnerTexts().equals(boardBefore));
        screen.waitForCondition(
                () -> !screen.locator(".board__row").allInnerTexts().equals(screenBefore));
    }

    private static void signUp(Page page, String name, String username) {
        page.getByLabel("Your name").fill(name);
        page.getByLabel("Username").fill(username);
        page.getByLabel("E-mail").fill(username + "@example.org");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Scenario.PASSWORD);
        button(page, "Create account").click();
    }

    private static Locator projectLink(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Project"))
                .getByRole(AriaRole.LINK)
                .first();
    }

    /// A message by what it says.
    private static Locator message(Page page, String text) {
        return page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(text));
    }

    /// One of the tools that a message shows to who points at it.
    private static Locator tool(Page page, String text, String name) {
        var message = message(page, text).first();
        message.hover();
        return message.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator link(Page page, Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }
}
