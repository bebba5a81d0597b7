package io.hackhub.http.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.Subscription;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the gateway itself says to one client. Events, signals and boards are not here: they arrive encoded, and are
/// passed on as they are.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ServerFrame {

    /// The first frame of every connection.
    @JsonTypeName("hello")
    record Hello(String node, long heartbeatMs, long authMs, int maxFrame) implements ServerFrame {}

    /// Signed in; a guest has no `user`. `positions` are what the person has read, by channel.
    @JsonTypeName("ready")
    record Ready(UUID session, @Nullable Author user, Instant now, Map<String, Long> positions)
            implements ServerFrame {}

    @JsonTypeName("subscribed")
    record Subscribed(
            long id,
            Channel channel,
            long head,
            long from,
            boolean complete,
            @Nullable Boolean reset,
            You you) implements ServerFrame {
        /// `read`: how far the person has read.
        static Subscribed of(long id, Channel channel, Subscription subscription, long read) {
            return new Subscribed(
                    id,
                    channel,
                    subscription.head(),
                    subscription.from(),
                    subscription.complete(),
                    subscription.reset() ? Boolean.TRUE : null,
                    new You(read, subscription.canWrite()));
        }
    }

    /// What the client itself is in a channel.
    record You(long read, boolean canWrite) {}

    @JsonTypeName("unsubscribed")
    record Unsubscribed(long id, Channel channel) implements ServerFrame {}

    @JsonTypeName("revoked")
    record Revoked(Channel channel, String code) implements ServerFrame {}

    @JsonTypeName("who")
    record Who(long id, List<Author> users) implements ServerFrame {}

    @JsonTypeName("ack")
    record Ack(long id, UUID cid, @Nullable Long seq, Outcome.Receipt data, boolean duplicate) implements ServerFrame {}

    @JsonTypeName("error")
    record Refusal(
            @Nullable Long id,
            String code,
            String message,
            boolean retryable,
            @Nullable Long afterMs) implements ServerFrame {
        static Refusal of(@Nullable Long id, RefusalCode code, String message) {
            return new Refusal(id, code.wire(), message, code.retryable(), null);
        }
    }

    /// The one signal that the gateway makes itself: the person has read on, on another device.
    @JsonTypeName("signal")
    record ReadSignal(Channel channel, String kind, Position data) implements ServerFrame {
        ReadSignal(Channel channel, long seq) {
            this(channel, "read", new Position(seq));
        }
    }

    /// How far a person has read.
    record Position(long seq) {}

    @JsonTypeName("goaway")
    record GoAway(long afterMs) implements ServerFrame {}

    default byte[] encode() {
        try {
            return Encoding.WRITER.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a frame of ours cannot be written", impossible);
        }
    }

    /// Keeps the mapper out of the interface's constants.
    final class Encoding {
        private static final ObjectWriter WRITER = JsonMapper.create().writerFor(ServerFrame.class);

        private Encoding() {}
    }
}
