package io.hackhub.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two people in a team room, a browser each: what one does the other sees, without loading a page again.
class ChatIT {

    @RegisterExtension
    static final Browsers browsers = Browsers.onDemo();

    private static Scenario scenario;
    private static Scenario.Hackathon hackathon;

    private Scenario.Team team;
    private Scenario.Person mate;
    private Page ada;
    private Page bob;

    @BeforeAll
    static void start() {
        scenario = new Scenario(browsers.program().base());
        hackathon = scenario.open(500, Instant.now().plus(Duration.ofHours(2)));
    }

    @BeforeEach
    void twoInARoom() {
        team = scenario.team(hackathon, scenario.registered("ada", hackathon));
        mate = scenario.member("bob", hackathon, team);
        ada = in(team.leader());
        bob = in(mate);
    }

    @Test
    void whatIsSaidEditedAnsweredAndReactedToIsOnBothScreens() {
        Browsers.write(ada, "Is the **map** done?");
        said(bob, "Is the map done?").hover();
        tool(bob, "Reply").click();
        Browsers.write(bob, "Almost");
        assertThat(said(ada, "Almost").locator(".message__reply")).containsText("Is the map done?");

        said(ada, "Almost").hover();
        tool(ada, "React").click();
        ada.getByLabel("Search emoji").fill("rocket");
        ada.keyboard().press("Enter");
        assertThat(said(bob, "Almost").locator(".reaction", inside("🚀"))).isVisible();

        Browsers.composer(bob).press("ArrowUp");
        bob.getByLabel("Edit message").fill("It is done");
        bob.keyboard().press("Enter");
        assertThat(said(ada, "It is done")).containsText("edited");
        assertThat(Browsers.composer(bob)).isFocused();
    }

    @Test
    void whoIsNamedIsCompletedAndSeesIt() {
        Browsers.composer(ada).pressSequentially("Ask @bob");
        assertThat(ada.getByRole(AriaRole.LISTBOX)).isVisible();
        assertThat(Browsers.composer(ada)).hasAttribute("aria-activedescendant", "chat-suggestions-0");
        Browsers.composer(ada).press("Tab");
        Browsers.composer(ada).pressSequentially(":tad");
        assertThat(ada.getByRole(AriaRole.OPTION).first()).containsText("party");
        Browsers.composer(ada).press("Enter");
        Browsers.composer(ada).press("Enter");

        assertThat(bob.locator(".message--calls")).containsText("Ask @" + mate.username() + " 🎉");
        assertThat(bob.locator(".mention--me")).isVisible();
        assertThat(ada.locator(".message--calls")).hasCount(0);
    }

