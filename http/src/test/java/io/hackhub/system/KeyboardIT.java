package io.hackhub.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The way from signing up to submitting, a judge's work and an organizer's word, by keyboard alone: Tab, Enter, arrows
/// and letters.
class KeyboardIT {

    private static final String JUDGED = "/hackathons/energy-data-hackdays-2022";
    private static final Pattern DONE = Pattern.compile("(\\d+) of 13 done");

    /// A project that nobody has written yet is not found, and the browser prints that.
    @RegisterExtension
    static final Browsers browsers =
            Browsers.onDemo().expecting(error -> error.contains("404 (Not Found)") && error.contains("/teams/"));

    @Test
    void fromSigningUpToSubmitting() {
        var journey = Journey.begin(new Scenario(browsers.program().base()));
        var page = browsers.guest();
        var ada = new Keys(page);
        page.navigate(browsers.url(journey.page()));
        assertThat(heading(page, journey.title())).isVisible();
        ada.use("Sign in to register").use("Create an account");
        signUp(page, ada, "Ada Keys", "ada-keys");
        ada.use("Register");
        assertThat(page.getByText("Registered", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        ada.use("Teams");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Form a team")))
                .isVisible();
        ada.use("Form a team");
        ada.to("Name").type("Keyboard club").to("Form team").press("Enter");
        assertThat(heading(page, "Keyboard club")).isVisible();

        ada.use("Invite by link");
        var link = page.getByLabel(Pattern.compile("joins by this link")).inputValue();
        var bobsPage = browsers.guest();
        var bob = new Keys(bobsPage);
        bobsPage.navigate(link);
        assertThat(heading(bobsPage, "Keyboard club")).isVisible();
        bob.use("Create an account");
        signUp(bobsPage, bob, "Bob Keys", "bob-keys");
        bob.use("Register and join");
        assertThat(Browsers.composer(bobsPage)).isVisible();

        chat(page, ada, bobsPage, bob);
        journey.start();
        submit(page, ada);
    }

    private static void chat(Page page, Keys ada, Page bobsPage, Keys bob) {
        bob.to("Message").type("Hello from the keys").press("Enter");
        assertThat(message(page, "Hello from the keys")).isVisible();
        bob.press("ArrowUp");
        var editor = bobsPage.getByLabel("Edit message", new Page.GetByLabelOptions().setExact(true));
        assertThat(editor).isFocused();
        bob.press("End").type(" alone").press("Enter");
        assertThat(message(page, "Hello from the keys alone")).isVisible();
        ada.to("Messages").press("ArrowUp");
        assertThat(message(page, "Hello from the keys alone")).isFocused();
        ada.press("Enter").press("Enter");
        assertThat(message(bobsPage, "Hello from the keys alone")).containsText("👍");
        ada.press("Escape").press("r");
        assertThat(Browsers.composer(page)).isFocused();
        ada.type("Well typed").press("Enter");
        assertThat(message(bobsPage, "Well typed")).containsText("Hello from the keys alone");
    }

    private static void submit(Page page, Keys ada) {
        assertThat(page.getByText("Submissions close in").first()).isVisible();
        ada.to(Pattern.compile("^Project .*")).press("Enter");
        assertThat(heading(page, "Your project")).isVisible();
        ada.to("Name").type("Keys only");
        ada.to("What it is and does").type("No mouse was used.");
        ada.use("Submit");
        assertThat(page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("Submitted").setExact(true)))
                .containsText("Keys only");
    }

    @Test
    void anOrganizerAnnounces() {
        var journey = Journey.begin(new Scenario(browsers.program().base()));
        var page = browsers.guest();
        browsers.enter(page, journey.hackathon().organizer());
        var organizer = new Keys(page);
        page.navigate(browsers.url(journey.page()));
        assertThat(heading(page, journey.title())).isVisible();
        organizer.use("Announcements");
        organizer.to("Title").type("Doors open at nine");
        organizer.to("Text").type("By the *south* door.");
        organizer.to("Priority").type("U");
        organizer.use("Publish");
        assertThat(Browsers.announced(page, "Doors open at nine")).containsText("Urgent");
        assertThat(page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("");
    }

    @Test
    void aJudgeScoresAndGoesOn() {
        var page = browsers.guest();
        page.navigate(browsers.url("/sign-in"));
        var judge = new Keys(page);
        judge.to(Pattern.compile("judge", Pattern.CASE_INSENSITIVE)).press("Enter");
        page.waitForURL(Pattern.compile("^(?!.*sign-in).*$"));
        page.navigate(browsers.url(JUDGED + "/judge"));
        var list = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Projects to judge"));
        assertThat(list).containsText(DONE);
        var done = done(list);
        var current = list.locator("[aria-current]");
        var first = current.textContent().strip();

        judge.press("j");
        assertThat(current).not().containsText(first);
        judge.press("k");
        assertThat(current).containsText(first);
        judge.to(Pattern.compile("^Impact \\d+ %")).press("7");
        judge.to(Pattern.compile("^Craft \\d+ %")).press("8").press("ArrowRight");
        judge.to(Pattern.compile("^Openness \\d+ %")).press("9");
        assertThat(page.getByRole(AriaRole.SPINBUTTON).nth(1)).hasValue("8.5");
        judge.to("Comment").type("Scored without a mouse.").press("Control+Enter");
        assertThat(list).containsText("%d of 13 done".formatted(done + 1));
        assertThat(current).not().containsText(first);
    }

    private static int done(Locator list) {
        var found = DONE.matcher(list.innerText());
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    private static void signUp(Page page, Keys keys, String name, String username) {
        assertThat(page.getByLabel("Your name")).isVisible();
        keys.to("Your name").type(name);
        keys.to("Username").type(username);
        keys.to("E-mail").type(username + "@example.org");
        keys.to("Password").type(Scenario.PASSWORD).press("Enter");
        page.waitForURL(Pattern.compile("^(?!.*sign-up).*$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
    }

    private static Locator message(Page page, String text) {
        return page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }
}
