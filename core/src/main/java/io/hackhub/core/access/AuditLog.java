package io.hackhub.core.access;

import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// All SQL of the `audit_log` table: what an admin did by [Decision#OVERRIDE], and other acts that must be provable.
/// Append-only, in the database too. Ids only, no personal data.
public final class AuditLog {

    private AuditLog() {}

    /// `target` names what it was done to, such as `hackathon/<id>`.
    public static void append(
            Connection db,
            Instant at,
            RandomGenerator random,
            UserId actor,
            String action,
            String target,
            String detail)
            throws SQLException {
        Sql.update(
                db,
                "insert into audit_log (id, at, actor, action, target, detail) values (?, ?, ?, ?, ?, ?)",
                Uuids.v7(at, random),
                at,
                actor,
                action,
                target,
                detail);
    }

    /// What an admin did by [Decision#OVERRIDE]. The same `id` again is written once.
    public static void overridden(Connection db, UUID id, Instant at, UserId admin, Action action, String target)
            throws SQLException {
        Sql.update(
                db, """
                insert into audit_log (id, at, actor, action, target, detail) values (?, ?, ?, ?, ?, 'override')
                on conflict (id) do nothing
                """, id, at, admin, action.name().toLowerCase(Locale.ROOT).replace('_', '-'), target);
    }
}
