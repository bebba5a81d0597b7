package io.hackhub.cluster;

import java.net.InetAddress;
import java.util.Optional;

/// One address or a range of them, as in `10.0.0.0/8`: which proxies may say where a request came from.
public record Network(InetAddress base, int prefix) {

    /// Takes literal addresses only: a name would be looked up, and could change.
    public static Optional<Network> parse(String text) {
        var parts = text.split("/", 2);
        return literal(parts[0]).flatMap(base -> {
            int width = base.getAddress().length * 8;
            return parts.length == 1
                    ? Optional.of(new Network(base, width))
                    : Variables.number(parts[1], width).map(prefix -> new Network(base, prefix));
        });
    }

    public boolean contains(InetAddress address) {
        var mine = base.getAddress();
        var theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notALiteral) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefix;
    }
}
