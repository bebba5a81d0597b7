package io.hackhub.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramTest {

    private final Histogram histogram = new Histogram();

    @Test
    void thereAreNoPercentilesOfNothing() {
        assertThat(histogram.percentile(0.99)).isZero();
    }

    @Test
    void aPercentileIsTheValueThatSoManyDoNotExceed() {
        for (int i = 1; i <= 1_000; i++) {
            histogram.add(i * 1_000_000L);
        }

        assertThat(histogram.percentile(0.5)).isEqualTo(500, within(500 / 64.0));
        assertThat(histogram.percentile(0.99)).isEqualTo(990, within(990 / 64.0));
        assertThat(histogram.percentile(1)).isEqualTo(1_000);
    }

    @Test
    void oneValueIsEveryPercentile() {
        histogram.add(7_654_321);

        assertThat(histogram.percentile(0.5)).isEqualTo(7.654321);
        assertThat(histogram.percentile(0.99)).isEqualTo(7.654321);
    }

    @Test
    void minutesFit() {
        histogram.add(600_000_000_000L);

        assertThat(histogram.percentile(0.5)).isEqualTo(600_000);
    }
}
