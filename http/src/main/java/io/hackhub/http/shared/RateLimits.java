package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.respondWithHeaders;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// Token buckets by user and by address, in the memory of this node. Each limit is a bucket of its own: a person's
/// logins do not eat up their reads, and a venue behind one address is only held to the wide ones.
public final class RateLimits {

    /// `quota` requests at once, refilled evenly over `window`.
    public record Limit(String name, int quota, Duration window) {}

    /// What every request counts against, whoever sends it.
    public static final Limit ADDRESS = new Limit("address", 6000, Duration.ofMinutes(1));
    /// What every request of a signed-in caller counts against.
    public static final Limit USER = new Limit("user", 1200, Duration.ofMinutes(1));
    /// For what makes something new: hackathons, teams, organizations.
    public static final Limit CREATE = new Limit("create", 60, Duration.ofMinutes(10));

    private static final int MAX_BUCKETS = 100_000;

    private record Key(String limit, String subject) {}

    private final boolean on;
    private final Addresses addresses;
    private final TimeMeter time;
    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > MAX_BUCKETS;
        }
    };

    public RateLimits(boolean on, Addresses addresses, InstantSource clock) {
        this.on = on;
        this.addresses = addresses;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                var now = clock.instant();
                return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    public Route byUser(Limit limit, Caller caller, Supplier<Route> inner) {
        return by(limit, caller.id().toString(), inner);
    }

    public Route byAddress(Limit limit, Supplier<Route> inner) {
        return extractRequest(request -> by(limit, addresses.of(request), inner));
    }

    /// One subject from one address: guessing at an account elsewhere uses up nothing here.
    public Route byAddressAnd(Limit limit, String subject, Supplier<Route> inner) {
        return extractRequest(request -> by(limit, addresses.of(request) + " " + subject, inner));
    }

    /// Goes on while the address has anything left of `limit`, without using it up.
    public Route whileLeft(Limit limit, Supplier<Route> inner) {
        return extractRequest(request -> {
            var bucket = bucket(limit, addresses.of(request));
            return !on || bucket.getAvailableTokens() > 0 ? inner.get() : byAddress(limit, inner);
        });
    }

    /// Counts against anything else, such as the account that a login is for.
    public Route by(Limit limit, String subject, Supplier<Route> inner) {
        if (!on) {
            return inner.get();
        }
        return extractRequest(_ -> {
            var probe = bucket(limit, subject).tryConsumeAndReturnRemaining(1);
            return respondWithHeaders(headers(limit, probe), probe.isConsumed() ? inner : () -> refuse(limit, probe));
        });
    }

    private static Route refuse(Limit limit, ConsumptionProbe probe) {
        return Problems.later(
                Problem.RATE_LIMITED,
                "The limit '%s' is used up for now.".formatted(limit.name()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static List<HttpHeader> headers(Limit limit, ConsumptionProbe probe) {
        long reset = Duration.ofNanos(probe.getNanosToWaitForReset()).toSeconds();
        return List.of(
                RawHeader.create(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d"
                                .formatted(
                                        limit.name(),
                                        limit.quota(),
                                        limit.window().toSeconds())),
                RawHeader.create(
                        "RateLimit", "\"%s\";r=%d;t=%d".formatted(limit.name(), probe.getRemainingTokens(), reset)));
    }

    private Bucket bucket(Limit limit, String subject) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    new Key(limit.name(), subject),
                    _ -> Bucket.builder()
                            .addLimit(it -> it.capacity(limit.quota()).refillGreedy(limit.quota(), limit.window()))
                            .withCustomTimePrecision(time)
                            .build());
        }
    }
}
