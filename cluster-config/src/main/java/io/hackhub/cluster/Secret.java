package io.hackhub.cluster;

import java.nio.charset.StandardCharsets;

/// A password or key. Its `toString` hides it, so that no log line or exception can show it by accident.
public record Secret(String value) {

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
