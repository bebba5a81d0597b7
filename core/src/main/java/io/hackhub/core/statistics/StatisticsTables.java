package io.hackhub.core.statistics;

import static io.hackhub.core.statistics.Figures.MOST_POINTS;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.statistics.Figures.Coming;
import io.hackhub.core.statistics.Figures.Count;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// What is counted out of the read tables. Curves are cut into equal stretches of at least a minute; a stretch in which
/// nothing happened has no point.
final class StatisticsTables {

    /// More rooms than this are not looked into.
    private static final int MOST_TEAMS = 5_000;

    private StatisticsTables() {}

    static List<Coming> registrations(Connection db, HackathonId hackathon) throws SQLException {
        return Sql.list(
                db,
                curve("""
                        select registered_at as at, registration from hackathon_member
                        where hackathon_id = ? and registered_at is not null and registration is not null
                        """, """
                        sum(count(*) filter (where registration in ('REGISTERED', 'CHECKED_IN'))) over w as registered,
                        sum(count(*) filter (where registration = 'WAITLISTED')) over w as waitlisted,
                        sum(count(*) filter (where registration = 'CANCELLED')) over w as cancelled
                        """),
                row -> new Coming(
                        Sql.instant(row, "at"),
                        row.getLong("registered"),
                        row.getLong("waitlisted"),
                        row.getLong("cancelled")),
                hackathon,
                MOST_POINTS - 1);
    }

    static List<Count> submissions(Connection db, HackathonId hackathon) throws SQLException {
        return Sql.list(
                db,
                curve(
                        "select submitted_at as at from project_gallery where hackathon_id = ? and submitted",
                        "sum(count(*)) over w as count"),
                row -> new Count(Sql.instant(row, "at"), row.getLong("count")),
                hackathon,
                MOST_POINTS - 1);
    }

    /// What `sums` come to, over the window `w`, by the end of each stretch of the rows of `them`, which have an `at`.
    private static String curve(String them, String sums) {
        return """
            with them as (%s), stretch as (
              select min(at) as first, greatest(60, ceil(extract(epoch from max(at) - min(at)) / ?)) as seconds from them)
            select max(at) as at, %s from them, stretch
            group by floor(extract(epoch from at - first) / seconds)
            window w as (order by floor(extract(epoch from at - first) / seconds))
            order by 1
            """.formatted(them, sums);
    }

    static Figures.Teams teams(Connection db, HackathonId hackathon) throws SQLException {
        return new Figures.Teams(Sql.map(
                db,
                "select status, count(*) as teams from team_directory where hackathon_id = ? and members > 0"
                        + " group by status",
                row -> row.getString("status"),
                row -> row.getLong("teams"),
                hackathon));
    }

    /// Where the hackathon's people write.
    static List<Channel.Log> chats(Connection db, HackathonId hackathon) throws SQLException {
        var teams = Sql.<Channel.Log>list(
                db,
                "select team_id from team_directory where hackathon_id = ? and members > 0 order by team_id limit ?",
                row -> new Channel.TeamChat(new TeamId(Sql.uuid(row, "team_id"))),
                hackathon,
                MOST_TEAMS);
        return Stream.concat(Stream.of(new Channel.HackathonChat(hackathon)), teams.stream())
                .toList();
    }
}
