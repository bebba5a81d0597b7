package io.hackhub.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Without a network, without a server, after sleep: the client shows what it had, says how things stand, sends what
/// was typed once and comes back by itself.
class OfflineIT {

    private static final String CHAT = "/hackathons/govtech-hackathon-2023/chat";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);

    @RegisterExtension
    static final Browsers browsers = Browsers.onOwn(Map.of()).expecting(Browsers::unreachable);

    @Test
    void itOpensFromCacheWithoutAServerAndGoesOnWhenThereIsOne() {
        var page = person("participant");
        page.navigate(browsers.url(CHAT));
        Browsers.write(page, "Before the server went away.");
        assertThat(sent(page, "Before the server went away.")).isVisible();
        awaitWorker(page);
        page.waitForCondition(() -> kept(page).contains("Before the server went away."));
        browsers.program().kill();

        page.reload();
        assertThat(sent(page, "Before the server went away.")).isVisible(PATIENTLY);
        assertThat(page.locator(".connection")).isVisible(PATIENTLY);
        assertThat(page.locator(".connection"))
                .containsText(Pattern.compile("No connection|Connecting|You are offline"));
        assertThat(page.locator(".connection")).containsText("This is how it was at");
        Browsers.write(page, "Typed while there was no server.");
        assertThat(page.locator("hh-pending-message")).containsText("Typed while there was no server.");
        assertThat(page.locator(".connection")).containsText("1 is sent once you are back");
        page.reload();
        assertThat(page.locator("hh-pending-message")).containsText("Typed while there was no server.");

        browsers.instance().again();
        assertThat(sent(page, "Typed while there was no server.")).isVisible(PATIENTLY);
        assertThat(page.locator("hh-pending-message")).hasCount(0);
        var other = person("organizer");
        other.navigate(browsers.url(CHAT));
        assertThat(other.getByText("Typed while there was no server.")).hasCount(1);
        assertThat(page.getByText("Typed while there was no server.")).hasCount(1);
    }

    @Test
    void aProjectOpensFromTheDeviceAndIsSavedWhenTheServerIsBack() {
        var page = person("participant");
        page.navigate(browsers.url("/"));
        var team = page.locator("a[href^='/teams/']", new Page.LocatorOptions().setHasText("RestructFeedback"))
                .first()
                .getAttribute("href");
        page.navigate(browsers.url(team + "/project"));
        var description = page.locator("hh-project-form textarea[name=description]");
        description.waitFor();
        awaitWorker(page);
        browsers.program().kill();

        description.fill("Written on the train.");
        assertThat(page.locator(".draft-status--offline")).isVisible(PATIENTLY);
        page.reload();
        assertThat(description)
                .hasValue("Written on the train.", new LocatorAssertions.HasValueOptions().setTimeout(40_000));

        browsers.instance().again();
        // The page may be made anew by the connection's return, and then finds it saved.
        assertThat(page.locator(".draft-status--saved, .draft-status--clean:not(:empty)"))
                .isVisible(PATIENTLY);
        var elsewhere = person("participant");
        elsewhere.navigate(browsers.url(team + "/project"));
        assertThat(elsewhere.locator("hh-project-form textarea[name=description]"))
                .hasValue("Written on the train.");
    }

    @Test
    void whatWasTypedOfflineIsSentOnceWhenTheNetworkIsBack() {
        var page = person("participant");
        var other = person("organizer");
        page.navigate(browsers.url(CHAT));
        other.navigate(browsers.url(CHAT));
        Browsers.composer(page).waitFor();
        Browsers.composer(other).waitFor();

        page.context().setOffline(true);
        assertThat(page.locator(".connection")).containsText("You are offline.");
        Browsers.write(page, "From the train, one.");
        Browsers.write(page, "From the train, two.");
        page.context().setOffline(false);

        for (var each : new Page[] {page, other}) {
            assertThat(sent(each, "From the train, one.")).isVisible(PATIENTLY);
            assertThat(sent(each, "From the train, two.")).isVisible(PATIENTLY);
        }
        page.waitForTimeout(1000);
        for (var each : new Page[] {page, other}) {
            assertThat(each.getByText("From the train, one.")).hasCount(1);
            assertThat(each.getByText("From the train, two.")).hasCount(1);
        }
        assertThat(page.locator(".connection")).hasCount(0);
    }

    @Test
    void whoeverSignsOutLeavesNothingBehind() {
        var page = person("participant");
        page.navigate(browsers.url(CHAT));
        Browsers.write(page, "Not for those who sit here next.");
        assertThat(sent(page, "Not for those who sit here next.")).isVisible();
        page.waitForCondition(() -> kept(page).contains("Not for those who sit here next."));
        var second = page.context().newPage();
        second.navigate(browsers.url(CHAT));
        Browsers.composer(second).waitFor();

        page.locator(".top-bar__me").click();
        page.getByText("Sign out").click();
        page.locator("a[href^='/sign-in']").first().waitFor();
        second.locator("a[href^='/sign-in']").first().waitFor();
        page.waitForTimeout(500);

        assertThat(kept(page))
                .doesNotContain("Not for those who sit here next.")
                .doesNotContain("\"users/me");
        assertThat(page.evaluate("localStorage.getItem('hackhub.user')")).isNull();
    }

    @Test
    void afterSleepTheTokenIsRenewedAndTheClientComesBackByItself() {
        var page = page();
        page.clock().install();
        browsers.enterDemo(page, "participant");
        page.navigate(browsers.url(CHAT));
        Browsers.composer(page).waitFor();
        awaitWorker(page);
        var other = person("organizer");
        other.navigate(browsers.url(CHAT));
        Browsers.composer(other).waitFor();
        var renewals = new int[1];
        page.onRequestFinished(request -> renewals[0] += request.url().endsWith("/auth/refresh") ? 1 : 0);

        page.context().setOffline(true);
        Browsers.write(other, "Said while you slept.");
        page.clock().fastForward(Duration.ofMinutes(20).toMillis());
        page.context().setOffline(false);
        page.clock().runFor(10_000);

        assertThat(sent(page, "Said while you slept.")).isVisible(PATIENTLY);
        Browsers.write(page, "Awake again.");
        assertThat(sent(other, "Awake again.")).isVisible(PATIENTLY);
        assertThat(renewals[0]).isPositive();
        assertThat(page.getByText("Said while you slept.")).hasCount(1);
    }

    private static Locator sent(Page page, String text) {
        return page.locator("article[data-id]").getByText(text);
    }

    private static Page page() {
        return browsers.page(1440, 900, options -> options.setServiceWorkers(ServiceWorkerPolicy.ALLOW));
    }

    private static Page person(String role) {
        var page = page();
        browsers.enterDemo(page, role);
        return page;
    }

    /// The worker is there, and has all its files.
    private static void awaitWorker(Page page) {
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    }

    /// Everything that this browser keeps in IndexedDB, as text.
    private static String kept(Page page) {
        return (String) page.evaluate("""
                () => new Promise((resolve, reject) => {
                  const request = indexedDB.open("hackhub");
                  request.onerror = () => reject(request.error);
                  request.onsuccess = async () => {
                    const database = request.result, found = [];
                    for (const name of database.objectStoreNames) {
                      found.push(await new Promise((done) => { const all = database.transaction(name).objectStore(name).getAll(); all.onsuccess = () => done(all.result); }));
                    }
                    database.close();
                    resolve(JSON.stringify(found));
                  };
                })
                """);
    }
}
