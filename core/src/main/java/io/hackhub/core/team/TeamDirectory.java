package io.hackhub.core.team;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamEvent.HackathonKnown;
import io.hackhub.core.team.TeamEvent.TeamEdited;
import io.hackhub.core.team.TeamEvent.TeamFormed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All SQL of the `team_directory` table: the teams of a hackathon, in the order of their forming. A moment behind the
/// teams themselves.
public final class TeamDirectory {

    /// A team as lists have it; its members stand in [TeamMembers].
    public record Listed(
            TeamId id,
            HackathonId hackathon,
            String name,
            @Nullable String description,
            List<String> lookingFor,
            @Nullable UserId leader,
            TeamStatus status,
            Instant createdAt,
            Instant updatedAt) {
        public Listed {
            lookingFor = List.copyOf(lookingFor);
        }
    }

    private TeamDirectory() {}

    /// At most `limit` teams that somebody is in, after the one that `after` names.
    public static List<Listed> page(
            Connection db, HackathonId hackathon, Optional<TeamStatus> status, Optional<TeamId> after, int limit)
            throws SQLException {
        return Sql.list(
                db,
                """
                select * from team_directory
                where hackathon_id = ? and members > 0 and (?::text is null or status = ?) and team_id > ?
                order by team_id limit ?""",
                TeamDirectory::listed,
                hackathon,
                status.orElse(null),
                status.orElse(null),
                after.map(TeamId::value).orElseGet(() -> new UUID(0, 0)),
                limit);
    }

    /// The names of these teams, for lists that show more than one.
    public static List<Listed> find(Connection db, List<TeamId> teams) throws SQLException {
        return Sql.list(db, "select * from team_directory where team_id = any(?)", TeamDirectory::listed, teams);
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                new TeamId(Sql.uuid(row, "team_id")),
                new HackathonId(Sql.uuid(row, "hackathon_id")),
                row.getString("name"),
                row.getString("description"),
                Sql.texts(row, "looking_for"),
                Optional.ofNullable(row.getObject("leader_id", UUID.class))
                        .map(UserId::new)
                        .orElse(null),
                TeamStatus.valueOf(row.getString("status")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    static void formed(Connection db, TeamId team, TeamFormed e) throws SQLException {
        Sql.update(
                db,
                """
                insert into team_directory
                  (team_id, hackathon_id, name, description, looking_for, capacity, phase, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                team,
                e.hackathon(),
                e.name(),
                e.description(),
                e.lookingFor(),
                e.maxSize(),
                e.phase(),
                e.at(),
                e.at());
    }

    static void edited(Connection db, TeamId team, TeamEdited e) throws SQLException {
        Sql.update(
                db,
                "update team_directory set name = ?, description = ?, looking_for = ?, updated_at = ? where team_id = ?",
                e.name(),
                e.description(),
                e.lookingFor(),
                e.at(),
                team);
    }

    /// The first to join leads.
    static void joined(Connection db, TeamId team, UserId user, Instant at) throws SQLException {
        Sql.update(db, """
                update team_directory
                set members = members + 1, leader_id = coalesce(leader_id, ?), updated_at = ? where team_id = ?""", user, at, team);
    }

    static void left(Connection db, TeamId team, UserId user, Instant at) throws SQLException {
        Sql.update(db, """
                update team_directory
                set members = members - 1, leader_id = nullif(leader_id, ?), updated_at = ? where team_id = ?""", user, at, team);
    }

    static void led(Connection db, TeamId team, UserId leader, Instant at) throws SQLException {
        Sql.update(db, "update team_directory set leader_id = ?, updated_at = ? where team_id = ?", leader, at, team);
    }

    static void submitted(Connection db, TeamId team, boolean submitted, Instant at) throws SQLException {
        Sql.update(
                db, "update team_directory set submitted = ?, updated_at = ? where team_id = ?", submitted, at, team);
    }

    static void disbanded(Connection db, TeamId team, Instant at) throws SQLException {
        Sql.update(
                db,
                "update team_directory set disbanded = true, leader_id = null, updated_at = ? where team_id = ?",
                at,
                team);
    }

    static void known(Connection db, TeamId team, HackathonKnown e) throws SQLException {
        Sql.update(
                db,
                "update team_directory set phase = ?, capacity = ?, updated_at = ? where team_id = ?",
                e.phase(),
                e.maxSize(),
                e.at(),
                team);
    }

    static void touched(Connection db, TeamId team, Instant at) throws SQLException {
        Sql.update(db, "update team_directory set updated_at = ? where team_id = ?", at, team);
    }
}
