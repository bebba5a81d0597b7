package io.hackhub.http.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.parameterOptional;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.access.Grant;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.team.ProjectGallery;
import io.hackhub.core.team.ProjectGallery.Drafts;
import io.hackhub.core.team.ProjectGallery.Exhibit;
import io.hackhub.core.team.TeamDirectory;
import io.hackhub.core.team.TeamMembers;
import io.hackhub.core.team.TeamStatus;
import io.hackhub.http.hackathon.Visit;
import io.hackhub.http.shared.Choices;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging;
import io.hackhub.http.shared.Paging.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.server.Route;

/// `/hackathons/{id}/teams` and `/hackathons/{id}/projects`: lists from the read tables, a moment behind.
final class HackathonTeamRoutes {

    private record TeamPage(Page<TeamDirectory.Listed> teams, List<TeamMembers.Listed> members) {}

    private final TeamPorts ports;
    private final EntranceRoutes entrance;

    HackathonTeamRoutes(TeamPorts ports, EntranceRoutes entrance) {
        this.ports = ports;
        this.entrance = entrance;
    }

    Route routes() {
        return concat(
                path(
                        segment("hackathons").slash(segment()).slash("teams"),
                        hackathon -> concat(
                                get(() -> ports.visits().open(hackathon, visit -> teams(visit.hackathon()))),
                                post(() -> entrance.createIn(hackathon)))),
                path(
                        segment("hackathons").slash(segment()).slash("projects"),
                        hackathon -> get(() -> ports.visits().open(hackathon, this::gallery))));
    }

    // Teams

    private Route teams(HackathonView hackathon) {
        return Choices.parameter(
                "status",
                TeamStatus.class,
                status -> Paging.paged(
                        HackathonTeamRoutes::cursor,
                        (limit, after) -> onSuccess(
                                ports.database().run(db -> page(db, hackathon, status, after, limit)), this::answer)));
    }

    private static TeamPage page(
            Connection db, HackathonView hackathon, Optional<TeamStatus> status, Optional<TeamId> after, int limit)
            throws SQLException {
        var fetched = TeamDirectory.page(db, hackathon.id(), status, after, limit + 1);
        var page = Paging.page(fetched, limit, team -> List.of(team.id().toString()));
        var ids = page.items().stream().map(TeamDirectory.Listed::id).toList();
        return new TeamPage(page, TeamMembers.of(db, ids));
    }

    private Route answer(TeamPage page) {
        var people = page.members().stream().map(TeamMembers.Listed::user).collect(toSet());
        var byTeam = page.members().stream().collect(groupingBy(TeamMembers.Listed::team));
        return onSuccess(
                ports.people().cards(people),
                cards -> Json.ok(page.teams()
                        .map(team -> TeamJson.team(team, byTeam.getOrDefault(team.id(), List.of()), cards))));
    }

    // The gallery

    private Route gallery(Visit visit) {
        return parameterOptional(
                "track",
                track -> Paging.paged(
                        HackathonTeamRoutes::cursor,
                        (limit, after) -> onSuccess(
                                ports.database()
                                        .run(db -> ProjectGallery.page(
                                                db, visit.id(), drafts(db, visit), track, after, limit + 1)),
                                shown -> Json.ok(Paging.<Exhibit>page(
                                                shown,
                                                limit,
                                                it -> List.of(it.team().toString()))
                                        .map(TeamJson::galleryItem)))));
    }

    /// An admin's override is for one project at a time, where it is written down.
    private static Drafts drafts(Connection db, Visit visit) throws SQLException {
        var caller = visit.caller();
        if (caller == null) {
            return Drafts.NONE;
        }
        return visit.hackathon().grants().contains(Grant.ORGANIZER)
                ? Drafts.ALL
                : new Drafts(false, TeamMembers.teamsOf(db, visit.id(), caller.id()));
    }

    private static TeamId cursor(List<String> key) {
        return TeamId.of(key.getFirst());
    }
}
