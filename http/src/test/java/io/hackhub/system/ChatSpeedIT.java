package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A long and busy room in a browser: how many rows are in the page is asserted, how long a frame and a key take is
/// printed, and held to a limit where somebody measures (`Speed`; there the room has 10,000 messages).
class ChatSpeedIT {

    private static final int MESSAGES = Speed.MEASURED ? 10_000 : 2_000;
    private static final int MOST_ROWS = 250;
    private static final int IN_FLIGHT = 8;
    private static final double LONGEST_FRAME_MS = 50;
    private static final double SLOWEST_INTERACTION_MS = 200;
    private static final List<String> TEXTS = List.of(
            "Short one.",
            "Some words that go on a little longer, so that a narrow page has to break them into two lines or three.",
            "With **bold**, `code` and a [link](https://example.org).",
            "- one\n- two\n- three",
            "```sql\nselect canton, count(*) from stations group by canton order by 2 desc;\n```",
            "ok",
            "> quoted\n\nand answered");

    private static final String FRAMES = """
            async ([distance, times]) => {
              const log = document.querySelector(".chat-log");
              const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
              const took = [];
              let rows = 0, before = await frame();
              for (let i = 0; i < times; i++) {
                log.scrollTop += distance;
                const now = await frame();
                took.push(now - before);
                before = now;
                rows = Math.max(rows, document.querySelectorAll(".window__row").length);
              }
              took.sort((a, b) => a - b);
              return { longest: took.at(-1), p99: took[Math.floor(took.length * 0.99)], median: took[took.length >> 1], rows };
            }
            """;

    @RegisterExtension
    static final Browsers browsers = Browsers.onDemo();

    private static Scenario scenario;
    private static Scenario.Team team;
    private static Scenario.Person writer;

    @BeforeAll
    static void start() {
        scenario = new Scenario(browsers.program().base());
        var hackathon = scenario.open(50, Instant.now().plus(Duration.ofHours(2)));
        team = scenario.team(hackathon, scenario.registered("reader", hackathon));
        writer = scenario.member("writer", hackathon, team);
        fill();
    }

    @Test
    void aLongRoomScrollsWithFewRowsInThePage() {
        var page = room();
        page.evaluate("""
                async () => {
                  const { room } = document.querySelector("hh-chat");
                  const log = document.querySelector(".chat-log");
                  while (room.hasOlder) {
                    log.scrollTop = 0;
                    await new Promise((resolve) => requestAnimationFrame(resolve));
                  }
                }
                """);
        assertThat((int) page.evaluate("document.querySelector('hh-chat').room.messages.items.length"))
                .isGreaterThanOrEqualTo(MESSAGES);

        page.evaluate("document.querySelector('.chat-log').scrollTop = 0");
        page.waitForTimeout(500);
        measure(page, "reading down, 120 px a frame", 120, 400);
        measure(page, "flinging down, 900 px a frame", 900, 300);
        measure(page, "flinging up, 900 px a frame", -900, 200);
        measure(page, "jumping, 20000 px a frame", -20_000, 20);
        measure(page, "jumping, 20000 px a frame", 20_000, 40);
        page.context().close();
    }

    @Test
    void typingStaysQuickWhileFiftyMessagesASecondArrive() throws Exception {
        var page = room();
        page.evaluate("""
                window.took = [];
                new PerformanceObserver((list) => list.getEntries().forEach((it) => it.interactionId && took.push(it.duration)))
                  .observe({ type: "event", durationThreshold: 16, buffered: true });
                """);
        var before = count(page);
        try (var live = LiveClient.connect(browsers.program().live(), writer.token());
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            var posting = clock.scheduleAtFixedRate(() -> acknowledged(post(live, 2)), 0, 20, TimeUnit.MILLISECONDS);
            Browsers.composer(page)
                    .pressSequentially(
                            "While others write, one wants to see what one types at once, letter by letter, and nothing else. "
                                    .repeat(2),
                            new Locator.PressSequentiallyOptions().setDelay(50));
            posting.cancel(false);
        }
        page.waitForTimeout(1000);

        var slowest = ((Number) page.evaluate("Math.max(0, ...took)")).doubleValue();
        System.out.printf(
                "ChatSpeedIT: typing while %d messages came: slowest interaction %.0f ms%n",
                count(page) - before, slowest);
        Speed.atMost(SLOWEST_INTERACTION_MS, slowest, "typing");
        assertThat(count(page)).isGreaterThan(before + 100);
        assertThat((int) page.evaluate("document.querySelectorAll('.window__row').length"))
                .isLessThan(MOST_ROWS);
        page.context().close();
    }

    private static Page room() {
        var page = browsers.guest();
        browsers.enter(page, team.leader());
        page.navigate(browsers.url("/teams/" + team.id()));
        Browsers.composer(page).waitFor();
        return page;
    }

    private static int count(Page page) {
        return (int) page.evaluate("document.querySelector('hh-chat').room.last");
    }

    private static void measure(Page page, String how, int distance, int times) {
        @SuppressWarnings("unchecked")
        var took = (Map<String, Number>) page.evaluate(FRAMES, List.of(distance, times));
        System.out.printf(
                "ChatSpeedIT: %s: median %.1f ms, p99 %.1f ms, longest %.1f ms; %d rows in the page%n",
                how, number(took, "median"), number(took, "p99"), number(took, "longest"), (int) number(took, "rows"));
        assertThat(number(took, "rows")).isBetween(5.0, (double) MOST_ROWS);
        Speed.atMost(LONGEST_FRAME_MS, number(took, "longest"), how);
    }

    private static double number(Map<String, Number> took, String name) {
        return took.getOrDefault(name, 0).doubleValue();
    }

    private static void fill() {
        try (var live = LiveClient.connect(browsers.program().live(), writer.token())) {
            var underWay = new ArrayDeque<CompletableFuture<JsonNode>>();
            for (int i = 0; i < MESSAGES; i++) {
                underWay.add(post(live, i));
                if (underWay.size() == IN_FLIGHT) {
                    acknowledged(underWay.remove());
                }
            }
            underWay.forEach(ChatSpeedIT::acknowledged);
        }
    }

    private static void acknowledged(CompletableFuture<JsonNode> answer) {
        assertThat(LiveClient.type(LiveClient.await(answer))).isEqualTo("ack");
    }

    private static CompletableFuture<JsonNode> post(LiveClient live, int i) {
        var text = TEXTS.get(i % TEXTS.size()) + (i % 7 == 4 ? "" : " " + i);
        return live.command(team.chat(), World.cid(), "message.post", Map.of("text", text));
    }
}
