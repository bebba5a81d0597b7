package io.hackhub.core.organization;

import static java.util.stream.Collectors.toMap;

import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All SQL of the `organization_member` table.
final class MemberTable {

    private MemberTable() {}

    static Optional<OrganizationRole> role(Connection db, OrganizationId organization, UserId user)
            throws SQLException {
        return Sql.first(
                db,
                "select role from organization_member where organization_id = ? and user_id = ?",
                row -> OrganizationRole.valueOf(row.getString("role")),
                organization,
                user);
    }

    /// In the order in which they came, after `after`.
    static List<Member> page(Connection db, OrganizationId organization, Optional<Member> after, int limit)
            throws SQLException {
        var sql = """
            select * from organization_member
            where organization_id = ? and (since, user_id) > (?::timestamptz, ?::uuid)
            order by since, user_id limit ?
            """;
        var last =
                after.orElse(new Member(new UserId(new java.util.UUID(0, 0)), OrganizationRole.STAFF, Instant.EPOCH));
        return Sql.list(db, sql, MemberTable::member, organization, last.since(), last.user(), limit);
    }

    static Map<UserId, OrganizationRole> managers(Connection db, OrganizationId organization) throws SQLException {
        return Sql.list(
                        db,
                        "select * from organization_member where organization_id = ? and role in ('OWNER', 'ADMIN')",
                        MemberTable::member,
                        organization)
                .stream()
                .collect(toMap(Member::user, Member::role));
    }

    static void put(Connection db, OrganizationId organization, UserId user, OrganizationRole role, Instant now)
            throws SQLException {
        var sql = """
            insert into organization_member (organization_id, user_id, role, since) values (?, ?, ?, ?)
            on conflict (organization_id, user_id) do update set role = excluded.role
            """;
        Sql.update(db, sql, organization, user, role, now);
    }

    static Optional<Member> find(Connection db, OrganizationId organization, UserId user) throws SQLException {
        return Sql.first(
                db,
                "select * from organization_member where organization_id = ? and user_id = ?",
                MemberTable::member,
                organization,
                user);
    }

    static void remove(Connection db, OrganizationId organization, UserId user) throws SQLException {
        Sql.update(db, "delete from organization_member where organization_id = ? and user_id = ?", organization, user);
    }

    static List<Membership> of(Connection db, UserId user) throws SQLException {
        var sql = """
            select o.id, o.name, m.role from organization_member m join organization o on o.id = m.organization_id
            where m.user_id = ? order by lower(o.name), o.id limit 200
            """;
        return Sql.list(
                db,
                sql,
                row -> new Membership(
                        new OrganizationId(Sql.uuid(row, "id")),
                        row.getString("name"),
                        OrganizationRole.valueOf(row.getString("role"))),
                user);
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                new UserId(Sql.uuid(row, "user_id")),
                OrganizationRole.valueOf(row.getString("role")),
                Sql.instant(row, "since"));
    }
}
