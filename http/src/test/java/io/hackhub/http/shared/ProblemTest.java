package io.hackhub.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void theSlugsAreThoseOfTheContract() {
        assertThat(Arrays.stream(Problem.values()).map(Problem::slug)).hasSameElementsAs(ProblemContract.slugs());
    }
}
