package io.hackhub.http.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;

/// Tests of single modules of the client where they run: in a browser, each as it lies in the source, under the page's
/// own policy. The
/// program itself is kept from starting; a script imports what it wants by the module's address in the source.
abstract class ModuleTest {

    private static final List<String> COMPLAINTS = new ArrayList<>();
    private static WebServer server;
    private static Chrome chrome;
    protected static Page page;

    @BeforeAll
    static void start() {
        chrome = Chrome.start();
        server = WebServer.source(ClientSource.FOLDER);
        page = chrome.browser().newPage();
        page.onPageError(COMPLAINTS::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                COMPLAINTS.add(message.text());
            }
        });
        page.route(
                "**/assets/app/main.*.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody("")));
        page.navigate(server.at("/").toString());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            chrome.close();
            server.close();
        }
    }

    @AfterEach
    void nothingToComplainAbout() {
        var complaints = List.copyOf(COMPLAINTS);
        COMPLAINTS.clear();
        Assertions.assertEquals(List.of(), complaints, "what the browser complained about");
    }

    /// Runs a function's body that may `await`, with `load(path)` to import modules; answers what it returns.
    protected Object run(String body) {
        return page.evaluate("async () => { const load = (path) => import('/assets/' + path); " + body + " }");
    }
}
