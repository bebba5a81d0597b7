package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.hackhub.http.web.Chrome;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The people in front of a running HackHub: a browser context each, and what went wrong in any of their pages.
final class Browsers implements AutoCloseable {

    private final Chrome chrome;
    private final URI base;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    Browsers(URI base) {
        this.chrome = Chrome.start();
        this.base = base;
    }

    String url(String path) {
        return base + path;
    }

    /// Somebody signed out, at a desk.
    Page guest() {
        return page(1440, 900, _ -> {});
    }

    Page page(int width, int height, Consumer<Browser.NewContextOptions> more) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setLocale("en-GB");
        more.accept(options);
        var context = chrome.browser().newContext(options);
        contexts.add(context);
        var page = context.newPage();
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /// A browser of its own, signed in at one click as one of the demo's people.
    Page demo(String role) {
        var page = guest();
        enterDemo(page, role);
        return page;
    }

    void enterDemo(Page page, String role) {
        page.navigate(url("/sign-in"));
        page.locator(".demo__person", new Page.LocatorOptions().setHasText(role))
                .click();
        page.waitForURL(Pattern.compile("^(?!.*sign-in).*$"));
    }

    /// As somebody whom a scenario made.
    void enter(Page page, Scenario.Person person) {
        enter(page, person.username() + "@example.org", Scenario.PASSWORD);
    }

    void enter(Page page, String email, String password) {
        page.navigate(url("/sign-in"));
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(password);
        page.locator("form button.button--primary").first().click();
        page.waitForURL(Pattern.compile("^(?!.*sign-in).*$"));
    }

    static Locator composer(Page page) {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }

    static void write(Page page, String text) {
        var box = composer(page);
        box.fill(text);
        box.press("Enter");
    }

    /// Waits until nothing is being loaded.
    static void settle(Page page) {
        page.waitForCondition(() -> page.locator("main *").count() > 0
                && page.locator(".skeleton:not([aria-hidden]), [role=status][class$=coming]")
                                .count()
                        == 0);
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => null)");
    }

    /// Closes all pages; fails where one had an error that is not among the `expected`.
    void closePages(Predicate<String> expected) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        errors.removeIf(expected);
        var complaints = List.copyOf(errors);
        errors.clear();
        assertThat(complaints).as("what the browsers complained about").isEmpty();
    }

    @Override
    public void close() {
        chrome.close();
    }
}
