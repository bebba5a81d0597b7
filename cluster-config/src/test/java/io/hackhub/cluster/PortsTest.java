package io.hackhub.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"HACKHUB_HTTP_PORT", "HACKHUB_LIVE_PORT", "HACKHUB_MANAGEMENT_PORT", "HACKHUB_CLUSTER_PORT"})
    void aTakenPortIsNamed(String variable) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var taken = Integer.toString(other.getLocalPort());
            var reason = catchThrowableOfType(CannotStart.class, () -> Ports.check(settings(Map.of(variable, taken))));

            assertThat(reason.exitCode()).isEqualTo(78);
            assertThat(reason.lines())
                    .singleElement()
                    .asString()
                    .startsWith("%s: '%s' (expected: a port that is free on 127.0.0.1".formatted(variable, taken));
        }
    }

    @Test
    void twoOfOursCannotHaveTheSamePort() {
        var port = Integer.toString(Ports.free());
        var settings = settings(Map.of("HACKHUB_HTTP_PORT", port, "HACKHUB_LIVE_PORT", port));

        var reason = catchThrowableOfType(CannotStart.class, () -> Ports.check(settings));

        assertThat(reason.lines()).singleElement().asString().startsWith("HACKHUB_LIVE_PORT: '" + port);
    }

    @Test
    void afterTheCheckThePortsAreFreeAgain() {
        var settings = settings(Map.of());

        Ports.check(settings);
        Ports.check(settings);
    }

    private static Settings settings(Map<String, String> more) {
        var variables = new HashMap<>(Map.of(
                "HACKHUB_HTTP_PORT", "0",
                "HACKHUB_LIVE_PORT", "0",
                "HACKHUB_MANAGEMENT_PORT", "0",
                "HACKHUB_CLUSTER_PORT", "0"));
        variables.putAll(more);
        return Settings.read(variables);
    }
}
