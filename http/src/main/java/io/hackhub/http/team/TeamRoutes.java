package io.hackhub.http.team;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEnd;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.access.Action;
import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Ids;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging;
import io.hackhub.http.shared.Validation;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/teams/{id}` and what hangs from it. Turns requests into commands and replies into answers.
public final class TeamRoutes {

    record TeamBody(
            String name,
            @Nullable String description,
            @Nullable List<String> lookingFor) {
        List<String> skills() {
            return lookingFor == null ? List.of() : lookingFor;
        }
    }

    record Person(UserId userId) {}

    private final TeamPorts ports;
    private final TeamDesk desk;
    private final EntranceRoutes entrance;
    private final InvitationRoutes invitations;
    private final MentorRoutes mentors;
    private final ProjectRoutes projects;
    private final HackathonTeamRoutes lists;

    public TeamRoutes(TeamPorts ports) {
        this.ports = ports;
        this.desk = new TeamDesk(ports);
        this.entrance = new EntranceRoutes(ports, desk);
        this.invitations = new InvitationRoutes(ports, desk);
        this.mentors = new MentorRoutes(ports, desk);
        this.projects = new ProjectRoutes(ports, desk);
        this.lists = new HackathonTeamRoutes(ports, entrance);
    }

    /// `/teams/…`, and of `/hackathons/{id}/…` what is about teams.
    public Route routes() {
        return concat(
                pathPrefix(
                        "teams",
                        () -> concat(entrance.routes(), pathPrefix(segment(), Ids.of(TeamId::of, this::team)))),
                lists.routes());
    }

    private Route team(TeamId id) {
        return concat(
                pathEnd(() -> concat(get(() -> show(id)), put(() -> edit(id)), delete(() -> disband(id)))),
                path("transfer", () -> post(() -> transfer(id))),
                pathPrefix(
                        "members",
                        () -> concat(
                                pathEnd(() -> concat(get(() -> members(id)), post(() -> add(id)))),
                                path(segment(), Ids.of(UserId::of, user -> delete(() -> remove(id, user)))))),
                pathPrefix("invitations", () -> invitations.of(id)),
                pathPrefix("mentors", () -> mentors.of(id)),
                pathPrefix("project", () -> projects.of(id)));
    }

    private Route show(TeamId id) {
        return ports.guard().maybe(caller -> desk.scene(id, caller.orElse(null), scene -> desk.show(scene.team())));
    }

    private Route members(TeamId id) {
        return ports.guard()
                .maybe(caller -> desk.scene(
                        id,
                        caller.orElse(null),
                        scene -> desk.members(scene.team(), items -> Json.ok(new Paging.Page<>(items, null)))));
    }

    private Route edit(TeamId id) {
        return desk.managed(
                id,
                scene -> Json.body(
                        TeamBody.class,
                        body -> valid(
                                body,
                                () -> ETags.expected(version -> desk.tell(
                                        id,
                                        replyTo -> new TeamCommand.Edit(
                                                scene.by(),
                                                body.name().strip(),
                                                body.description(),
                                                body.skills(),
                                                version.isPresent() ? version.getAsLong() : null,
                                                scene.rules(),
                                                replyTo),
                                        team -> desk.answer(StatusCodes.OK, team))))));
    }

    static Route valid(TeamBody body, Supplier<Route> inner) {
        return Validation.valid(
                it -> {
                    it.text("/name", body.name(), 1, 100);
                    it.text("/description", body.description(), 0, 5_000);
                    it.texts("/lookingFor", body.lookingFor(), 20, 50);
                },
                inner);
    }

    private Route disband(TeamId id) {
        return desk.managed(
                id,
                scene -> desk.tell(
                        id,
                        replyTo -> new TeamCommand.Disband(scene.by(), scene.rules(), replyTo),
                        _ -> Json.noContent()));
    }

    private Route transfer(TeamId id) {
        return desk.managed(
                id,
                scene -> Json.body(
                        Person.class,
                        to -> desk.tell(
                                id,
                                replyTo -> new TeamCommand.Transfer(scene.by(), to.userId(), replyTo),
                                team -> desk.answer(StatusCodes.OK, team))));
    }

    /// Organizers put somebody into a team who is registered, and on no other.
    private Route add(TeamId id) {
        return ports.guard()
                .signedIn(caller -> ports.once()
                        .once(
                                caller,
                                () -> desk.scene(
                                        id,
                                        caller,
                                        scene -> desk.mayAsOrganizer(
                                                scene,
                                                () -> Json.body(
                                                        Person.class,
                                                        it -> desk.enter(
                                                                scene.team().hackathon(),
                                                                id,
                                                                it.userId(),
                                                                new Credential.ByOrganizer(),
                                                                team -> desk.answer(StatusCodes.CREATED, team)))))));
    }

    /// Removing oneself is leaving, which members may and others cannot.
    private Route remove(TeamId id, UserId user) {
        return ports.guard()
                .signedIn(caller -> desk.scene(id, caller, scene -> {
                    Supplier<Route> removal = () -> desk.tell(
                            id,
                            replyTo -> new TeamCommand.Remove(scene.by(), user, scene.rules(), replyTo),
                            _ -> Json.noContent());
                    return isLeaving(caller, user) ? removal.get() : desk.may(scene, Action.MANAGE_TEAM, removal);
                }));
    }

    private static boolean isLeaving(Caller caller, UserId user) {
        return caller.id().equals(user);
    }
}
