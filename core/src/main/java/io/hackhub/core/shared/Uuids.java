package io.hackhub.core.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// UUIDs as the contract wants them: canonical text only, version 7 (RFC 9562, section 5.7) where we make them.
public final class Uuids {

    private static final int TEXT_LENGTH = 36;
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private Uuids() {}

    /// A new version 7 UUID: milliseconds of `now`, then 74 random bits.
    public static UUID v7(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// The version 7 UUID of something that must get the same id however often it is tried: `name` takes the place of
    /// the random bits, so one `name` and `at` always give one id.
    public static UUID v7(Instant at, String name) {
        var digest = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
        long high = (at.toEpochMilli() << 16) | 0x7000L | (digest.getMostSignificantBits() & 0x0FFFL);
        long low = (digest.getLeastSignificantBits() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// When a version 7 UUID was made, by the clock of whoever made it.
    public static Instant instantOf(UUID v7) {
        return Instant.ofEpochMilli(v7.getMostSignificantBits() >>> 16);
    }

    /// Whether it is dated over a minute ahead: further than clocks that are kept right differ.
    public static boolean isAhead(UUID v7, Instant now) {
        return instantOf(v7).isAfter(now.plus(TOLERATED));
    }

    /// Reads the canonical text form, in either case.
    ///
    /// @throws IllegalArgumentException if `text` is not a UUID in its 36 character form
    public static UUID parse(String text) {
        var id = text.length() == TEXT_LENGTH ? UUID.fromString(text) : new UUID(0, 0);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("UUID: '%s' (expected: 8-4-4-4-12 hex digits)".formatted(text));
        }
        return id;
    }
}
