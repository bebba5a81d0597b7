package io.hackhub.http.shared;

import io.hackhub.core.shared.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// All SQL of the `idempotency` table.
final class IdempotencyTable {

    static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LEASE = Duration.ofMinutes(1);

    /// What there is under a key.
    sealed interface Found {}

    /// Nothing: whoever asked runs the request.
    record Fresh() implements Found {}

    /// Somebody else is running it.
    record Running() implements Found {}

    /// Another request had this key.
    record Mismatch() implements Found {}

    record Answered(Sealed answer) implements Found {}

    /// Encrypted bytes.
    static final class Sealed {
        private final byte[] bytes;

        Sealed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    private IdempotencyTable() {}

    /// Takes the key if it is free, over, or left behind by somebody who never finished.
    static Found begin(Connection db, byte[] key, byte[] request, Instant now) throws SQLException {
        var sql = """
            insert into idempotency as i (key, request, started_at, lease_until) values (?, ?, ?, ?)
            on conflict (key) do update
              set request = excluded.request, started_at = excluded.started_at, lease_until = excluded.lease_until,
                answer = null
              where i.started_at < ? or (i.answer is null and i.lease_until < ?)
            """;
        int taken = Sql.update(db, sql, key, request, now, now.plus(LEASE), now.minus(KEPT), now);
        return taken == 1 ? new Fresh() : find(db, key, request);
    }

    private static Found find(Connection db, byte[] key, byte[] request) throws SQLException {
        return Sql.first(
                        db,
                        "select request, answer from idempotency where key = ?",
                        row -> Arrays.equals(row.getBytes("request"), request)
                                ? Optional.ofNullable(row.getBytes("answer"))
                                        .<Found>map(bytes -> new Answered(new Sealed(bytes)))
                                        .orElseGet(Running::new)
                                : new Mismatch(),
                        (Object) key)
                .orElseGet(Running::new);
    }

    static void answer(Connection db, byte[] key, Sealed answer) throws SQLException {
        Sql.update(db, "update idempotency set answer = ? where key = ?", answer.bytes(), key);
    }

    /// Frees the key: the request had no effect.
    static void forget(Connection db, byte[] key) throws SQLException {
        Sql.update(db, "delete from idempotency where key = ? and answer is null", (Object) key);
    }

    static void deleteBefore(Connection db, Instant before) throws SQLException {
        Sql.update(db, "delete from idempotency where started_at < ?", before);
    }
}
