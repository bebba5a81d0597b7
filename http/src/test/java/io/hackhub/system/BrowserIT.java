package io.hackhub.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Real browsers on the running program's demo: one context a person, and no page is ever loaded again.
class BrowserIT {

    private static final String RUNNING = "/hackathons/govtech-hackathon-2023";

    @RegisterExtension
    static final Browsers browsers = Browsers.onDemo();

    @Test
    void aMessageTypedInOneBrowserIsOnTheOthersScreen() {
        var participant = browsers.demo("participant");
        var mentor = browsers.demo("mentor");
        participant.navigate(browsers.url("/"));
        var room = teamRoom(participant);
        mentor.navigate(browsers.url(room));

        Browsers.write(participant, "Is anybody at the table?");
        assertThat(mentor.getByText("Is anybody at the table?")).isVisible();
        Browsers.write(mentor, "On my way.");
        assertThat(participant.getByText("On my way.")).isVisible();

        assertThat(participant.getByText("Is anybody at the table?").count()).isEqualTo(1);
        assertThat(mentor.getByText("On my way.").count()).isEqualTo(1);
    }

    @Test
    void anAnnouncementIsOnTenOpenPages() {
        var pages = new ArrayList<Page>();
        for (int i = 0; i < 10; i++) {
            var page = browsers.guest();
            page.navigate(browsers.url(RUNNING + "/announcements"));
            assertThat(page.getByText("Welcome!").first()).isVisible();
            pages.add(page);
        }
        var organizer = browsers.demo("organizer");
        organizer.navigate(browsers.url(RUNNING + "/announcements"));
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
    void somebodyNewSignsUpAndRegisters() {
        var page = browsers.page(390, 844, _ -> {});
        page.navigate(browsers.url("/sign-up"));
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
        Browsers.composer(page).waitFor();
        return page.url().replaceFirst("^https?://[^/]+", "");
    }
}
