package io.hackhub.core.hackathon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.hackathon.HackathonEvent.Created;
import io.hackhub.core.hackathon.HackathonView.Counts;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.JsonMapper;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All SQL of the `hackathon_directory` read table: the list of hackathons. A moment behind the hackathons themselves.
public final class HackathonDirectory {

    private static final ObjectMapper JSON = JsonMapper.create();

    private static final String VISIBLE = """
            (d.published or ?
              or exists (select 1 from hackathon_member m
                where m.hackathon_id = d.hackathon_id and m.user_id = ?::uuid and m.roles <> '{}')
              or exists (select 1 from hackathon_manager m
                where m.hackathon_id = d.hackathon_id and m.user_id = ?::uuid))
            """;

    private HackathonDirectory() {}

    public static Optional<HackathonEntry> find(Connection db, HackathonId id) throws SQLException {
        return Sql.first(db, "select * from hackathon_directory where hackathon_id = ?", HackathonDirectory::entry, id);
    }

    /// At most `limit` of what the query's viewer may know of, in its order.
    public static List<HackathonEntry> list(Connection db, HackathonQuery query) throws SQLException {
        var found = found(query);
        var sql = "select d.* from hackathon_directory d where %1$s order by d.%2$s %3$s, d.hackathon_id %3$s limit ?"
                .formatted(found.sql(), query.sort().column(), query.sort().ascending() ? "asc" : "desc");
        return Sql.list(db, sql, HackathonDirectory::entry, found.parameters(query.limit()));
    }

    private static Conditions found(HackathonQuery query) {
        var sort = query.sort();
        var after = query.after();
        var text = query.text() == null ? null : containing(query.text());
        return new Conditions(VISIBLE, query.all(), query.viewer(), query.viewer())
                .and("(d.title ilike ? or d.description ilike ?)", text, text)
                .and("d.status = ?", query.status())
                .and("d.difficulty = ?", query.difficulty())
                .and("lower(d.theme) = ?", lower(query.theme()))
                .and("d.skills @> array[?::text]", lower(query.skill()))
                .and("d.end_date > ?", query.from())
                .and("d.start_date < ?", query.to())
                .and("d.organization_id = ?", query.organization())
                .and(
                        "(d.%s, d.hackathon_id) %s (?::timestamptz, ?::uuid)"
                                .formatted(sort.column(), sort.ascending() ? ">" : "<"),
                        after == null ? null : after.key(),
                        after == null ? null : after.id());
    }

    static void insert(Connection db, HackathonId id, Created e) throws SQLException {
        Sql.update(
                db,
                """
                insert into hackathon_directory (hackathon_id, organization_id, slug, title, description, theme,
                  difficulty, skills, details, status, registration_start, registration_end, start_date, end_date,
                  grace_minutes, time_zone, created_at, updated_at)
                values (?, ?, ?, '', '', null, ?, '{}', '{}', 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                e.organization(),
                e.slug(),
                e.details().difficulty(),
                e.milestones().registrationStart(),
                e.milestones().registrationEnd(),
                e.milestones().startDate(),
                e.milestones().endDate(),
                e.milestones().graceMinutes(),
                e.milestones().timeZone(),
                e.at(),
                e.at());
        details(db, id, e.details(), e.at());
    }

    static void details(Connection db, HackathonId id, Details details, Instant at) throws SQLException {
        Sql.update(
                db,
                """
                update hackathon_directory
                set title = ?, description = ?, theme = ?, difficulty = ?, skills = ?, details = ?::jsonb, updated_at = ?
                where hackathon_id = ?
                """,
                details.title(),
                details.description(),
                details.theme(),
                details.difficulty(),
                details.requirements().skills().stream()
                        .map(skill -> skill.toLowerCase(Locale.ROOT))
                        .toList(),
                write(details),
                at,
                id);
    }

    static void milestones(Connection db, HackathonId id, Milestones milestones, Instant at) throws SQLException {
        Sql.update(
                db,
                """
                update hackathon_directory
                set registration_start = ?, registration_end = ?, start_date = ?, end_date = ?, grace_minutes = ?,
                  time_zone = ?, held = false, updated_at = ?
                where hackathon_id = ?
                """,
                milestones.registrationStart(),
                milestones.registrationEnd(),
                milestones.startDate(),
                milestones.endDate(),
                milestones.graceMinutes(),
                milestones.timeZone(),
                at,
                id);
    }

    static void status(Connection db, HackathonId id, HackathonStatus status, Instant at) throws SQLException {
        Sql.update(
                db,
                "update hackathon_directory set status = ?, published = published or ?, held = false, updated_at = ?"
                        + " where hackathon_id = ?",
                status,
                status == HackathonStatus.PUBLISHED,
                at,
                id);
    }

    static void held(Connection db, HackathonId id) throws SQLException {
        Sql.update(db, "update hackathon_directory set held = true where hackathon_id = ?", id);
    }

    /// Adds to the counts of places taken and of people waiting.
    static void count(Connection db, HackathonId id, int registered, int waitlisted) throws SQLException {
        Sql.update(
                db,
                "update hackathon_directory set registered = registered + ?, waitlisted = waitlisted + ?"
                        + " where hackathon_id = ?",
                registered,
                waitlisted,
                id);
    }

    static void teams(Connection db, HackathonId id, int teams) throws SQLException {
        Sql.update(db, "update hackathon_directory set teams = ? where hackathon_id = ?", teams, id);
    }

    static HackathonEntry entry(ResultSet row) throws SQLException {
        return new HackathonEntry(
                new HackathonId(Sql.uuid(row, "hackathon_id")),
                new OrganizationId(Sql.uuid(row, "organization_id")),
                row.getString("slug"),
                read(row.getString("details")),
                new Milestones(
                        Sql.instant(row, "registration_start"),
                        Sql.instant(row, "registration_end"),
                        Sql.instant(row, "start_date"),
                        Sql.instant(row, "end_date"),
                        row.getInt("grace_minutes"),
                        row.getString("time_zone")),
                HackathonStatus.valueOf(row.getString("status")),
                row.getBoolean("published"),
                row.getBoolean("held"),
                new Counts(row.getInt("registered"), row.getInt("waitlisted"), row.getInt("teams")),
                row.getBoolean("featured"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    private static String write(Details details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("details cannot be written", impossible);
        }
    }

    private static Details read(String json) throws SQLException {
        try {
            return JSON.readValue(json, Details.class);
        } catch (JsonProcessingException unfit) {
            throw new SQLException("details cannot be read", unfit);
        }
    }

    private static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
