package io.hackhub.core.room;

import io.hackhub.core.live.Bytes;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.util.UUID;

/// The ephemeral frames of a room. Their values need no escaping.
final class Signals {

    private Signals() {}

    static Bytes typing(Channel channel, UserId user) {
        return frame(channel, "typing", "\"userId\":\"%s\"".formatted(user));
    }

    /// How many read: where people meet it is their presence, where they look on they are viewers.
    static Bytes readers(Channel channel, int count) {
        var kind = channel instanceof Channel.Announcements ? "viewers" : "presence";
        return frame(channel, kind, "\"count\":%d".formatted(count));
    }

    static Bytes acks(Channel channel, UUID updateId, long count) {
        return frame(channel, "acks", "\"updateId\":\"%s\",\"count\":%d".formatted(updateId, count));
    }

    private static Bytes frame(Channel channel, String kind, String data) {
        return Bytes.of("{\"type\":\"signal\",\"channel\":\"%s\",\"kind\":\"%s\",\"data\":{%s}}"
                .formatted(channel.text(), kind, data));
    }
}
