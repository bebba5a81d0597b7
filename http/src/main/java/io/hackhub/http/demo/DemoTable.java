package io.hackhub.http.demo;

import io.hackhub.core.shared.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// All SQL of the `demo_guest` table: who can be signed in as. It has rows once the demo is whole.
final class DemoTable {

    private DemoTable() {}

    static List<Demo.Guest> guests(Connection db) throws SQLException {
        return Sql.list(
                db,
                "select role, username, full_name from demo_guest join account on account.id = account_id order by place",
                row -> new Demo.Guest(row.getString("role"), row.getString("username"), row.getString("full_name")));
    }

    static int done(Connection db, List<Demo.Guest> guests, Instant now) throws SQLException {
        for (int i = 0; i < guests.size(); i++) {
            Sql.update(
                    db,
                    "insert into demo_guest (place, role, account_id, laid_out_at) select ?, ?, id, ? from account where username = ?",
                    i,
                    guests.get(i).role(),
                    now,
                    guests.get(i).username());
        }
        return guests.size();
    }

    /// Empties every table but Flyway's and the audit log, which is never emptied, where there are demo accounts and no
    /// finished demo. Numbers start anew: projections would wait for those of the lost events.
    static boolean clearHalf(Connection db) throws SQLException {
        var half = Sql.first(
                        db,
                        "select exists(select from account where demo) and not exists(select from demo_guest) as half",
                        row -> row.getBoolean("half"))
                .orElse(false);
        if (half) {
            var tables = Sql.list(db, """
                    select quote_ident(tablename) as name from pg_tables
                    where schemaname = 'public' and tablename not in ('flyway_schema_history', 'audit_log')
                    """, row -> row.getString("name"));
            Sql.update(db, "truncate " + String.join(", ", tables) + " restart identity");
        }
        return half;
    }
}
