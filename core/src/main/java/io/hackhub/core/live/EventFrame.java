package io.hackhub.core.live;

import io.hackhub.core.shared.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One durable event as it goes to sockets: the whole wire frame, encoded once, and beside it the little that a feed
/// must know of it.
///
/// @param messageId the message or update it is about
/// @param userId its author, or the person it is about (`member.left`, `user.erased`)
/// @param json `{"type":"event","channel":…,"seq":…,"kind":…,"at":…,"data":{…}}`
public record EventFrame(
        long seq,
        String kind,
        @Nullable UUID messageId,
        @Nullable UserId userId,
        Bytes json) {}
