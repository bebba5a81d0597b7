package io.hackhub.core.account;

import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All SQL of the `session` table. Revoking a session also writes to `revoked`, in the same transaction.
final class SessionTable {

    record Session(SessionId id, UserId user, Instant expiresAt, boolean revoked) {
        boolean isOver(Instant now) {
            return revoked || !now.isBefore(expiresAt);
        }
    }

    private SessionTable() {}

    static void insert(Connection db, SessionId id, UserId user, Instant now, Instant expiresAt) throws SQLException {
        Sql.update(
                db,
                "insert into session (id, user_id, created_at, expires_at) values (?, ?, ?, ?)",
                id,
                user,
                now,
                expiresAt);
    }

    /// The session of a refresh token, locked: refreshes of one family go one after the other.
    static Optional<Session> lockByToken(Connection db, byte[] tokenHash) throws SQLException {
        var sql = """
            select * from session where id = (select session_id from refresh_token where hash = ?) for update
            """;
        return Sql.first(db, sql, SessionTable::session, tokenHash);
    }

    static List<SessionId> revokeAll(Connection db, UserId user, Instant now) throws SQLException {
        var sql = "update session set revoked_at = ? where user_id = ? and revoked_at is null returning id";
        var sessions = Sql.list(db, sql, row -> new SessionId(Sql.uuid(row, "id")), now, user);
        for (var session : sessions) {
            RevokedTable.insert(db, session, now);
        }
        return sessions;
    }

    static void revoke(Connection db, SessionId session, Instant now) throws SQLException {
        Sql.update(db, "update session set revoked_at = ? where id = ? and revoked_at is null", now, session);
        RevokedTable.insert(db, session, now);
    }

    static void deleteExpired(Connection db, Instant now) throws SQLException {
        Sql.update(db, "delete from session where expires_at < ?", now);
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(Sql.uuid(row, "id")),
                new UserId(Sql.uuid(row, "user_id")),
                Sql.instant(row, "expires_at"),
                Sql.optionalInstant(row, "revoked_at").isPresent());
    }
}
