package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A tab that stays open while fifty messages a second arrive: what it holds does not grow. For half a minute; thirty
/// with `-Dhackhub.heap.minutes=30`.
class HeapIT {

    private static final int MESSAGES_A_SECOND = 50;
    private static final int WRITERS = 5;
    private static final long WARM_UP_MICROS = 5000;

    /// The writers' tokens end after 15.
    private static final int TOKEN_MINUTES = 10;

    /// The log has been as long as it may get, and has been cut.
    private static final String FULL = "() => document.querySelector('hh-chat').room.first > 1000";

    @RegisterExtension
    static final Browsers browsers = Browsers.onDemo();

    @Test
    void theHeapOfATabWithTrafficDoesNotGrow() {
        var minutes = Double.parseDouble(System.getProperty("hackhub.heap.minutes", "0.5"));
        var scenario = new Scenario(browsers.program().base());
        var hackathon = scenario.open(100);
        var reader = scenario.registered("reader", hackathon);
        var channel = "hackathon/" + hackathon.id() + "/chat";
        var sent = new AtomicInteger();
        var page = browsers.guest();
        browsers.enter(page, reader);
        page.navigate(browsers.url("/hackathons/" + hackathon.id() + "/chat"));
        Browsers.composer(page).waitFor();
        var cdp = page.context().newCDPSession(page);

        var people = Stream.generate(() -> scenario.registered("writer", hackathon))
                .limit(WRITERS)
                .toList();
        var lives = new AtomicReference<>(connected(people));
        try (var clock = Executors.newScheduledThreadPool(WRITERS)) {
            IntConsumer write = number -> post(lives.get().get(number % WRITERS), channel, number);
            var filling = clock.scheduleAtFixedRate(
                    () -> write.accept(sent.incrementAndGet()), 0, WARM_UP_MICROS, TimeUnit.MICROSECONDS);
            page.waitForFunction(FULL, null, new Page.WaitForFunctionOptions().setTimeout(120_000));
            filling.cancel(false);
            sent.set(0);
            var shown = last(page);
            var _ = clock.scheduleAtFixedRate(
                    () -> write.accept(sent.incrementAndGet()),
                    0,
                    1_000_000L / MESSAGES_A_SECOND,
                    TimeUnit.MICROSECONDS);
            var before = heap(cdp);
            var start = Instant.now();
            var end = start.plusMillis((long) (minutes * 60_000));
            for (int minute = 1; Instant.now().isBefore(end); minute++) {
                page.waitForTimeout((double) Math.min(
                        60_000, 1 + Duration.between(Instant.now(), end).toMillis()));
                System.out.printf("heap after %s, %d messages: %.1f MB%n", since(start), sent.get(), heap(cdp) / 1e6);
                if (minute % TOKEN_MINUTES == 0) {
                    lives.getAndSet(connected(
                                    people.stream().map(scenario::signInAgain).toList()))
                            .forEach(LiveClient::close);
                }
            }
            var after = heap(cdp);
            var read = last(page) - shown;
            System.out.printf(
                    "heap: %.1f MB once the log was full, %.1f MB after %s more with %d messages sent, %d read%n",
                    before / 1e6, after / 1e6, since(start), sent.get(), read);
            assertThat(read).isGreaterThan(1000).isGreaterThan(sent.get() * 9 / 10);
            assertThat(after).isLessThan(before * 1.1 + 1e6);
        }
        lives.get().forEach(LiveClient::close);
    }

    private static List<LiveClient> connected(List<Scenario.Person> people) {
        return people.stream()
                .map(it -> LiveClient.connect(browsers.program().live(), it.token()))
                .toList();
    }

    private static int last(Page page) {
        return (int) page.evaluate("document.querySelector('hh-chat').room.last");
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
