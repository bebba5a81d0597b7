package io.hackhub.core.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.UUID;

/// How JSON from and to clients is read and written, REST and live alike: unknown fields are ignored, known ones are
/// strictly typed (no number from a string, no null for a primitive), sizes are bounded. Absent optionals are
/// left out, a map's null values are kept.
public final class JsonMapper {

    private static final int MAX_NESTING = 64;
    private static final int MAX_STRING = 100_000;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_NUMBER = 100;

    private JsonMapper() {}

    /// A mapper of its own; safe to share between threads.
    public static ObjectMapper create() {
        return strict(com.fasterxml.jackson.databind.json.JsonMapper.builder(JsonFactory.builder()
                                .streamReadConstraints(StreamReadConstraints.builder()
                                        .maxNestingDepth(MAX_NESTING)
                                        .maxStringLength(MAX_STRING)
                                        .maxNameLength(MAX_NAME)
                                        .maxNumberLength(MAX_NUMBER)
                                        .build())
                                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                                .build())
                        .addModule(new JavaTimeModule())
                        .addModule(new SimpleModule().addDeserializer(UUID.class, new CanonicalUuid())))
                .build();
    }

    private static com.fasterxml.jackson.databind.json.JsonMapper.Builder strict(
            com.fasterxml.jackson.databind.json.JsonMapper.Builder mapper) {
        return mapper.defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /// Jackson's own also takes Base64.
    private static final class CanonicalUuid extends FromStringDeserializer<UUID> {
        CanonicalUuid() {
            super(UUID.class);
        }

        @Override
        public UUID deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return Uuids.parse(json.getText());
            } catch (IllegalArgumentException notOne) {
                throw context.weirdStringException(json.getText(), UUID.class, "expected: 8-4-4-4-12 hex digits");
            }
        }

        @Override
        protected UUID _deserialize(String text, DeserializationContext context) {
            return Uuids.parse(text);
        }
    }
}
