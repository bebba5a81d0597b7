package io.hackhub.core.session;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.JsonSerializable;
import java.time.Instant;
import java.util.List;

/// Everything kept about what a person follows and has read. This file is the stored schema: a record here is never
/// renamed, moved or narrowed; its form is held by a test.
public sealed interface SessionEvent extends JsonSerializable {

    /// How far somebody has read a channel.
    record Position(Channel channel, long seq) {}

    /// Only the positions that moved since the last such event, each higher than before.
    record PositionsMoved(List<Position> positions, Instant at) implements SessionEvent {
        public PositionsMoved {
            positions = List.copyOf(positions);
        }
    }

    record ChannelFollowed(Channel channel, Instant at) implements SessionEvent {}

    record ChannelUnfollowed(Channel channel, Instant at) implements SessionEvent {}

    record PreferencesChanged(NotificationPreferences preferences, Instant at) implements SessionEvent {}
}
