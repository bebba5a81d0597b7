package io.hackhub.core.hackathon;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All SQL of the `hackathon_slug` table: the names by which hackathons are found.
public final class HackathonSlugs {

    /// A name whose hackathon never came to be, because its creation was cut short, is free again after this.
    private static final Duration RESERVED_FOR = Duration.ofHours(1);

    private HackathonSlugs() {}

    /// Gives `slug` to a hackathon that is about to be created; false if another has it.
    public static boolean reserve(
            Connection db, String slug, HackathonId hackathon, OrganizationId organization, Instant now)
            throws SQLException {
        return Sql.update(db, """
                        insert into hackathon_slug as taken (slug, hackathon_id, organization_id, reserved_at)
                        values (?, ?, ?, ?)
                        on conflict (slug) do update
                          set hackathon_id = excluded.hackathon_id, organization_id = excluded.organization_id,
                            reserved_at = excluded.reserved_at
                          where taken.reserved_at < ? and not exists (
                            select 1 from hackathon_directory d where d.hackathon_id = taken.hackathon_id)
                        """, slug, hackathon, organization, now, now.minus(RESERVED_FOR)) == 1;
    }

    /// All of an organization's, those that are just being created too.
    static List<HackathonId> of(Connection db, OrganizationId organization) throws SQLException {
        return Sql.list(
                db,
                "select hackathon_id from hackathon_slug where organization_id = ?",
                row -> new HackathonId(Sql.uuid(row, "hackathon_id")),
                organization);
    }

    public static Optional<HackathonId> find(Connection db, String slug) throws SQLException {
        return Sql.first(
                db,
                "select hackathon_id from hackathon_slug where slug = ?",
                row -> new HackathonId(Sql.uuid(row, "hackathon_id")),
                slug);
    }
}
