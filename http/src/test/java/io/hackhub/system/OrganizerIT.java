package io.hackhub.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.hackhub.system.Scenario.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Organizers at work in a browser: from nothing to a published hackathon, and from an urgent word to everybody's eyes.
class OrganizerIT {

    private static final String ADMIN_MAIL = "admin@example.org";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    /// What a guard refuses is shown by the page; the browser prints the answer as an error besides.
    @RegisterExtension
    static final Browsers browsers = Browsers.onOwn(Map.of(
                    "HACKHUB_DEMO",
                    "false",
                    "HACKHUB_VERIFY_ORGANIZATIONS",
                    "true",
                    "HACKHUB_ADMIN_EMAIL",
                    ADMIN_MAIL,
                    "HACKHUB_ADMIN_PASSWORD",
                    Scenario.PASSWORD))
            .expecting(error -> error.contains("409") || error.contains("412"));

    private static Scenario scenario;

    @BeforeAll
    static void start() {
        scenario = new Scenario(browsers.program().base());
    }

    @Test
    void fromNothingToAPublishedHackathonByWayOfWhatIsMissing() {
        var page = signedIn(scenario.person("founder"));
        page.navigate(browsers.url("/organize"));
        page.getByLabel("Name", exactly()).fill("The Society of Makers");
        button(page, "Go on").click();
        page.getByLabel("Title", exactly()).fill("Makers' weekend");
        page.getByLabel("Description", exactly()).fill("Two days, **one** prototype.");
        page.getByLabel("Time zone of the event", exactly()).fill("America/New_York");
        assertThat(page.locator(".preview")).containsText("Makers' weekend");
        assertThat(page.locator(".preview strong")).hasText("one");
        button(page, "Create as a draft").click();

        button(page, "Publish").click();
        var refusal = page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Not yet"));
        assertThat(refusal).containsText("There are no rules.");
        assertThat(refusal).containsText("not verified yet");

        refusal.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Write rules"))
                .click();
        assertThat(page.locator("#field-rules")).isFocused();
        page.keyboard().type("Be kind.");
        button(page, "Save").click();
        verify("The Society of Makers");

        button(page, "Publish").click();
        assertThat(page.locator(".life__step--now")).hasText(Pattern.compile("Announced|Registration open"));
    }

    @Test
    void whatIsTypedIsKeptAndAStaleSaveLosesNothing() {
        var hackathon = scenario.draft(10, Instant.now().plusSeconds(3600));
        verifyByApi(hackathon.organization());
        var page = signedIn(hackathon.organizer());
        page.navigate(browsers.url("/hackathons/" + hackathon.id() + "/edit"));
        page.getByLabel("Theme", exactly()).fill("Mine");
        page.waitForTimeout(700);
        page.reload();
        assertThat(page.getByLabel("Theme", exactly())).hasValue("Mine");
        assertThat(page.getByText("did not save")).isVisible();

        ObjectNode body = hackathon
                .organizer()
                .api()
                .get("/hackathons/" + hackathon.id())
                .ok()
                .deepCopy();
        hackathon
                .organizer()
                .api()
                .put("/hackathons/" + hackathon.id(), body.put("description", "Theirs"))
                .ok();
        button(page, "Save").click();
        button(page, "Load it, keep what I typed").click();
        assertThat(page.getByLabel("Description", exactly())).hasValue("Theirs");
        assertThat(page.getByLabel("Theme", exactly())).hasValue("Mine");
        button(page, "Save").click();

        page.waitForURL(Pattern.compile(".*/organize$"));
        var saved =
                hackathon.organizer().api().get("/hackathons/" + hackathon.id()).ok();
        assertThat(saved.path("theme").asText()).isEqualTo("Mine");
        assertThat(saved.path("description").asText()).isEqualTo("Theirs");
    }

    @Test
    void whatIsUrgentIsOnTenPagesUntilEachHasSeenIt() {
        var hackathon = open();
        var organizer = signedIn(hackathon.organizer());
        organizer.navigate(browsers.url("/hackathons/" + hackathon.id() + "/announcements"));
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            var page = signedIn(scenario.registered("guest" + i, hackathon));
            page.navigate(browsers.url(i % 2 == 0 ? "/inbox" : "/hackathons/" + hackathon.id()));
            pages.add(page);
        }

