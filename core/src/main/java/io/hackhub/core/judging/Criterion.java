package io.hackhub.core.judging;

/// One line of the rubric: what is looked at, how much it weighs and which marks it takes. An optional one may be
/// abstained from.
public record Criterion(String key, String name, double weight, double min, double max, boolean optional) {

    boolean takes(double mark) {
        return mark >= min && mark <= max;
    }

    /// The mark as a share of what could be had, 0 to 1.
    double share(double mark) {
        return (mark - min) / (max - min);
    }
}
