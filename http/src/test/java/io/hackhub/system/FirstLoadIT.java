package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How heavy the hackathon page is for somebody who has never been here, and how soon it is there on a slow machine.
class FirstLoadIT {

    /// As much as may go over the wire: a hall full of phones on one access point.
    private static final int MOST_BYTES = 150_000;
    private static final int SLOWER = 4;

    /// What counts as good for a phone: <https://web.dev/articles/fcp>, <https://web.dev/articles/tti>.
    private static final double PAINTED_MS = 1800;

    private static final double INTERACTIVE_MS = 3800;
    private static final String PAGE = "/hackathons/govtech-hackathon-2023";

    /// From before the page's own scripts run: what took longer than 50 ms, and when the content was painted.
    private static final String WATCH = """
            globalThis.seen = { longest: 0, end: 0, count: 0, fcp: 0 };
            new PerformanceObserver((list) => { for (const it of list.getEntries()) {
              seen.count++; seen.longest = Math.max(seen.longest, it.duration); seen.end = Math.max(seen.end, it.startTime + it.duration);
            } }).observe({ type: "longtask", buffered: true });
            new PerformanceObserver((list) => { for (const it of list.getEntries()) if (it.name === "first-contentful-paint") seen.fcp = it.startTime; })
              .observe({ type: "paint", buffered: true });
            """;

    @RegisterExtension
    static final Browsers browsers = Browsers.onDemo();

    @Test
    void theHackathonPageIsLight() {
        var page = browsers.guest();
        var cdp = page.context().newCDPSession(page);
        var bytes = transferred(cdp);
        open(page);

        var total = bytes.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf("first load: %d responses, %,d bytes over the wire%n", bytes.size(), total);
        bytes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(12)
                .forEach(it -> System.out.printf("  %,7d %s%n", it.getValue(), it.getKey()));
        assertThat(total).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    @EnabledIfSystemProperty(named = "hackhub.speed", matches = "true")
    void itIsThereSoonOnASlowMachine() {
        var page = browsers.guest();
        var slow = new JsonObject();
        slow.addProperty("rate", SLOWER);
        page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", slow);
        page.addInitScript(WATCH);
        open(page);

        var paintedMs = number(page, "seen.fcp");
        var interactiveMs = number(page, "Math.max(seen.end, seen.fcp)");
        System.out.printf(
                "first load, CPU %d times slower: first contentful paint %.0f ms, interactive %.0f ms, longest task %.0f ms%n",
                SLOWER, paintedMs, interactiveMs, number(page, "seen.longest"));
        Speed.atMost(PAINTED_MS, paintedMs, "first contentful paint");
        Speed.atMost(INTERACTIVE_MS, interactiveMs, "time to interactive");
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static void open(Page page) {
        page.navigate(browsers.url(PAGE));
        page.locator("h1").first().waitFor();
        page.waitForTimeout(4000);
    }

    /// The bytes of each response as they come in, headers and all.
    private static Map<String, Long> transferred(CDPSession cdp) {
        var addresses = new TreeMap<String, String>();
        var bytes = new TreeMap<String, Long>();
        cdp.on(
                "Network.responseReceived",
                event -> addresses.put(
                        event.get("requestId").getAsString(),
                        event.getAsJsonObject("response").get("url").getAsString()));
        cdp.on("Network.loadingFinished", event -> {
            var id = event.get("requestId").getAsString();
            bytes.merge(
                    addresses.getOrDefault(id, id),
                    event.get("encodedDataLength").getAsLong(),
                    Long::sum);
        });
        cdp.send("Network.enable");
        return bytes;
    }
}
