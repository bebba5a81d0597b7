package io.hackhub.core.account;

import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// All SQL of the `revoked` table: what each node polls, so that a lost message between nodes does not matter.
final class RevokedTable {

    private RevokedTable() {}

    static void insert(Connection db, SessionId session, Instant at) throws SQLException {
        Sql.update(
                db,
                "insert into revoked (session_id, at) values (?, ?) on conflict (session_id) do nothing",
                session,
                at);
    }

    static List<SessionId> since(Connection db, Instant since) throws SQLException {
        return Sql.list(
                db,
                "select session_id from revoked where at >= ?",
                row -> new SessionId(Sql.uuid(row, "session_id")),
                since);
    }

    static void deleteBefore(Connection db, Instant before) throws SQLException {
        Sql.update(db, "delete from revoked where at < ?", before);
    }
}
