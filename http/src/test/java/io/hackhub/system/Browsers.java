package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.hackhub.http.web.Chrome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The people in front of a running HackHub: a browser context each, closed after each test, which fails where one of
/// their pages had an error that was not expected. All tests share one browser.
final class Browsers implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static Optional<Chrome> chrome = Optional.empty();

    private final Supplier<Instance> opening;
    private final boolean shared;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private Predicate<String> expected = _ -> false;
    private Optional<Instance> instance = Optional.empty();

    private Browsers(Supplier<Instance> opening, boolean shared) {
        this.opening = opening;
        this.shared = shared;
    }

    /// In front of the demo that all tests share.
    static Browsers onDemo() {
        return new Browsers(Instance::demo, true);
    }

    /// In front of a HackHub of this test's own, with these settings.
    static Browsers onOwn(Map<String, String> settings) {
        return new Browsers(() -> Instance.start(settings), false);
    }

    /// In front of one that the test itself starts and ends, as it closes their pages.
    static Browsers at(Instance instance) {
        var browsers = new Browsers(() -> instance, true);
        browsers.instance = Optional.of(instance);
        return browsers;
    }

    /// What a browser prints is no fault where this holds.
    Browsers expecting(Predicate<String> errors) {
        expected = errors;
        return this;
    }

    /// As they print it while there is no server: that is none of the page's errors.
    static boolean unreachable(String error) {
        return error.contains("Failed to load resource")
                || error.contains("WebSocket connection")
                || error.contains("net::ERR_");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser();
        instance = Optional.of(opening.get());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        closePages(expected);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!shared) {
            instance.ifPresent(Instance::close);
        }
    }

    private static synchronized Browser browser() {
        if (chrome.isEmpty()) {
            var started = Chrome.start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            chrome = Optional.of(started);
        }
        return chrome.orElseThrow().browser();
    }

    Instance instance() {
        return instance.orElseThrow();
    }

    Program program() {
        return instance().program();
    }

    String url(String path) {
        return program().base() + path;
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
        var context = browser().newContext(options);
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

    /// An announcement in the list. As long as its publishing is under way, who writes it may have it before their
    /// eyes twice: the form still shows how it will look.
    static Locator announced(Page page, String title) {
        return page.locator("hh-announcements [aria-live]")
                .getByRole(AriaRole.ARTICLE)
                .filter(new Locator.FilterOptions().setHasText(title));
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
}
