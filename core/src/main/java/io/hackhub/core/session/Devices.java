package io.hackhub.core.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/// Where a person is signed in right now. In memory only: devices say so again, and those that stop are forgotten.
final class Devices {

    /// Devices say that they are there every minute: two may go missing.
    static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(150);

    private record Device(ActorRef<DeviceSignal> gateway, Instant seenAt) {}

    private final Map<UUID, Device> devices = new HashMap<>();
    private final InstantSource clock;
    private Instant seenAt = Instant.EPOCH;

    Devices(InstantSource clock) {
        this.clock = clock;
    }

    void seen(UUID device, ActorRef<DeviceSignal> gateway) {
        seenAt = clock.instant();
        devices.put(device, new Device(gateway, seenAt));
    }

    void gone(UUID device) {
        devices.remove(device);
    }

    void forgetTheSilent() {
        var oldest = clock.instant().minus(FORGOTTEN_AFTER);
        devices.values().removeIf(device -> device.seenAt().isBefore(oldest));
    }

    void tellAllBut(UUID sender, Function<UUID, DeviceSignal> signal) {
        devices.forEach((id, device) -> {
            if (!id.equals(sender)) {
                device.gateway().tell(signal.apply(id));
            }
        });
    }

    int count() {
        return devices.size();
    }

    Instant seenAt() {
        return seenAt;
    }
}
