package io.hackhub.core.hackathon;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// All SQL of the `hackathon_application` table: what people wrote when they registered, as JSON.
public final class HackathonApplications {

    private HackathonApplications() {}

    public static void put(
            Connection db, UUID registration, HackathonId hackathon, UserId user, String json, Instant now)
            throws SQLException {
        Sql.update(
                db,
                "insert into hackathon_application (registration_id, hackathon_id, user_id, data, created_at)"
                        + " values (?, ?, ?, ?::jsonb, ?) on conflict do nothing",
                registration,
                hackathon,
                user,
                json,
                now);
    }

    public static void remove(Connection db, UUID registration) throws SQLException {
        Sql.update(db, "delete from hackathon_application where registration_id = ?", registration);
    }

    /// The JSON of each of these registrations that has any.
    public static Map<UUID, String> of(Connection db, List<UUID> registrations) throws SQLException {
        return Sql.map(
                db,
                "select registration_id, data::text as data from hackathon_application where registration_id = any(?)",
                row -> Sql.uuid(row, "registration_id"),
                row -> row.getString("data"),
                registrations);
    }
}
