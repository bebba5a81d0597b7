package io.hackhub.core.account;

import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// All SQL of the `mail_token` table. Hashes only; a token is deleted as it is used.
final class MailTokenTable {

    enum Purpose {
        VERIFY_EMAIL,
        RESET_PASSWORD
    }

    private MailTokenTable() {}

    static void insert(Connection db, byte[] hash, UserId user, Purpose purpose, Instant expiresAt)
            throws SQLException {
        Sql.update(
                db,
                "insert into mail_token (hash, user_id, purpose, expires_at) values (?, ?, ?, ?)",
                hash,
                user,
                purpose,
                expiresAt);
    }

    /// Whose token this is, if it is any good: looked at, not used.
    static Optional<UserId> find(Connection db, byte[] hash, Purpose purpose, Instant now) throws SQLException {
        return Sql.first(
                db,
                "select user_id from mail_token where hash = ? and purpose = ? and expires_at > ?",
                row -> new UserId(Sql.uuid(row, "user_id")),
                hash,
                purpose,
                now);
    }

    /// Of two that use one token at once, one gets `false`.
    static boolean use(Connection db, byte[] hash) throws SQLException {
        return Sql.update(db, "delete from mail_token where hash = ?", (Object) hash) == 1;
    }

    static void deleteAll(Connection db, UserId user, Purpose purpose) throws SQLException {
        Sql.update(db, "delete from mail_token where user_id = ? and purpose = ?", user, purpose);
    }

    static void deleteExpired(Connection db, Instant now) throws SQLException {
        Sql.update(db, "delete from mail_token where expires_at < ?", now);
    }
}
