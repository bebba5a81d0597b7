package io.hackhub.core.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Objects;

/// One encoded wire frame (UTF-8 JSON), made once and shared by all who send it. Nobody writes into [#array].
public final class Bytes {

    private final byte[] array;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Bytes(byte[] array) {
        this.array = Objects.requireNonNull(array);
    }

    public static Bytes of(String text) {
        return new Bytes(text.getBytes(UTF_8));
    }

    @JsonValue
    public byte[] array() {
        return array;
    }

    public int length() {
        return array.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
