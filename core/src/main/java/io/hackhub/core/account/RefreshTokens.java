package io.hackhub.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Refresh tokens: opaque, one use each, in families of one sign-in. A used one that comes back ends its family, unless
/// it is the one just before, within 30 seconds, and its successor is unused: a lost answer or a second tab, which gets
/// the same successor. That is why a successor is not random but the HMAC of its predecessor under a secret of ours: it
/// can be made again without being stored, and nobody who steals a token can go on from it.
final class RefreshTokens {

    static final Duration SLIDING = Duration.ofDays(7);
    static final Duration AT_MOST = Duration.ofDays(30);
    static final Duration GRACE = Duration.ofSeconds(30);

    private static final int BYTES = 32;
    private static final byte[] PURPOSE = "refresh".getBytes(UTF_8);

    /// What came of presenting a token.
    sealed interface Outcome {}

    record Issued(String token, SessionId session, UserId user, Instant expires) implements Outcome {}

    record Invalid() implements Outcome {}

    /// The family is revoked.
    record Reused(SessionId session, UserId user) implements Outcome {}

    private final SigningKeys keys;
    private final InstantSource clock;
    private final RandomGenerator random;

    RefreshTokens(SigningKeys keys, InstantSource clock, RandomGenerator random) {
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /// A new family.
    Issued start(Connection db, UserId user) throws SQLException {
        var now = clock.instant();
        var session = new SessionId(Uuids.v7(now, random));
        SessionTable.insert(db, session, user, now, now.plus(AT_MOST));
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return issue(db, new SessionTable.Session(session, user, now.plus(AT_MOST), false), 1, bytes, now);
    }

    Outcome refresh(Connection db, String token) throws SQLException {
        var bytes = decode(token);
        if (bytes.isEmpty()) {
            return new Invalid();
        }
        var hash = Hashes.sha256(bytes.get());
        var session = SessionTable.lockByToken(db, hash);
        var stored = RefreshTokenTable.find(db, hash);
        var now = clock.instant();
        if (session.isEmpty()
                || stored.isEmpty()
                || session.get().isOver(now)
                || !now.isBefore(stored.get().expiresAt())) {
            return new Invalid();
        }
        return stored.get().usedAt().isPresent()
                ? again(db, session.get(), stored.get(), bytes.get(), now)
                : next(db, session.get(), stored.get(), bytes.get(), now);
    }

    /// The family of a token, used or not, for signing out.
    Optional<SessionId> family(Connection db, String token) throws SQLException {
        var bytes = decode(token);
        return bytes.isEmpty()
                ? Optional.empty()
                : SessionTable.lockByToken(db, Hashes.sha256(bytes.get()))
                        .filter(session -> !session.revoked())
                        .map(SessionTable.Session::id);
    }

    private Outcome next(
            Connection db, SessionTable.Session session, RefreshTokenTable.Stored stored, byte[] bytes, Instant now)
            throws SQLException {
        RefreshTokenTable.use(db, Hashes.sha256(bytes), now);
        return issue(db, session, stored.generation() + 1, successor(keys.signingSecret(), bytes), now);
    }

    private Outcome again(
            Connection db, SessionTable.Session session, RefreshTokenTable.Stored stored, byte[] bytes, Instant now)
            throws SQLException {
        var inTime =
                stored.usedAt().filter(used -> now.isBefore(used.plus(GRACE))).isPresent();
        for (var secret : inTime ? keys.secrets() : List.<byte[]>of()) {
            var successor = successor(secret, bytes);
            var next = RefreshTokenTable.find(db, Hashes.sha256(successor));
            if (next.isPresent() && next.get().usedAt().isEmpty()) {
                return issued(session, successor, next.get().expiresAt());
            }
        }
        SessionTable.revoke(db, session.id(), now);
        return new Reused(session.id(), session.user());
    }

    private static Issued issue(Connection db, SessionTable.Session session, int generation, byte[] bytes, Instant now)
            throws SQLException {
        var sliding = now.plus(SLIDING);
        var expires = sliding.isBefore(session.expiresAt()) ? sliding : session.expiresAt();
        RefreshTokenTable.insert(db, Hashes.sha256(bytes), session.id(), generation, expires);
        return issued(session, bytes, expires);
    }

    private static Issued issued(SessionTable.Session session, byte[] bytes, Instant expires) {
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Issued(token, session.id(), session.user(), expires);
    }

    private static byte[] successor(byte[] secret, byte[] bytes) {
        return Arrays.copyOf(Hashes.hmac(secret, PURPOSE, bytes), BYTES);
    }

    private static Optional<byte[]> decode(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token)).filter(bytes -> bytes.length == BYTES);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