    @Test
    void whatIsDeletedCanBeTakenBackForAWhile() {
        Browsers.write(ada, "To stay");
        Browsers.write(ada, "To go");
        for (var text : List.of("To stay", "To go")) {
            said(ada, text).hover();
            tool(ada, "Delete").click();
            assertThat(said(ada, text)).hasClass(Pattern.compile(".*message--leaving.*"));
            if (text.equals("To stay")) {
                ada.getByText("Undo").click();
                assertThat(said(ada, text)).not().hasClass(Pattern.compile(".*message--leaving.*"));
            }
        }

        assertThat(bob.getByText("This message was deleted."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        assertThat(said(bob, "To stay")).isVisible();
    }

    @Test
    void whatIsPinnedStandsAboveAndIsFoundFromThere() {
        Browsers.write(bob, "The password of the wifi is on the wall");
        said(ada, "wifi").hover();
        tool(ada, "Pin").click();
        assertThat(bob.locator(".chat-bar__pinned")).containsText("password of the wifi");
        bob.locator(".chat-bar__pinned").click();
        assertThat(said(bob, "wifi")).isFocused();

        ada.getByText("Undo").click();
        assertThat(bob.locator(".chat-bar__pinned")).hasCount(0);
    }

    @Test
    void everythingWorksByKeyboardAlone() {
        Browsers.write(bob, "First");
        Browsers.write(bob, "Second");
        said(ada, "Second").waitFor();
        Browsers.composer(ada).focus();
        ada.keyboard().press("Shift+Tab");
        ada.keyboard().press("ArrowUp");
        assertThat(said(ada, "Second")).isFocused();
        ada.keyboard().press("ArrowUp");
        assertThat(said(ada, "First")).isFocused();

        ada.keyboard().press("+");
        assertThat(ada.getByLabel("Search emoji")).isFocused();
        ada.keyboard().type("fire");
        ada.keyboard().press("Enter");
        assertThat(said(bob, "First").locator(".reaction", inside("🔥"))).isVisible();
        assertThat(said(ada, "First")).isFocused();

        ada.keyboard().press("r");
        ada.keyboard().type("An answer");
        ada.keyboard().press("Enter");
        assertThat(said(bob, "An answer").locator(".message__reply")).containsText("First");

        ada.keyboard().press("ArrowUp");
        ada.keyboard().type(", better");
        ada.keyboard().press("Enter");
        assertThat(said(bob, "An answer, better")).isVisible();

        ada.keyboard().press("Control+f");
        ada.keyboard().type("second");
        assertThat(ada.locator(".chat-search__count")).hasText("1 of 1");
        ada.keyboard().press("Escape");
        assertThat(Browsers.composer(ada)).isFocused();
    }

    @Test
    void whatIsBegunIsKeptAndAMessagesLinkLeadsToIt() {
        Browsers.write(bob, "Look here");
        var id = said(ada, "Look here").getAttribute("data-id");
        Browsers.composer(ada).fill("Half a thought");
        ada.navigate(browsers.url("/teams/" + team.id() + "#m-" + id));
        ada.reload();
        assertThat(Browsers.composer(ada)).hasValue("Half a thought");
        assertThat(said(ada, "Look here")).isFocused();
    }

    @Test
    void aLinkLeadsToAMessageThatTheServerHasYetToSend() {
        Browsers.write(bob, "Look here");
        var id = said(ada, "Look here").getAttribute("data-id");
        var heldBack = new ArrayList<Runnable>();
        var late = browsers.guest();
        browsers.enter(late, team.leader());
        late.routeWebSocket(
                Pattern.compile(".*/live"),
                socket -> socket.connectToServer().onMessage(frame -> {
                    if (frame.text().contains("message.posted")) {
                        heldBack.add(() -> socket.send(frame.text()));
                    } else {
                        socket.send(frame.text());
                    }
                }));
        late.navigate(browsers.url("/teams/" + team.id() + "#m-" + id));
        late.getByText("Looking for the message").waitFor();
        late.waitForCondition(() -> !heldBack.isEmpty());
        heldBack.forEach(Runnable::run);
        assertThat(said(late, "Look here")).isFocused();
    }

    @Test
    void axeFindsNothingInARoom() {
        Browsers.write(ada, "```js\nconst answer = 42; // a comment\n```");
        Browsers.write(bob, "@" + team.leader().username() + " nice");
        said(ada, "nice").hover();
        Browsers.composer(ada).pressSequentially("@b");
        ada.locator(".suggestions").waitFor();
        ada.locator(".code__keyword").waitFor();

        assertThat(Axe.violations(ada)).isEmpty();
    }

    private static Page in(Scenario.Person person, String path) {
        var page = browsers.guest();
        browsers.enter(page, person);
        page.navigate(browsers.url(path));
        Browsers.composer(page).waitFor();
        return page;
    }

    private Page in(Scenario.Person person) {
        return in(person, "/teams/" + team.id());
    }

    /// The message with this text, once the log has it.
    private static Locator said(Page page, String text) {
        return page.locator("article[data-id]")
                .filter(new Locator.FilterOptions().setHas(page.locator(".message__text", hasText(text))));
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator.LocatorOptions inside(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    private static Locator tool(Page page, String name) {
        return page.locator(".message__tools").getByLabel(name, new Locator.GetByLabelOptions().setExact(true));
    }
}
