package io.hackhub.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void ratiosAreTakenWithinARoundBeforeTheMedian() {
        var pairs = new Pairs(List.of(
                run(1, "a", 100), run(1, "b", 50),
                run(2, "a", 10), run(2, "b", 5),
                run(3, "a", 60), run(3, "b", 20)));

        assertThat(pairs.median("a", "f")).hasValue(60.0);
        assertThat(pairs.ratio("a", "b", "f")).hasValue(2.0);
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Pairs.median(new double[] {4, 1, 3, 2})).hasValue(2.5);
        assertThat(Pairs.median(new double[] {})).isEmpty();
    }

    @Test
    void aVoidRunCountsNeitherForTheMedianNorForARatio() {
        var pairs = new Pairs(List.of(run(1, "a", 100), run(1, "b", 50), dropped(2, "a"), run(2, "b", 1)));

        assertThat(pairs.median("a", "f")).hasValue(100.0);
        assertThat(pairs.ratio("a", "b", "f")).hasValue(2.0);
    }

    @Test
    void ofManySetsTheLastQuietOneIsTold() {
        var quiet = run("1", true, 1, "a", 1, null);
        var noisy = run("2", false, 1, "a", 2, null);

        assertThat(new Latest(List.of(quiet, noisy)).of("s", true)).containsExactly(quiet);
        assertThat(new Latest(List.of(noisy)).of("s", true)).containsExactly(noisy);
        assertThat(new Latest(List.of(noisy)).of("s", false)).isEmpty();
    }

    private static Result run(int round, String contestant, double value) {
        return run("1", true, round, contestant, value, null);
    }

    private static Result dropped(int round, String contestant) {
        return run("1", true, round, contestant, 7, "void: a delivery was lost");
    }

    private static Result run(
            String set, boolean quiet, int round, String contestant, double value, @Nullable String dropped) {
        return new Result(
                set,
                "2026-01-01T00:00:00Z",
                "abc",
                2,
                Map.of(),
                "s",
                true,
                round,
                contestant,
                quiet,
                dropped,
                Map.of("f", value),
                null);
    }
}
