package io.hackhub.core.team;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// All SQL of the `team_member` table: who is in which team, members in the order of their joining, then mentors.
public final class TeamMembers {

    public record Listed(TeamId team, UserId user, TeamRole role, Instant since) {}

    private TeamMembers() {}

    public static List<Listed> of(Connection db, List<TeamId> teams) throws SQLException {
        return Sql.list(
                db,
                """
                select m.team_id, m.user_id, m.since,
                       case when t.leader_id = m.user_id then 'LEADER' else m.role end as role
                from team_member m join team_directory t using (team_id)
                where m.team_id = any(?)
                order by m.team_id, m.role, m.place""",
                row -> new Listed(
                        new TeamId(Sql.uuid(row, "team_id")),
                        new UserId(Sql.uuid(row, "user_id")),
                        TeamRole.valueOf(row.getString("role")),
                        Sql.instant(row, "since")),
                teams);
    }

    /// The teams of a hackathon in which somebody is a member or an invited mentor.
    public static List<TeamId> teamsOf(Connection db, HackathonId hackathon, UserId user) throws SQLException {
        return Sql.list(db, """
                select team_id from team_member m join team_directory t using (team_id)
                where m.user_id = ? and t.hackathon_id = ? order by team_id""", row -> new TeamId(Sql.uuid(row, "team_id")), user, hackathon);
    }

    /// The teams of all hackathons that have invited somebody as their mentor.
    public static List<TeamId> mentoredBy(Connection db, UserId user) throws SQLException {
        return Sql.list(
                db,
                "select team_id from team_member where user_id = ? and role = 'MENTOR' order by team_id",
                row -> new TeamId(Sql.uuid(row, "team_id")),
                user);
    }

    static void add(Connection db, TeamId team, UserId user, TeamRole role, Instant since) throws SQLException {
        Sql.update(db, """
                insert into team_member (team_id, user_id, role, since) values (?, ?, ?, ?)
                on conflict (team_id, user_id) do update set role = excluded.role, since = excluded.since""", team, user, role, since);
    }

    static void remove(Connection db, TeamId team, UserId user, TeamRole role) throws SQLException {
        Sql.update(db, "delete from team_member where team_id = ? and user_id = ? and role = ?", team, user, role);
    }

    static void removeAll(Connection db, TeamId team) throws SQLException {
        Sql.update(db, "delete from team_member where team_id = ?", team);
    }
}
