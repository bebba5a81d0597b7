package io.hackhub.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The secrets of `HACKHUB_JWT_SECRET`: `kid:secret,…`, or one secret alone. The first signs, all verify, so that a new
/// one is put in front and the old one dropped a month later.
public final class SigningKeys {

    private static final int MIN_BYTES = 32;

    private record Key(String kid, String secret) {}

    private final List<Key> keys;

    private SigningKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /// Reads the setting.
    ///
    /// @throws IllegalArgumentException if there is none, one is under 32 bytes, or two have the same `kid`; the
    /// message
    ///     holds no secret
    public static SigningKeys parse(String setting) {
        var keys = new ArrayList<Key>();
        for (var entry : setting.split(",", -1)) {
            var parts = entry.strip().split(":", 2);
            var key = parts.length == 2 ? new Key(parts[0], parts[1]) : new Key(nameOf(parts[0]), parts[0]);
            if (key.kid().isEmpty() || key.secret().getBytes(UTF_8).length < MIN_BYTES) {
                throw new IllegalArgumentException(
                        "secret %d: too short (expected: kid:secret or secret, 32 bytes or more)"
                                .formatted(keys.size() + 1));
            }
            if (keys.stream().anyMatch(other -> other.kid().equals(key.kid()))) {
                throw new IllegalArgumentException("kid: '%s' twice (expected: each once)".formatted(key.kid()));
            }
            keys.add(key);
        }
        return new SigningKeys(keys);
    }

    String signingKid() {
        return keys.getFirst().kid();
    }

    byte[] signingSecret() {
        return secretOf(keys.getFirst());
    }

    Optional<byte[]> secret(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst().map(SigningKeys::secretOf);
    }

    List<byte[]> secrets() {
        return keys.stream().map(SigningKeys::secretOf).toList();
    }

    /// A secret for another purpose, so that no two purposes ever share one.
    public byte[] derived(String purpose) {
        return Hashes.hmac(signingSecret(), purpose.getBytes(UTF_8));
    }

    private static byte[] secretOf(Key key) {
        return key.secret().getBytes(UTF_8);
    }

    private static String nameOf(String secret) {
        var digest = Hashes.sha256(secret.getBytes(UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, 4));
    }
}
