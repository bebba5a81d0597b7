package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonEvent.Registered;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All SQL of the `hackathon_member` and `hackathon_manager` read tables: who takes part in or works for what. A moment
/// behind the hackathons themselves.
public final class HackathonMembers {

    /// What somebody is in one hackathon. `position` only on the waiting list; owners and admins of the organization
    /// have the role ORGANIZER unless they are registered.
    public record Membership(
            HackathonEntry hackathon,
            @Nullable RegistrationStatus registration,
            @Nullable Integer position,
            @Nullable TeamId team,
            List<StaffRole> roles) {
        public Membership {
            roles = List.copyOf(roles);
        }
    }

    private HackathonMembers() {}

    /// All hackathons that somebody takes part in, waits for or works for, the newest first.
    public static List<Membership> of(Connection db, UserId user) throws SQLException {
        return Sql.list(db, """
                select d.*, m.registration, m.team_id, coalesce(m.roles, '{}') as roles,
                  o.user_id is not null and coalesce(m.registration, 'CANCELLED') = 'CANCELLED' as manages,
                  (select count(*) from hackathon_member w where w.hackathon_id = d.hackathon_id
                    and w.registration = 'WAITLISTED' and w.arrival <= m.arrival) as position
                from hackathon_directory d
                left join hackathon_member m on m.hackathon_id = d.hackathon_id and m.user_id = ?
                left join hackathon_manager o on o.hackathon_id = d.hackathon_id and o.user_id = ?
                where m.registration in ('REGISTERED', 'WAITLISTED', 'CHECKED_IN') or m.roles <> '{}'
                  or o.user_id is not null
                order by d.created_at desc, d.hackathon_id desc
                """, HackathonMembers::membership, user, user);
    }

    /// Its staff and participants whose username or name contains `text`, by username.
    public static List<UserId> people(Connection db, HackathonId hackathon, String text, int limit)
            throws SQLException {
        var pattern = "%"
                + text.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
        return Sql.list(db, """
                select a.id from account a
                where (lower(a.username) like ? or lower(a.full_name) like ?)
                  and (exists (select 1 from hackathon_member m where m.hackathon_id = ? and m.user_id = a.id
                        and (m.registration in ('REGISTERED', 'CHECKED_IN') or m.roles <> '{}'))
                    or exists (select 1 from hackathon_manager o where o.hackathon_id = ? and o.user_id = a.id))
                order by lower(a.username)
                limit ?
                """, row -> new UserId(Sql.uuid(row, "id")), pattern, pattern, hackathon, hackathon, limit);
    }

    static void registered(Connection db, HackathonId hackathon, Registered e, long arrival) throws SQLException {
        Sql.update(db, """
                insert into hackathon_member (hackathon_id, user_id, registration_id, registration, registered_at, arrival)
                values (?, ?, ?, ?, ?, ?)
                on conflict (hackathon_id, user_id) do update set
                  registration_id = excluded.registration_id, registration = excluded.registration,
                  registered_at = excluded.registered_at, arrival = excluded.arrival, team_id = null
                """, hackathon, e.user(), e.registration(), e.status(), e.at(), arrival);
    }

    /// Sets somebody's registration, and answers what it was.
    static Optional<RegistrationStatus> registration(
            Connection db, HackathonId hackathon, UserId user, RegistrationStatus status) throws SQLException {
        var before = Sql.first(
                db,
                "select registration from hackathon_member where hackathon_id = ? and user_id = ? for update",
                row -> RegistrationStatus.valueOf(row.getString("registration")),
                hackathon,
                user);
        Sql.update(
                db,
                "update hackathon_member set registration = ? where hackathon_id = ? and user_id = ?",
                status,
                hackathon,
                user);
        return before;
    }

    static void team(Connection db, HackathonId hackathon, UserId user, @Nullable TeamId team) throws SQLException {
        Sql.update(
                db,
                "update hackathon_member set team_id = ? where hackathon_id = ? and user_id = ?",
                team,
                hackathon,
                user);
    }

    static int teams(Connection db, HackathonId hackathon) throws SQLException {
        return Sql.first(
                        db,
                        "select count(distinct team_id) as teams from hackathon_member"
                                + " where hackathon_id = ? and team_id is not null",
                        row -> row.getInt("teams"),
                        hackathon)
                .orElse(0);
    }

    static void roles(Connection db, HackathonId hackathon, UserId user, List<StaffRole> roles) throws SQLException {
        Sql.update(db, """
                insert into hackathon_member (hackathon_id, user_id, roles) values (?, ?, ?)
                on conflict (hackathon_id, user_id) do update set roles = excluded.roles
                """, hackathon, user, roles);
    }

    static List<StaffRole> roles(Connection db, HackathonId hackathon, UserId user) throws SQLException {
        return Sql.first(
                        db,
                        "select roles from hackathon_member where hackathon_id = ? and user_id = ?",
                        row -> Sql.texts(row, "roles").stream()
                                .map(StaffRole::valueOf)
                                .toList(),
                        hackathon,
                        user)
                .orElse(List.of());
    }

    static List<UserId> managers(Connection db, HackathonId hackathon) throws SQLException {
        return Sql.list(
                db,
                "select user_id from hackathon_manager where hackathon_id = ?",
                row -> new UserId(Sql.uuid(row, "user_id")),
                hackathon);
    }

    static void managers(Connection db, HackathonId hackathon, List<Manager> managers) throws SQLException {
        Sql.update(db, "delete from hackathon_manager where hackathon_id = ?", hackathon);
        for (var manager : managers) {
            Sql.update(
                    db,
                    "insert into hackathon_manager (hackathon_id, user_id, role) values (?, ?, ?)",
                    hackathon,
                    manager.user(),
                    manager.role());
        }
    }

    private static Membership membership(ResultSet row) throws SQLException {
        var registration = row.getString("registration");
        var status = registration == null ? null : RegistrationStatus.valueOf(registration);
        var team = row.getObject("team_id", UUID.class);
        var roles = new TreeSet<StaffRole>();
        Sql.texts(row, "roles").forEach(role -> roles.add(StaffRole.valueOf(role)));
        if (row.getBoolean("manages")) {
            roles.add(StaffRole.ORGANIZER);
        }
        return new Membership(
                HackathonDirectory.entry(row),
                status == RegistrationStatus.CANCELLED ? null : status,
                status == RegistrationStatus.WAITLISTED ? row.getInt("position") : null,
                team == null ? null : new TeamId(team),
                List.copyOf(roles));
    }
}
