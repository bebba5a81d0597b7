package io.hackhub.http.team;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.core.team.By;
import io.hackhub.core.team.InvitationCode;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.http.hackathon.Visit;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.team.TeamRoutes.TeamBody;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `POST /teams/create` and `POST /teams/join`: the two ways onto a team for who takes part and is on none.
final class EntranceRoutes {

    record NewTeam(
            String hackathonId,
            String name,
            @Nullable String description,
            @Nullable List<String> lookingFor) {
        TeamBody team() {
            return new TeamBody(name, description, lookingFor);
        }
    }

    record Code(String invitationCode) {}

    private final TeamPorts ports;
    private final TeamDesk desk;

    EntranceRoutes(TeamPorts ports, TeamDesk desk) {
        this.ports = ports;
        this.desk = desk;
    }

    Route routes() {
        return concat(
                path(
                        "create",
                        () -> post(() -> creating(caller ->
                                Json.body(NewTeam.class, body -> create(body.hackathonId(), body.team(), caller))))),
                path("join", () -> post(() -> ports.guard().signedIn(this::joining))));
    }

    private Route joining(Caller caller) {
        return ports.once()
                .once(
                        caller,
                        () -> Json.body(
                                Code.class,
                                body -> InvitationCode.parse(body.invitationCode())
                                        .map(code -> join(code, caller))
                                        .orElseGet(TeamProblems::invitationInvalid)));
    }

    /// `POST /hackathons/{id}/teams`.
    Route createIn(String hackathon) {
        return creating(caller -> Json.body(TeamBody.class, body -> create(hackathon, body, caller)));
    }

    private Route creating(java.util.function.Function<Caller, Route> inner) {
        return ports.guard()
                .signedIn(caller -> ports.limits()
                        .byUser(RateLimits.CREATE, caller, () -> ports.once().once(caller, () -> inner.apply(caller))));
    }

    private Route create(String idOrSlug, TeamBody body, Caller caller) {
        return TeamRoutes.valid(
                body,
                () -> ports.visits().visit(idOrSlug, caller, visit -> free(visit, () -> form(visit, body, caller))));
    }

    /// The team comes first, empty and seen by nobody; then the claim that makes the caller its leader.
    private Route form(Visit visit, TeamBody body, Caller caller) {
        var id = new TeamId(Uuids.v7(ports.clock().instant(), ports.random()));
        var by = new By(caller.id(), visit.grants());
        return desk.tell(
                id,
                replyTo -> new TeamCommand.Form(
                        body.name().strip(),
                        body.description(),
                        body.skills(),
                        by,
                        visit.hackathon().teamRules(),
                        replyTo),
                _ -> desk.enter(
                        visit.id(),
                        id,
                        caller.id(),
                        new Credential.Founder(),
                        team -> desk.answer(StatusCodes.CREATED, team)));
    }

    /// The team says first whether the code is any good, so that a bad one costs nobody a claim.
    private Route join(InvitationCode code, Caller caller) {
        return desk.check(
                code,
                caller,
                scene -> free(
                        scene.visit(),
                        () -> desk.enter(
                                scene.hackathon().id(),
                                code.team(),
                                caller.id(),
                                new Credential.Invitation(code.hash()),
                                team -> desk.answer(StatusCodes.CREATED, team))));
    }

    private static Route free(Visit visit, Supplier<Route> inner) {
        if (!Policy.allows(Action.ENTER_TEAM, visit.grants())) {
            return Problems.problem(Problem.FORBIDDEN, "Only who takes part in the hackathon can be on a team.");
        }
        return visit.hackathon().teamId() == null ? inner.get() : Problems.problem(Problem.ALREADY_IN_TEAM);
    }
}
