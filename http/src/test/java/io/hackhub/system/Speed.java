package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

/// Limits in milliseconds. They hold on a quiet machine, so that they are asserted only where somebody measures
/// (`http/speed`, `-Dhackhub.speed=true`); everywhere else the figures are printed.
final class Speed {

    static final boolean MEASURED = Boolean.getBoolean("hackhub.speed");

    private Speed() {}

    static void atMost(double limitMs, double tookMs, String what) {
        if (MEASURED) {
            assertThat(tookMs).as(what).isLessThanOrEqualTo(limitMs);
        }
    }
}
