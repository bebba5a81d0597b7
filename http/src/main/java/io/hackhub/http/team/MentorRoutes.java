package io.hackhub.http.team;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.http.shared.Ids;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;

/// `/teams/{id}/mentors/{userId}`: whom of the hackathon's mentors the team lets into its chat.
final class MentorRoutes {

    private final TeamPorts ports;
    private final TeamDesk desk;

    MentorRoutes(TeamPorts ports, TeamDesk desk) {
        this.ports = ports;
        this.desk = desk;
    }

    Route of(TeamId team) {
        return path(
                segment(),
                Ids.of(UserId::of, user -> concat(put(() -> invite(team, user)), delete(() -> remove(team, user)))));
    }

    private Route invite(TeamId team, UserId user) {
        return desk.managed(
                team,
                scene -> ports.asks()
                        .ask(
                                ports.hackathons().apply(scene.team().hackathon()),
                                (ActorRef<Standing> replyTo) -> new HackathonCommand.StandingOf(user, replyTo),
                                standing -> standing.grants().contains(Grant.MENTOR)
                                        ? desk.tell(
                                                team,
                                                replyTo -> new TeamCommand.InviteMentor(scene.by(), user, replyTo),
                                                view -> desk.answer(StatusCodes.OK, view))
                                        : Problems.problem(
                                                Problem.CONFLICT, "That person is no mentor of this hackathon.")));
    }

    private Route remove(TeamId team, UserId user) {
        return desk.managed(
                team,
                scene -> desk.tell(
                        team,
                        replyTo -> new TeamCommand.RemoveMentor(scene.by(), user, replyTo),
                        _ -> Json.noContent()));
    }
}
