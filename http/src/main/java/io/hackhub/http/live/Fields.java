package io.hackhub.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Attachment;
import io.hackhub.core.shared.Texts;
import io.hackhub.core.shared.Uuids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object, strictly typed: what is there has the right type and is within its bounds, or
/// [BadField] says what is wrong.
final class Fields {

    private static final int MAX_LINK_TITLE = 200;
    private static final int MAX_LINKS = 10;
    private static final int MAX_EMOJI = 32;

    /// Says which field is not as it should be.
    static final class BadField extends RuntimeException {

        private final RefusalCode code;
        private final String pointer;
        private final String fault;

        BadField(RefusalCode code, String pointer, String fault) {
            super(pointer + " " + fault, null, false, false);
            this.code = code;
            this.pointer = pointer;
            this.fault = fault;
        }

        RefusalCode code() {
            return code;
        }

        /// Which field, as a JSON pointer.
        String pointer() {
            return pointer;
        }

        String fault() {
            return fault;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private final JsonNode object;
    private final String pointer;

    Fields(JsonNode object) {
        this(object, "");
    }

    private Fields(JsonNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /// Text of 1 to `max` characters (code points) that is more than white space.
    String text(String name, int max) {
        var text = optionalText(name, max);
        if (text == null || text.isBlank()) {
            throw bad(name, "text that is not blank");
        }
        return text;
    }

    @Nullable String optionalText(String name, int max) {
        if (!has(name)) {
            return null;
        }
        if (!object.path(name).isTextual()) {
            throw bad(name, "text");
        }
        var text = object.path(name).textValue();
        if (!Texts.isClean(text)) {
            throw bad(name, "text without NUL and half surrogate pairs");
        }
        if (Texts.isLonger(text, max)) {
            throw tooLarge(name, "may have at most %d characters".formatted(max));
        }
        return text;
    }

    long whole(String name, long min) {
        var number = optionalWhole(name, min);
        if (number == null) {
            throw bad(name, "a whole number");
        }
        return number;
    }

    @Nullable Long optionalWhole(String name, long min) {
        if (!has(name)) {
            return null;
        }
        var node = object.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min) {
            throw bad(name, "a whole number from %d".formatted(min));
        }
        return node.longValue();
    }

    boolean flag(String name) {
        if (!object.path(name).isBoolean()) {
            throw bad(name, "true or false");
        }
        return object.path(name).booleanValue();
    }

    UUID uuid(String name) {
        var uuid = optionalUuid(name);
        if (uuid == null) {
            throw bad(name, "a UUID");
        }
        return uuid;
    }

    @Nullable UUID optionalUuid(String name) {
        if (!has(name)) {
            return null;
        }
        try {
            return Uuids.parse(object.path(name).isTextual() ? object.path(name).textValue() : "");
        } catch (IllegalArgumentException notOne) {
            throw bad(name, "a UUID");
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, object.path(name).asText(""));
        } catch (IllegalArgumentException none) {
            throw bad(name, "one of " + List.of(type.getEnumConstants()));
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E standard) {
        return has(name) ? choice(name, type) : standard;
    }

    String emoji(String name) {
        var emoji = text(name, MAX_EMOJI);
        if (emoji.codePoints().anyMatch(point -> Character.isWhitespace(point) || Character.isISOControl(point))) {
            throw bad(name, "an emoji");
        }
        return emoji;
    }

    List<Attachment> attachments(String name) {
        if (!has(name)) {
            return List.of();
        }
        var list = object.path(name);
        if (!list.isArray()) {
            throw bad(name, "a list");
        }
        if (list.size() > MAX_LINKS) {
            throw tooLarge(name, "may have at most %d entries".formatted(MAX_LINKS));
        }
        var attachments = new ArrayList<Attachment>();
        for (var node : list) {
            var link = new Fields(node, "%s/%s/%d".formatted(pointer, name, attachments.size()));
            attachments.add(new Attachment(link.text("title", MAX_LINK_TITLE), link.url("url")));
        }
        return attachments;
    }

    /// Absent is empty.
    Fields optionalObject(String name) {
        return has(name) ? object(name) : new Fields(JsonNodeFactory.instance.objectNode(), pointer + "/" + name);
    }

    Fields object(String name) {
        if (!object.path(name).isObject()) {
            throw bad(name, "an object");
        }
        return new Fields(object.path(name), pointer + "/" + name);
    }

    JsonNode node() {
        return object;
    }

    private String url(String name) {
        var text = text(name, Texts.MAX_URL);
        if (!Texts.isWebAddress(text)) {
            throw bad(name, "an http(s) URL without user info");
        }
        return text;
    }

    BadField bad(String name, String expected) {
        return new BadField(RefusalCode.BAD_REQUEST, pointer + "/" + name, "has to be " + expected);
    }

    BadField tooLarge(String name, String bound) {
        return new BadField(RefusalCode.TOO_LARGE, pointer + "/" + name, bound);
    }
}
