package io.hackhub.http.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.RemoteAddress;

/// Where a request comes from. `X-Forwarded-For` counts only as far as trusted proxies wrote it: read from the right,
/// up to the first address that is not one of them.
public final class Addresses {

    private static final int IPV6_PREFIX = 8;

    private record Range(InetAddress network, int bits) {
        static Range parse(String text) {
            var parts = text.strip().split("/", 2);
            var address = InetAddress.ofLiteral(parts[0]);
            int size = address.getAddress().length;
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : size * 8;
            if (bits < 0 || bits > size * 8) {
                throw new IllegalArgumentException("prefix length: %d".formatted(bits));
            }
            return new Range(address, bits);
        }

        boolean contains(InetAddress candidate) {
            var prefix = network.getAddress();
            var bytes = candidate.getAddress();
            if (bytes.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Range> trusted;

    /// Takes the proxies that are ours.
    ///
    /// @throws IllegalArgumentException if one of `trustedProxies` is neither an address nor `address/bits`
    public Addresses(List<String> trustedProxies) {
        trusted = trustedProxies.stream().map(Range::parse).toList();
    }

    /// The client's address as a key to count by: IPv6 by its /64, which is what one customer gets.
    public String of(HttpRequest request) {
        return client(request).map(Addresses::key).orElse("unknown");
    }

    /// The client's address, given the peer's and the `X-Forwarded-For` values in the order in which they came.
    public InetAddress client(InetAddress peer, List<String> forwarded) {
        var client = peer;
        var hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        for (var hop : hops.reversed()) {
            var address = isTrusted(client) ? literal(hop) : Optional.<InetAddress>empty();
            if (address.isEmpty()) {
                break;
            }
            client = address.get();
        }
        return client;
    }

    public static String key(InetAddress address) {
        return address instanceof Inet6Address
                ? "v6:" + HexFormat.of().formatHex(address.getAddress(), 0, IPV6_PREFIX)
                : address.getHostAddress();
    }

    private Optional<InetAddress> client(HttpRequest request) {
        var forwarded = forwarded(request);
        return request.getAttribute(AttributeKeys.remoteAddress)
                .flatMap(RemoteAddress::getAddress)
                .map(peer -> client(peer, forwarded));
    }

    private static List<String> forwarded(HttpRequest request) {
        var values = new ArrayList<String>();
        for (var header : request.getHeaders()) {
            if (header.is("x-forwarded-for")) {
                values.add(header.value());
            }
        }
        return values;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
