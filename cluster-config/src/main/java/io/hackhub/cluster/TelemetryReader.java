package io.hackhub.cluster;

import io.hackhub.cluster.Settings.Tracing;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What an operator chose about logs and traces. Logging reads its own variables by itself, before anything else runs,
/// and takes what it does not know for its default; here they are only checked.
final class TelemetryReader {

    private static final String ENDPOINT = "HACKHUB_OTLP_ENDPOINT";
    private static final double RATIO = 0.01;

    private final Variables variables;

    TelemetryReader(Variables variables) {
        this.variables = variables;
    }

    void checkLog() {
        oneOf("HACKHUB_LOG", "trace, debug, info, warn or error", "trace", "debug", "info", "warn", "error");
        oneOf("HACKHUB_LOG_FORMAT", "text or json", "text", "json");
    }

    private void oneOf(String name, String expected, String... values) {
        variables.read(
                name, "", expected, value -> List.of(values).contains(value) ? Optional.of(value) : Optional.empty());
    }

    /// Empty: nothing is traced.
    Optional<Tracing> tracing() {
        double ratio = variables.read("HACKHUB_TRACE_RATIO", RATIO, "a number from 0 to 1", TelemetryReader::ratio);
        return variables.text(ENDPOINT).flatMap(this::address).map(endpoint -> new Tracing(endpoint, ratio));
    }

    private static Optional<Double> ratio(String text) {
        return text.matches("0|1|[01]?\\.[0-9]{1,9}")
                ? Optional.of(Double.valueOf(text)).filter(it -> it <= 1)
                : Optional.empty();
    }

    private Optional<URI> address(String text) {
        var address = parse(text);
        if (address.isEmpty()) {
            variables.error(ENDPOINT, text, "an http or https address, as in http://collector:4318");
        }
        return address;
    }

    private static Optional<URI> parse(String text) {
        try {
            var uri = URI.create(text);
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            return List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null && plain
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
