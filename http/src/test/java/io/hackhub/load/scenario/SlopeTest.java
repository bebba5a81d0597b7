package io.hackhub.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlopeTest {

    @Test
    void theSlopeOfALineIsFoundThroughItsNoise() {
        var slope = new Slope();
        slope.add(1_000, 100 + 12_000 + 5);
        slope.add(5_000, 100 + 60_000 - 5);
        slope.add(10_000, 100 + 120_000 - 5);
        slope.add(15_000, 100 + 180_000 + 5);

        assertThat(slope.value()).isEqualTo(12, within(0.01));
    }
}
