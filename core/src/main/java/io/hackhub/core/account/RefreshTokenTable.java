package io.hackhub.core.account;

import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// All SQL of the `refresh_token` table. Hashes only.
final class RefreshTokenTable {

    record Stored(int generation, Instant expiresAt, Optional<Instant> usedAt) {}

    private RefreshTokenTable() {}

    static void insert(Connection db, byte[] hash, SessionId session, int generation, Instant expiresAt)
            throws SQLException {
        Sql.update(
                db,
                "insert into refresh_token (hash, session_id, generation, expires_at) values (?, ?, ?, ?)",
                hash,
                session,
                generation,
                expiresAt);
    }

    static Optional<Stored> find(Connection db, byte[] hash) throws SQLException {
        return Sql.first(db, "select * from refresh_token where hash = ?", RefreshTokenTable::stored, hash);
    }

    static void use(Connection db, byte[] hash, Instant now) throws SQLException {
        Sql.update(db, "update refresh_token set used_at = ? where hash = ?", now, hash);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getInt("generation"), Sql.instant(row, "expires_at"), Sql.optionalInstant(row, "used_at"));
    }
}
