package io.hackhub.core.session;

import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.Channel;
import java.util.List;
import java.util.UUID;

/// What a [UserSession] tells one of its devices, by way of that device's node.
public sealed interface DeviceSignal extends CborSerializable {

    UUID device();

    /// The answer to a device that connected: how far its person has read.
    record Welcome(UUID device, List<SessionEvent.Position> positions) implements DeviceSignal {
        public Welcome {
            positions = List.copyOf(positions);
        }
    }

    /// Another device has read further.
    record ReadElsewhere(UUID device, Channel channel, long seq) implements DeviceSignal {}
}
