package io.hackhub.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMapperTest {

    private static final ObjectMapper JSON = JsonMapper.create();
    private static final UserId ADA = UserId.of("00000000-0000-0001-0000-000000000001");

    private enum Colour {
        RED
    }

    private record Everything(
            UserId id, int count, @Nullable String note, Instant at, Colour colour) {}

    @Test
    void readsAndWritesWhatWeSpeak() throws Exception {
        var value = new Everything(ADA, 3, null, Instant.parse("2026-03-01T09:00:00Z"), Colour.RED);
        var json =
                "{\"id\":\"00000000-0000-0001-0000-000000000001\",\"count\":3,\"at\":\"2026-03-01T09:00:00Z\",\"colour\":\"RED\"}";

        assertThat(JSON.writeValueAsString(value)).isEqualTo(json);
        assertThat(JSON.readValue(json, Everything.class)).isEqualTo(value);
    }

    @Test
    void unknownFieldsAreIgnored() throws Exception {
        assertThat(JSON.readValue("{\"value\":1,\"later\":{}}", Amount.class).value())
                .isEqualTo(1);
    }

    private record Amount(int value) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":\"1\"}",
                "{\"value\":null}",
                "{\"value\":1.5}",
                "{\"value\":true}",
                "{}",
                "{\"value\":1} x",
                "{\"value\":1,\"value\":2}",
                "[1]"
            })
    void aNumberIsANumber(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Amount.class)).isInstanceOf(JsonProcessingException.class);
    }

    private record Text(String value) {}

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":1}", "{\"value\":true}", "{\"value\":{}}"})
    void aTextIsAText(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Text.class)).isInstanceOf(JsonProcessingException.class);
    }

    private record Id(UUID value) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"value\":\"AAAAAAAAAAEAAAAAAAAAAQ==\"}", "{\"value\":\"1-1-1-1-1\"}", "{\"value\":\"\"}"})
    void anIdIsACanonicalUuid(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Id.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void depthAndLengthHaveBounds() {
        assertThatThrownBy(() -> JSON.readTree("[".repeat(100) + "]".repeat(100)))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> JSON.readTree("\"" + "x".repeat(100_001) + "\""))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aMapsNullsAreKept() throws Exception {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("abstained", null);

        assertThat(JSON.writeValueAsString(map)).isEqualTo("{\"abstained\":null}");
    }

    @Test
    void emojiAreWrittenAsTheyAre() throws Exception {
        assertThat(JSON.writeValueAsBytes("👍")).hasSize(6);
    }
}
