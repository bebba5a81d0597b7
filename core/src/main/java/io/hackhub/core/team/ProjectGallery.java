package io.hackhub.core.team;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.TeamId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All SQL of the `project_gallery` table: of each team what it handed in, and its draft, which few may see.
public final class ProjectGallery {

    /// `submittedAt` null = a draft.
    public record Exhibit(
            TeamId team,
            String teamName,
            Project project,
            @Nullable Instant submittedAt,
            boolean late) {}

    /// Whose drafts the viewer may see where nothing is handed in.
    public record Drafts(boolean all, List<TeamId> of) {
        public static final Drafts NONE = new Drafts(false, List.of());
        public static final Drafts ALL = new Drafts(true, List.of());

        public Drafts {
            of = List.copyOf(of);
        }
    }

    private ProjectGallery() {}

    /// At most `limit` teams' projects, after that of the team that `after` names.
    public static List<Exhibit> page(
            Connection db,
            HackathonId hackathon,
            Drafts drafts,
            Optional<String> track,
            Optional<TeamId> after,
            int limit)
            throws SQLException {
        return Sql.list(
                db,
                """
                select * from (
                  select distinct on (p.team_id) p.*, t.name as team_name
                  from project_gallery p join team_directory t using (team_id)
                  where p.hackathon_id = ? and p.team_id > ? and (p.submitted or ? or p.team_id = any(?))
                  order by p.team_id, p.submitted desc) as shown
                where (?::text is null or ? = any(track_ids))
                order by team_id limit ?""",
                ProjectGallery::exhibit,
                hackathon,
                after.map(TeamId::value).orElseGet(() -> new UUID(0, 0)),
                drafts.all(),
                drafts.of(),
                track.orElse(null),
                track.orElse(null),
                limit);
    }

    private static Exhibit exhibit(ResultSet row) throws SQLException {
        var project = new Project(
                row.getString("name"),
                row.getString("description"),
                row.getString("repository_url"),
                row.getString("demo_url"),
                Sql.texts(row, "track_ids"),
                row.getLong("version"));
        return new Exhibit(
                new TeamId(Sql.uuid(row, "team_id")),
                row.getString("team_name"),
                project,
                Sql.optionalInstant(row, "submitted_at").orElse(null),
                row.getBoolean("late"));
    }

    static void saved(Connection db, TeamId team, Project project) throws SQLException {
        put(db, team, project, null, false);
    }

    static void submitted(Connection db, TeamId team, Submission submission) throws SQLException {
        put(db, team, submission.project(), submission.at(), submission.late());
    }

    static void withdrawn(Connection db, TeamId team) throws SQLException {
        Sql.update(db, "delete from project_gallery where team_id = ? and submitted", team);
    }

    static void draftGone(Connection db, TeamId team) throws SQLException {
        Sql.update(db, "delete from project_gallery where team_id = ? and not submitted", team);
    }

    private static void put(Connection db, TeamId team, Project project, @Nullable Instant submittedAt, boolean late)
            throws SQLException {
        Sql.update(
                db,
                """
                insert into project_gallery (team_id, submitted, hackathon_id, name, description, repository_url,
                  demo_url, track_ids, version, submitted_at, late)
                select team_id, ?, hackathon_id, ?, ?, ?, ?, ?, ?, ?::timestamptz, ? from team_directory where team_id = ?
                on conflict (team_id, submitted) do update set name = excluded.name,
                  description = excluded.description, repository_url = excluded.repository_url,
                  demo_url = excluded.demo_url, track_ids = excluded.track_ids, version = excluded.version,
                  submitted_at = excluded.submitted_at, late = excluded.late""",
                submittedAt != null,
                project.name(),
                project.description(),
                project.repositoryUrl(),
                project.demoUrl(),
                project.trackIds(),
                project.version(),
                submittedAt,
                late,
                team);
    }
}
