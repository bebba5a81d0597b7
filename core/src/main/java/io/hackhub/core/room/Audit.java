package io.hackhub.core.room;

import io.hackhub.core.access.Action;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.util.UUID;

/// Where it is written down that a platform admin did what is others' to do. Must not block.
@FunctionalInterface
public interface Audit {
    void overridden(UserId admin, Action action, Channel channel, UUID messageId);
}
