package io.hackhub.http.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.JsonMapper;
import io.hackhub.http.live.ClientFrame.Invalid;
import io.hackhub.http.live.ClientFrame.Malformed;
import io.hackhub.http.live.Fields.BadField;
import org.jspecify.annotations.Nullable;

/// From a frame's text to a [ClientFrame]. Throws nothing: whatever comes, there is an answer to it.
final class FrameParser {

    /// Numbers that JavaScript counts exactly.
    private static final long MAX_ID = (1L << 53) - 1;

    private static final int MAX_CHANNEL = 200;
    private static final int MAX_TOKEN = 16_384;
    private static final int MOST_REPAIRED = 500;
    private static final ObjectMapper MAPPER = JsonMapper.create();

    private FrameParser() {}

    static ClientFrame parse(String text) {
        JsonNode frame;
        try {
            frame = MAPPER.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return new Malformed("not JSON that can be read");
        }
        if (!frame.isObject()) {
            return new Malformed("not an object");
        }
        if (!frame.path("type").isTextual()) {
            return new Malformed("no type");
        }
        var id = frame.path("id");
        if (!id.isMissingNode() && (!id.isIntegralNumber() || !inRange(id))) {
            return new Malformed("id is no whole number");
        }
        return typed(frame.path("type").textValue(), id.isMissingNode() ? null : id.longValue(), new Fields(frame));
    }

    private static boolean inRange(JsonNode id) {
        return id.canConvertToLong() && id.longValue() >= 0 && id.longValue() <= MAX_ID;
    }

    private static ClientFrame typed(String type, @Nullable Long id, Fields frame) {
        try {
            return switch (type) {
                case "auth" -> new ClientFrame.Auth(frame.optionalText("token", MAX_TOKEN));
                case "subscribe" ->
                    new ClientFrame.Subscribe(number(id, frame), channel(frame), frame.optionalWhole("since", 0));
                case "unsubscribe" -> new ClientFrame.Unsubscribe(number(id, frame), channel(frame));
                case "repair" -> repair(number(id, frame), frame);
                case "who" -> new ClientFrame.Who(number(id, frame), channel(frame));
                case "command" -> CommandParser.parse(id, channel(frame), frame);
                default -> new Invalid(id, RefusalCode.BAD_REQUEST, "type: unknown");
            };
        } catch (BadField bad) {
            return new Invalid(id, bad.code(), bad.reason());
        }
    }

    private static ClientFrame repair(long id, Fields frame) {
        var from = frame.whole("from", 1);
        var to = frame.whole("to", from);
        if (to - from >= MOST_REPAIRED) {
            throw frame.bad("to", "at most %d events".formatted(MOST_REPAIRED));
        }
        if (channel(frame) instanceof Channel.Log log) {
            return new ClientFrame.Repair(id, log, from, to);
        }
        throw frame.bad("channel", "a channel that is a log");
    }

    private static Channel channel(Fields frame) {
        return Channel.parse(frame.text("channel", MAX_CHANNEL))
                .orElseThrow(() -> new BadField(RefusalCode.NOT_FOUND, "/channel", "is not there"));
    }

    private static long number(@Nullable Long id, Fields frame) {
        if (id == null) {
            throw frame.bad("id", "a number of the client's own");
        }
        return id;
    }
}
