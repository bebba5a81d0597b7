package io.hackhub.http.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.http.watch.Operations.Alert;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// That the metrics named here are there is for OperationsIT to see, on a running program.
class OperationsTest {

    static List<Alert> alerts() {
        return Operations.alerts();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void eachAlertHasAHeadingThatSaysWhatToDo(Alert alert) {
        assertThat(Operations.handbook().lines()).contains("### " + alert.name());
    }

    @Test
    void noHeadingIsLeftOfAnAlertThatIsNoMore() {
        assertThat(Operations.handbook().lines().filter(line -> line.startsWith("### HackHub")))
                .hasSameSizeAs(alerts());
    }

    @Test
    void namesAreFoundInQueries() {
        assertThat(Operations.metrics("histogram_quantile(0.99, sum by (le) (rate(a_bucket{code=~\"x|y\"}[5m]))) > 0.5"
                        + " and max(b_total) != c"))
                .containsExactly("a_bucket", "b_total", "c");
        assertThat(Operations.panels()).hasSizeGreaterThan(30);
    }
}
