package io.hackhub.load.result;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// What many runs of one comparison amount to. Ratios are taken in each round, between runs that were made one after
/// the other, and only then the median: what slows the machine down for a while slows both down.
public final class Pairs {

    private final List<Result> runs;

    /// @param runs of one set, scenario and pinning
    public Pairs(List<Result> runs) {
        this.runs = runs.stream().filter(Result::counts).toList();
    }

    /// Of all runs of `contestant` that are not void.
    public Optional<Double> median(String contestant, String figure) {
        return median(values(contestant, figure));
    }

    public double[] values(String contestant, String figure) {
        return of(contestant, figure).mapToDouble(it -> it.figure(figure)).toArray();
    }

    private java.util.stream.Stream<Result> of(String contestant, String figure) {
        return runs.stream()
                .filter(it -> it.contestant().equals(contestant))
                .filter(it -> it.figures().containsKey(figure));
    }

    /// The median over the rounds of `contestant` in relation to `other`.
    public Optional<Double> ratio(String contestant, String other, String figure) {
        return median(of(contestant, figure)
                .flatMapToDouble(mine -> of(other, figure)
                        .filter(it -> it.round() == mine.round())
                        .mapToDouble(it -> mine.figure(figure) / it.figure(figure))
                        .filter(Double::isFinite))
                .toArray());
    }

    /// Of an even number the mean of the two in the middle.
    static Optional<Double> median(double[] values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        var sorted = DoubleStream.of(values).sorted().toArray();
        int middle = sorted.length / 2;
        return Optional.of(
                sorted.length % 2 == 1
                        ? sorted[middle]
                        : Arrays.stream(sorted, middle - 1, middle + 1)
                                .average()
                                .orElseThrow());
    }
}
