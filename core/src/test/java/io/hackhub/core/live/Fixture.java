package io.hackhub.core.live;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.UUID;

/// Frames and people for tests of this package.
final class Fixture {

    static final Channel.Log CHAT = new Channel.TeamChat(new TeamId(new UUID(7, 7)));

    private Fixture() {}

    static UserId user(long number) {
        return new UserId(new UUID(1, number));
    }

    static EventFrame posted(long seq, String text) {
        return posted(seq, text, user(seq));
    }

    static EventFrame posted(long seq, String text, UserId author) {
        var data =
                "\"messageId\":\"%s\",\"author\":{\"id\":\"%s\",\"username\":\"name-%d\",\"fullName\":\"name-%d\"},\"text\":\"%s\",\"mentions\":[]"
                        .formatted(
                                message(seq),
                                author,
                                author.value().getLeastSignificantBits(),
                                author.value().getLeastSignificantBits(),
                                text);
        return new EventFrame(seq, "message.posted", message(seq), author, json(seq, "message.posted", data));
    }

    static EventFrame deleted(long seq, long deletedSeq) {
        var data = "\"messageId\":\"%s\"".formatted(message(deletedSeq));
        return new EventFrame(seq, "message.deleted", message(deletedSeq), null, json(seq, "message.deleted", data));
    }

    static EventFrame erased(long seq, UserId user) {
        return new EventFrame(
                seq, "user.erased", null, user, json(seq, "user.erased", "\"userId\":\"%s\"".formatted(user)));
    }

    static EventFrame left(long seq, UserId user) {
        return new EventFrame(
                seq, "member.left", null, user, json(seq, "member.left", "\"userId\":\"%s\"".formatted(user)));
    }

    static UUID message(long seq) {
        return new UUID(2, seq);
    }

    private static Bytes json(long seq, String kind, String data) {
        return Bytes.of(
                "{\"type\":\"event\",\"channel\":\"%s\",\"seq\":%d,\"kind\":\"%s\",\"at\":\"2026-03-01T09:00:00Z\",\"data\":{%s}}"
                        .formatted(CHAT, seq, kind, data));
    }
}
