package io.hackhub.core.organization;

import io.hackhub.core.organization.Organization.Details;
import io.hackhub.core.organization.Organization.Size;
import io.hackhub.core.organization.Organization.SubscriptionTier;
import io.hackhub.core.organization.Organization.VerificationStatus;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All SQL of the `organization` table.
final class OrganizationTable {

    static final String SLUG_KEY = "organization_slug_key";

    private OrganizationTable() {}

    static Organization insert(
            Connection db, OrganizationId id, String slug, Details details, VerificationStatus status, Instant now)
            throws SQLException {
        var sql = """
            insert into organization (id, name, slug, description, logo_url, website_url, industry, size,
              verification_status, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
        Sql.update(
                db,
                sql,
                id,
                details.name(),
                slug,
                details.description(),
                details.logoUrl(),
                details.websiteUrl(),
                details.industry(),
                details.size(),
                status,
                now,
                now);
        return find(db, id).orElseThrow();
    }

    static Optional<Organization> find(Connection db, OrganizationId id) throws SQLException {
        return Sql.first(db, "select * from organization where id = ?", OrganizationTable::organization, id);
    }

    static Optional<Organization> findBySlug(Connection db, String slug) throws SQLException {
        return Sql.first(db, "select * from organization where slug = ?", OrganizationTable::organization, slug);
    }

    static List<Organization> findAll(Connection db, Collection<OrganizationId> ids) throws SQLException {
        return Sql.list(
                db, "select * from organization where id = any(?)", OrganizationTable::organization, List.copyOf(ids));
    }

    /// Those of that verification, the oldest first, after `after`.
    static List<Organization> ofStatus(
            Connection db, VerificationStatus status, Optional<Organizations.After> after, int limit)
            throws SQLException {
        var sql = """
            select * from organization where verification_status = ? and (created_at, id) > (?::timestamptz, ?::uuid)
            order by created_at, id limit ?
            """;
        var last = after.orElse(new Organizations.After(Instant.EPOCH, new OrganizationId(new UUID(0, 0))));
        return Sql.list(db, sql, OrganizationTable::organization, status, last.createdAt(), last.id(), limit);
    }

    static boolean slugIsTaken(Connection db, String slug) throws SQLException {
        return findBySlug(db, slug).isPresent();
    }

    /// Holds the organization, so that changes of its members go one after the other.
    static boolean lock(Connection db, OrganizationId id) throws SQLException {
        return Sql.first(db, "select 1 from organization where id = ? for update", row -> row.getInt(1), id)
                .isPresent();
    }

    static boolean update(Connection db, OrganizationId id, Details details, OptionalLong expected, Instant now)
            throws SQLException {
        var sql = """
            update organization set name = ?, description = ?, logo_url = ?, website_url = ?, industry = ?, size = ?,
              version = version + 1, updated_at = ?
            where id = ? and version = coalesce(?::bigint, version)
            """;
        int changed = Sql.update(
                db,
                sql,
                details.name(),
                details.description(),
                details.logoUrl(),
                details.websiteUrl(),
                details.industry(),
                details.size(),
                now,
                id,
                expected.isPresent() ? expected.getAsLong() : null);
        return changed == 1;
    }

    /// Says whether it changed anything.
    static boolean verify(
            Connection db, OrganizationId id, VerificationStatus status, @Nullable String reason, Instant now)
            throws SQLException {
        var sql = """
            update organization set verification_status = ?, verification_reason = ?, version = version + 1,
              updated_at = ?
            where id = ? and (verification_status, coalesce(verification_reason, '')) <> (?, coalesce(?, ''))
            """;
        return Sql.update(db, sql, status, reason, now, id, status, reason) == 1;
    }

    static void countManagers(Connection db, OrganizationId id) throws SQLException {
        Sql.update(db, "update organization set managers_version = managers_version + 1 where id = ?", id);
    }

    static long managersVersion(Connection db, OrganizationId id) throws SQLException {
        return Sql.first(db, "select managers_version from organization where id = ?", row -> row.getLong(1), id)
                .orElse(0L);
    }

    static List<OrganizationId> untold(Connection db) throws SQLException {
        return Sql.list(
                db,
                "select id from organization where managers_told < managers_version limit 100",
                row -> new OrganizationId(Sql.uuid(row, "id")));
    }

    static void told(Connection db, OrganizationId id, long version) throws SQLException {
        Sql.update(
                db,
                "update organization set managers_told = ? where id = ? and managers_told < ?",
                version,
                id,
                version);
    }

    private static Organization organization(ResultSet row) throws SQLException {
        var size = row.getString("size");
        return new Organization(
                new OrganizationId(Sql.uuid(row, "id")),
                row.getString("name"),
                row.getString("slug"),
                row.getString("description"),
                row.getString("logo_url"),
                row.getString("website_url"),
                row.getString("industry"),
                size == null ? null : Size.valueOf(size),
                VerificationStatus.valueOf(row.getString("verification_status")),
                SubscriptionTier.valueOf(row.getString("subscription_tier")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                row.getLong("version"));
    }
}
