package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tab that stays open while fifty messages a second arrive: what it holds does not grow. For half a minute; thirty
/// with `-Dhackhub.heap.minutes=30`.
class HeapIT {

    private static final int MESSAGES_A_SECOND = 50;
    private static final int WRITERS = 5;
    /// Until the log is as long as it may get.
    private static final Duration WARM_UP = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    private static Program program;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        program = Program.start(
                folder.resolve("data"),
                Program.Ports.free(),
                Map.of("HACKHUB_RATE_LIMITS", "off", "HACKHUB_DEMO", "false"));
        program.awaitReady();
        browsers = new Browsers(program.base());
    }

    @AfterAll
    static void stop() {
        browsers.close();
        program.close();
    }

    @Test
    void theHeapOfATabWithTrafficDoesNotGrow() {
        var minutes = Double.parseDouble(System.getProperty("hackhub.heap.minutes", "0.5"));
        var scenario = new Scenario(program.base());
        var hackathon = scenario.open(100);
        var reader = scenario.registered("reader", hackathon);
        var channel = "hackathon/" + hackathon.id() + "/chat";
        var sent = new AtomicInteger();
        var page = browsers.guest();
        browsers.enter(page, reader);
        page.navigate(browsers.url("/hackathons/" + hackathon.id() + "/chat"));
        Browsers.composer(page).waitFor();
        var cdp = page.context().newCDPSession(page);

        try (var writers = Executors.newScheduledThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                var live = LiveClient.connect(
                        program.live(), scenario.registered("writer", hackathon).token());
                var _ = writers.scheduleAtFixedRate(
                        () -> post(live, channel, sent.incrementAndGet()),
                        0,
                        1_000_000L * WRITERS / MESSAGES_A_SECOND,
                        TimeUnit.MICROSECONDS);
            }
            page.waitForTimeout((double) WARM_UP.toMillis());
            var before = heap(cdp);
            var start = Instant.now();
            var end = start.plusMillis((long) (minutes * 60_000));
            while (Instant.now().isBefore(end)) {
                page.waitForTimeout((double) Math.min(
                        60_000, 1 + Duration.between(Instant.now(), end).toMillis()));
                System.out.printf("heap after %s, %d messages: %.1f MB%n", since(start), sent.get(), heap(cdp) / 1e6);
            }
            var after = heap(cdp);
            System.out.printf(
                    "heap: %.1f MB after %s of warm-up, %.1f MB after %s more with %d messages%n",
                    before / 1e6, WARM_UP, after / 1e6, since(start), sent.get());
            assertThat(sent.get()).isGreaterThan(1000);
            assertThat(after).isLessThan(before * 1.25 + 3e6);
        }
        browsers.closePages(_ -> false);
    }

    private static void post(LiveClient live, String channel, int number) {
        var text = "Message %d, about as long as one is.".formatted(number);
        var _ = live.command(channel, World.cid(), "message.post", Map.of("text", text));
    }

    private static Duration since(Instant start) {
        return Duration.ofSeconds(Duration.between(start, Instant.now()).toSeconds());
    }

    private static double heap(CDPSession cdp) {
        cdp.send("HeapProfiler.enable");
        cdp.send("HeapProfiler.collectGarbage");
        cdp.send("HeapProfiler.collectGarbage");
        return cdp.send("Runtime.getHeapUsage").get("usedSize").getAsDouble();
    }
}