        organizer.getByLabel("Title", exactly()).fill("Leave the hall");
        organizer.getByLabel("Text", exactly()).fill("Now, and by the south door.");
        organizer.getByLabel("Priority", exactly()).selectOption("URGENT");
        button(organizer, "Publish").click();

        pages.forEach(page -> assertThat(banner(page)).isVisible(PATIENTLY));
        assertThat(organizer.getByText("0 of 10 have seen it")).isVisible(PATIENTLY);
        var byKeyboard = pages.getFirst();
        byKeyboard.keyboard().press("Tab");
        var gotIt = button(byKeyboard, "Got it");
        for (int i = 0; i < 40 && !isFocused(gotIt); i++) {
            byKeyboard.keyboard().press("Tab");
        }
        byKeyboard.keyboard().press("Enter");
        assertThat(banner(byKeyboard)).isHidden();
        pages.subList(1, 4).forEach(page -> button(page, "Got it").click());
        assertThat(organizer.getByText("4 of 10 have seen it")).isVisible(PATIENTLY);

        byKeyboard.reload();
        pages.get(5).reload();
        assertThat(banner(pages.get(5))).isVisible(PATIENTLY);
        assertThat(banner(byKeyboard)).isHidden();
    }

    @Test
    void aWithdrawalCanBeUndone() {
        var hackathon = open();
        var organizer = signedIn(hackathon.organizer());
        organizer.navigate(browsers.url("/hackathons/" + hackathon.id() + "/announcements"));
        organizer.getByLabel("Title", exactly()).fill("Lunch at noon");
        organizer.getByLabel("Text", exactly()).fill("Soup.");
        button(organizer, "Publish").click();
        var card = Browsers.announced(organizer, "Lunch at noon");
        assertThat(card).isVisible();

        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw"))
                .click();
        assertThat(card).isHidden();
        button(organizer, "Undo").click();
        assertThat(card).isVisible();
    }

    @Test
    void theDashboardFollowsWhatHappens() {
        var hackathon = open();
        var organizer = signedIn(hackathon.organizer());
        organizer.navigate(browsers.url("/hackathons/" + hackathon.id() + "/organize/dashboard"));
        assertThat(organizer.getByText("Nobody has registered yet")).isVisible(PATIENTLY);

        scenario.registered("early", hackathon);

        assertThat(organizer.locator("hh-chart[label='Registrations over time'] .chart__said"))
                .containsText("1 person", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }

    private static Scenario.Hackathon open() {
        var hackathon = scenario.draft(50, Instant.now().plusSeconds(3600));
        verifyByApi(hackathon.organization());
        scenario.transition(hackathon, "PUBLISHED");
        scenario.awaitStatus(hackathon, "REGISTRATION_OPEN");
        return hackathon;
    }

    private static void verifyByApi(String organization) {
        scenario.signIn(ADMIN_MAIL, Scenario.PASSWORD)
                .api()
                .post("/organizations/verify", Map.of("organizationId", organization, "status", "VERIFIED"))
                .ok();
    }

    /// As an admin does, in a browser.
    private static void verify(String name) {
        var page = browsers.guest();
        page.navigate(browsers.url("/sign-in"));
        page.locator("[name=email]").fill(ADMIN_MAIL);
        page.locator("[name=password]").fill(Scenario.PASSWORD);
        page.locator("form button.button--primary").first().click();
        page.waitForURL(Pattern.compile("^(?!.*sign-in).*$"));
        page.navigate(browsers.url("/admin"));
        var card = page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name));
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Verify"))
                .click();
        assertThat(page.getByText(name + " is verified.")).isVisible();
    }

    private static Page signedIn(Person person) {
        var page = browsers.guest();
        browsers.enter(page, person);
        return page;
    }

    private static Locator banner(Page page) {
        return page.locator(".urgent", new Page.LocatorOptions().setHasText("Leave the hall"));
    }

    private static boolean isFocused(Locator locator) {
        return (Boolean) locator.evaluate("it => it === document.activeElement");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
