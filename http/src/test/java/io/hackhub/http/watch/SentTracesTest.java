package io.hackhub.http.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hackhub.core.room.RoomWatch.Stages;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Traces on their way to a collector, over a real socket.
class SentTracesTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void aCommandIsFollowedFromItsArrivalToTheSockets() throws Exception {
        try (var collector = new Collector()) {
            var traces = to(collector.endpoint(), 1);
            var span = Objects.requireNonNull(traces.begin("live command"));
            var way = new Stages(NINE, NINE.plusMillis(1), NINE.plusMillis(3), NINE.plusMillis(4));
            traces.room(span.trace(), way);
            traces.fanOut(span.trace(), NINE.plusMillis(4), NINE.plusMillis(6), 12);
            span.with("hackhub.outcome", "acked").end(false);
            traces.close();

            assertThat(collector.spans())
                    .extracting(Collector.Span::name)
                    .containsExactlyInAnyOrder("live command", "room", "journal commit", "fan-out");
            var root = span(collector, "live command");
            var room = span(collector, "room");
            var commit = span(collector, "journal commit");
            var fanOut = span(collector, "fan-out");
            assertThat(span.trace()).isEqualTo("00-%s-%s-01".formatted(root.trace(), root.id()));
            assertThat(collector.spans()).allMatch(it -> it.trace().equals(root.trace()));
            assertThat(root.parent()).isEmpty();
            assertThat(root.with()).isEqualTo(Map.of("hackhub.outcome", "acked"));
            assertThat(room.parent()).isEqualTo(root.id());
            assertThat(millis(room)).isEqualTo(4);
            assertThat(commit.parent()).isEqualTo(room.id());
            assertThat(millis(commit)).isEqualTo(2);
            assertThat(fanOut.parent()).isEqualTo(root.id());
            assertThat(fanOut.with()).isEqualTo(Map.of("hackhub.readers", "12"));
            assertThat(collector.resources())
                    .contains("service.name=hackhub", "service.version=1.2.3", "service.instance.id=here:7355");
        }
    }

    @Test
    void thePartThatIsTracedIsAboutAsLargeAsWasChosen() throws Exception {
        try (var collector = new Collector()) {
            var traces = to(collector.endpoint(), 0.1);
            long traced = IntStream.range(0, 10_000)
                    .filter(_ -> traces.begin("x") != null)
                    .count();
            traces.close();

            assertThat(traced).isBetween(800L, 1_200L);
        }
    }

    @Test
    void nothingIsTracedAtNoughtOrWhereTracesAreOff() throws Exception {
        try (var collector = new Collector()) {
            assertThat(to(collector.endpoint(), 0).begin("x")).isNull();
        }
        assertThat(Traces.OFF.begin("x")).isNull();
    }

    @Test
    void aCollectorThatIsAwayHurtsNobody() {
        var traces = to(URI.create("http://127.0.0.1:9"), 1);
        Objects.requireNonNull(traces.begin("x")).end(true);

        assertThatCode(traces::close).doesNotThrowAnyException();
    }

    private static Collector.Span span(Collector collector, String name) {
        return collector.spans().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Traces to(URI endpoint, double ratio) {
        return SentTraces.to(endpoint, ratio, "1.2.3", "here:7355", new SplittableRandom(1));
    }

    private static long millis(Collector.Span span) {
        return (span.ended() - span.began()) / 1_000_000;
    }
}
