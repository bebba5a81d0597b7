package io.hackhub.core.session;

import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.actor.NotInfluenceReceiveTimeout;
import org.apache.pekko.actor.typed.ActorRef;

/// What can be asked of a [UserSession].
public sealed interface SessionCommand extends CborSerializable {

    /// A device is there: answered by [DeviceSignal.Welcome]. Every one of a device's commands also says where it is,
    /// so that a session that was moved knows its devices again.
    record Connect(UUID device, ActorRef<DeviceSignal> gateway) implements SessionCommand {}

    /// The device is still there: sent about once a minute.
    record StillHere(UUID device, ActorRef<DeviceSignal> gateway) implements SessionCommand {}

    record Disconnect(UUID device) implements SessionCommand {}

    /// Everything up to `seq` was read. Lower than what is known: no effect.
    record Read(UUID device, ActorRef<DeviceSignal> gateway, Channel channel, long seq) implements SessionCommand {}

    /// As [Read], on something that is no device of the session.
    record ReadElsewhere(Channel channel, long seq) implements SessionCommand {}

    record Follow(Channel channel) implements SessionCommand {}

    record Unfollow(Channel channel) implements SessionCommand {}

    record Prefer(NotificationPreferences preferences, ActorRef<SessionView> replyTo) implements SessionCommand {}

    record Get(ActorRef<SessionView> replyTo) implements SessionCommand {}

    /// Writes down what only memory holds: sent by the session to itself.
    record Keep() implements SessionCommand {}

    /// Forgets devices that have not been heard of: sent by the session to itself, and so no sign that it is needed.
    record Sweep() implements SessionCommand, NotInfluenceReceiveTimeout {}

    /// No message came for a while: sent by the session to itself.
    record Idle() implements SessionCommand {}

    /// Sharding's word before it stops the entity.
    record Sleep() implements SessionCommand {}

    /// What a session knows. `seenAt` is when a device was last heard of, [Instant#EPOCH] if never since it woke.
    record SessionView(
            List<SessionEvent.Position> positions,
            List<Channel> followed,
            NotificationPreferences preferences,
            int devices,
            Instant seenAt)
            implements CborSerializable {
        public SessionView {
            positions = List.copyOf(positions);
            followed = List.copyOf(followed);
        }
    }
}
