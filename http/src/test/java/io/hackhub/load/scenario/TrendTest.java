package io.hackhub.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {

    private static final List<Double> MINUTES =
            IntStream.rangeClosed(1, 30).mapToObj(it -> (double) it).toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aPlantedLeakGrowsThroughItsNoise(long seed) {
        var trend = heap(seed, minute -> 60 + minute * 20 / 60);

        assertThat(trend.grows()).as("seed %d: %s", seed, trend).isTrue();
        assertThat(trend.perHour()).isCloseTo(20, within(8.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noiseAloneDoesNotGrow(long seed) {
        assertThat(heap(seed, _ -> 60).grows()).as("seed %d", seed).isFalse();
    }

    @Test
    void whatFillsUpInTheFirstHalfDoesNotGrow() {
        assertThat(heap(1, minute -> Math.min(60, 10 + minute * 5)).grows()).isFalse();
    }

    @Test
    void whatGrowsByATrifleOfManyDoesNotGrow() {
        assertThat(trend(Measure.HEAP, minute -> 1_000 + minute).grows()).isFalse();
        assertThat(trend(Measure.FILES, minute -> 10 + minute / 10).grows()).isFalse();
    }

    @Test
    void aLeakedFileEachTenSecondsGrows() {
        assertThat(trend(Measure.FILES, minute -> 60 + minute * 6).grows()).isTrue();
    }

    @Test
    void anOutlierAtTheEndIsNoGrowth() {
        assertThat(trend(Measure.PENDING, minute -> minute == 30 ? 1e6 : 5_000).grows())
                .isFalse();
    }

    @Test
    void fewSamplesTellNothing() {
        var trend = Trend.of(Measure.HEAP, List.of(1.0, 2.0, 3.0), List.of(1.0, 100.0, 1_000.0));

        assertThat(trend.isKnown()).isFalse();
        assertThat(trend.grows()).isFalse();
        assertThat(trend.verdict()).isEqualTo("too few samples");
    }

    private static Trend heap(long seed, DoubleUnaryOperator of) {
        var random = new SplittableRandom(seed);
        return trend(Measure.HEAP, minute -> of.applyAsDouble(minute) + random.nextDouble(-1, 1));
    }

    private static Trend trend(Measure measure, DoubleUnaryOperator of) {
        return Trend.of(
                measure, MINUTES, MINUTES.stream().map(of::applyAsDouble).toList());
    }
}
