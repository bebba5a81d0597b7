package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A hackathon's page, whose sections are loaded when they are looked at.
class HackathonPageTest extends ModuleTest {

    @Test
    void aSectionThatCannotBeLoadedIsNotAskedForUntilSomebodyTriesAgain() {
        page.route(
                "**/assets/hackathon/about.*.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody("globalThis.asked = true; throw new Error('gone');")));

        assertThat(run("""
                const complain = console.error;
                let complaints = 0;
                console.error = () => complaints++;
                await load("hackathon/hackathon-page.js");
                const shown = document.createElement("hh-hackathon-page");
                shown.load = async () => {};
                shown.hackathon = { id: "h", slug: "h", title: "H", status: "CANCELLED", counts: {}, resources: {}, startDate: "2026-05-01T08:00:00Z", endDate: "2026-05-02T08:00:00Z" };
                document.body.append(shown);
                const retry = () => [...shown.querySelectorAll("button")].find((it) => it.textContent === "Try again");
                const frames = async (count) => { for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame); };
                for (let i = 0; i < 100 && !retry(); i++) await frames(1);
                await frames(20);
                const before = complaints;
                retry()?.click();
                await frames(20);
                console.error = complain;
                shown.remove();
                return [globalThis.asked, before, complaints];
                """)).isEqualTo(List.of(true, 1, 2));
    }
}
