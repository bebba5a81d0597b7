package io.hackhub.http.live;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// How the live gateway runs.
///
/// @param port 0 takes a free one
/// @param node this node's name, as `hello` says it
/// @param origins the pages that may connect, `scheme://host[:port]`
/// @param trustedProxies whose `X-Forwarded-For` counts
/// @param rateLimits false for load tests
public record LiveSettings(
        String host,
        int port,
        String node,
        Set<String> origins,
        List<String> trustedProxies,
        boolean rateLimits,
        Timing timing,
        Bounds bounds) {

    /// How long things may take.
    ///
    /// @param tick how often connections look at the clock
    /// @param slow how long a client may be behind by more than [Bounds#pending]
    /// @param spread over how long clients are asked to come back after a goaway, at most: fewer come back sooner
    /// @param lookup how long signing in may wait for the rest of the program
    public record Timing(
            Duration heartbeat, Duration auth, Duration tick, Duration slow, Duration spread, Duration lookup) {
        public static final Timing STANDARD = new Timing(
                Duration.ofSeconds(25),
                Duration.ofSeconds(5),
                Duration.ofMillis(250),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3));
    }

    /// How much there may be of things.
    ///
    /// @param frame bytes of a client's frame
    /// @param droppable bytes pending to a client over which signals are dropped and boards wait
    /// @param pending bytes pending to a client over which it is slow; at eight times as much it is closed
    /// @param connectionsByAddress open ones of one address; a whole venue may share it
    /// @param handshakesByAddress in a second and at once
    public record Bounds(
            int frame,
            int droppable,
            int pending,
            int subscriptions,
            int inFlight,
            int connections,
            int connectionsByAddress,
            int guestsByAddress,
            int handshakesByAddress) {
        public static final Bounds STANDARD = new Bounds(65_536, 65_536, 1_048_576, 500, 64, 100_000, 5_000, 500, 500);
    }

    public LiveSettings {
        origins = Set.copyOf(origins);
        trustedProxies = List.copyOf(trustedProxies);
    }

    /// With the usual times and bounds.
    public static LiveSettings of(String host, int port, String node, Set<String> origins) {
        return new LiveSettings(host, port, node, origins, List.of(), true, Timing.STANDARD, Bounds.STANDARD);
    }

    public LiveSettings withRateLimits(boolean on) {
        return new LiveSettings(host, port, node, origins, trustedProxies, on, timing, bounds);
    }

    public LiveSettings withTrustedProxies(List<String> proxies) {
        return new LiveSettings(host, port, node, origins, proxies, rateLimits, timing, bounds);
    }

    public LiveSettings with(Timing other) {
        return new LiveSettings(host, port, node, origins, trustedProxies, rateLimits, other, bounds);
    }

    public LiveSettings with(Bounds other) {
        return new LiveSettings(host, port, node, origins, trustedProxies, rateLimits, timing, other);
    }
}
