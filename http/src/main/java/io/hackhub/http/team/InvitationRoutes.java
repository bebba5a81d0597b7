package io.hackhub.http.team;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEnd;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.core.team.InvitationCode;
import io.hackhub.core.team.InvitationId;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.http.shared.Ids;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging;
import io.hackhub.http.team.TeamJson.CreatedInvitation;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/teams/{id}/invitations`. The code is made here and answered once; the team gets its hash.
final class InvitationRoutes {

    record NewInvitation(@Nullable UserId userId) {}

    private final TeamPorts ports;
    private final TeamDesk desk;

    InvitationRoutes(TeamPorts ports, TeamDesk desk) {
        this.ports = ports;
        this.desk = desk;
    }

    Route of(TeamId team) {
        return concat(
                pathEnd(() -> concat(get(() -> list(team)), post(() -> create(team)))),
                path(segment(), Ids.of(InvitationId::of, id -> delete(() -> revoke(team, id)))));
    }

    private Route list(TeamId id) {
        return desk.managed(
                id,
                scene -> Json.ok(new Paging.Page<>(
                        scene.team().invitations().stream()
                                .filter(it -> ports.clock().instant().isBefore(it.expiresAt()))
                                .map(TeamJson::invitation)
                                .toList(),
                        null)));
    }

    private Route create(TeamId team) {
        return desk.managed(
                team,
                scene -> ports.once()
                        .once(
                                scene.signedIn(),
                                () -> Json.optionalBody(
                                        NewInvitation.class,
                                        body -> invite(
                                                scene,
                                                body.map(NewInvitation::userId).orElse(null)))));
    }

    private Route invite(Scene scene, @Nullable UserId invitee) {
        var team = scene.team().id();
        var code = InvitationCode.create(team, ports.random());
        var id = new InvitationId(Uuids.v7(ports.clock().instant(), ports.random()));
        return desk.tell(
                team,
                replyTo -> new TeamCommand.Invite(scene.by(), id, code.hash(), invitee, scene.rules(), replyTo),
                view -> Json.answer(
                        StatusCodes.CREATED,
                        view.invitations().stream()
                                .filter(it -> it.id().equals(id))
                                .map(it -> new CreatedInvitation(id, code.text(), it.expiresAt()))
                                .findFirst()
                                .orElseThrow()));
    }

    private Route revoke(TeamId team, InvitationId id) {
        return desk.managed(
                team,
                scene -> desk.tell(
                        team,
                        replyTo -> new TeamCommand.RevokeInvitation(scene.by(), id, replyTo),
                        _ -> Json.noContent()));
    }
}
