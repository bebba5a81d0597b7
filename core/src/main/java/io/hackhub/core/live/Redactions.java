package io.hackhub.core.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hackhub.core.shared.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// How an event takes text back out of encoded frames: `message.deleted` that of one message, `user.erased` that of one
/// author, name included. The frame keeps its seq.
public final class Redactions {

    public static final String DELETED = "message.deleted";
    public static final String ERASED = "user.erased";

    private static final List<String> WITH_TEXT = List.of("message.posted", "message.edited");
    private static final ObjectMapper JSON = JsonMapper.create();

    private Redactions() {}

    static boolean takesBack(EventFrame frame) {
        return frame.kind().equals(DELETED) || frame.kind().equals(ERASED);
    }

    /// `frame` as it reads once `by` has happened.
    static EventFrame apply(EventFrame by, EventFrame frame) {
        if (!WITH_TEXT.contains(frame.kind())) {
            return frame;
        }
        if (by.kind().equals(DELETED) && Objects.equals(by.messageId(), frame.messageId())) {
            return redacted(frame, false);
        }
        return by.kind().equals(ERASED) && Objects.equals(by.userId(), frame.userId()) ? redacted(frame, true) : frame;
    }

    /// A page with what its own later events take back taken out.
    public static List<EventFrame> within(List<EventFrame> page) {
        var result = page;
        for (var frame : page) {
            if (takesBack(frame)) {
                result = result.stream()
                        .map(earlier -> earlier.seq() < frame.seq() ? apply(frame, earlier) : earlier)
                        .toList();
            }
        }
        return result;
    }

    private static EventFrame redacted(EventFrame frame, boolean nameToo) {
        try {
            var root = (ObjectNode) JSON.readTree(frame.json().array());
            var data = (ObjectNode) root.get("data");
            data.putNull("text").put("deleted", true).remove("attachments");
            if (data.has("mentions")) {
                data.putArray("mentions");
            }
            if (nameToo && data.get("author") instanceof ObjectNode author) {
                author.put("username", "deleted").put("fullName", "Deleted user");
            }
            var json = new Bytes(JSON.writeValueAsBytes(root));
            return new EventFrame(frame.seq(), frame.kind(), frame.messageId(), frame.userId(), json);
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }
}
