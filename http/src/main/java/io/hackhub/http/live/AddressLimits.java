package io.hackhub.http.live;

import io.hackhub.http.live.LiveSettings.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one address may have open. Wide, since a whole venue may stand behind one; all event loops share it.
final class AddressLimits {

    private static final int MOST_ADDRESSES = 100_000;

    private static final class Address {
        private final Allowance handshakes;
        private int connections;
        private int guests;

        Address(Allowance handshakes) {
            this.handshakes = handshakes;
        }
    }

    private final boolean on;
    private final Bounds bounds;
    private final Map<String, Address> addresses = new LinkedHashMap<>(16, 0.75f, true);

    AddressLimits(boolean on, Bounds bounds) {
        this.on = on;
        this.bounds = bounds;
    }

    /// Zero and one connection more, or how long to wait.
    synchronized Duration enter(String key, Instant now) {
        var address = addresses.computeIfAbsent(
                key, _ -> new Address(new Allowance(bounds.handshakesByAddress(), bounds.handshakesByAddress(), now)));
        var wait = on ? wait(address, now) : Duration.ZERO;
        if (wait.isZero()) {
            address.connections++;
        }
        forgetTheIdle();
        return wait;
    }

    private Duration wait(Address address, Instant now) {
        return address.connections >= bounds.connectionsByAddress()
                ? Duration.ofSeconds(30)
                : address.handshakes.take(now);
    }

    synchronized void leave(String key) {
        var address = addresses.get(key);
        if (address != null) {
            address.connections--;
        }
    }

    /// False: there are too many guests from there.
    synchronized boolean enterGuest(String key) {
        var address = addresses.get(key);
        if (address == null || (on && address.guests >= bounds.guestsByAddress())) {
            return false;
        }
        address.guests++;
        return true;
    }

    synchronized void leaveGuest(String key) {
        var address = addresses.get(key);
        if (address != null) {
            address.guests--;
        }
    }

    /// The eldest go first; those with open connections stay, and those are bounded elsewhere.
    private void forgetTheIdle() {
        if (addresses.size() <= MOST_ADDRESSES) {
            return;
        }
        var eldest = addresses.entrySet().iterator();
        while (eldest.hasNext() && addresses.size() > MOST_ADDRESSES) {
            if (eldest.next().getValue().connections == 0) {
                eldest.remove();
            }
        }
    }
}
