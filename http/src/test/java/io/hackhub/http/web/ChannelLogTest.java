package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules by which events are applied: each once, in order, none lost.
class ChannelLogTest extends ModuleTest {

    private static final String LOG = """
            const { ChannelLog } = await load("live/log.js");
            const log = new ChannelLog();
            const seen = [];
            const give = (...seqs) => { for (const seq of seqs) seen.push(...log.apply({ seq }).map((it) => it.seq)); };
            """;

    @Test
    void eventsInOrderAreShownAtOnce() {
        assertThat(run(LOG + "log.startAt(5); give(5, 6, 7); return seen;")).isEqualTo(List.of(5, 6, 7));
    }

    @Test
    void whatWasThereAlreadyIsDropped() {
        assertThat(run(LOG + "log.startAt(5); give(5, 6, 6, 5, 4, 6, 7); return seen;"))
                .isEqualTo(List.of(5, 6, 7));
    }

    @Test
    void whatComesTooEarlyWaitsForTheGapToBeFilled() {
        assertThat(run(LOG
                        + "log.startAt(1); give(1, 4, 5, 3); const early = [...seen]; give(2); return [early, seen];"))
                .isEqualTo(List.of(List.of(1), List.of(1, 2, 3, 4, 5)));
    }

    @Test
    void theGapIsWhatIsMissingBeforeTheEarliest() {
        assertThat(run(LOG + "log.startAt(1); give(1, 2, 9, 6); return log.gap;"))
                .isEqualTo(Map.of("from", 3, "to", 5));
    }

    @Test
    void oneRepairAsksForFiveHundredEventsAtMost() {
        assertThat(run(LOG + "log.startAt(1); give(1, 2000); return log.gap;")).isEqualTo(Map.of("from", 2, "to", 501));
    }

    @Test
    void withoutAGapThereIsNothingToRepair() {
        assertThat(run(LOG + "log.startAt(1); give(1, 2); return log.gap;")).isNull();
    }

    @Test
    void startingAnewForgetsWhatWasBuffered() {
        assertThat(run(LOG + "log.startAt(1); give(1, 5); log.startAt(3); give(3, 4); return [seen, log.cursor];"))
                .isEqualTo(List.of(List.of(1, 3, 4), 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void howeverEventsAreShuffledAndDoubledEachIsShownOnceAndInOrder(int seed) {
        var shown = run(LOG + """
                let state = %d * 2654435761 >>> 0;
                const random = () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
                const seqs = Array.from({ length: 200 }, (_, i) => i + 1);
                const sent = [...seqs, ...seqs.filter(() => random() < 0.3)].sort(() => random() - 0.5);
                log.startAt(1);
                give(...sent);
                return seen.length === 200 && seen.every((seq, i) => seq === i + 1) && log.gap === null;
                """.formatted(seed));

        assertThat(shown).as("seed %d", seed).isEqualTo(true);
    }
}
