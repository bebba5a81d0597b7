package io.hackhub.http.team;

import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Decision;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.InvitationCode;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.core.team.TeamReply;
import io.hackhub.core.team.TeamView;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// Fetches what requests are about, holds them to the table of rights, and carries commands to their entities.
/// What may not be known of is not found.
final class TeamDesk {

    private final TeamPorts ports;

    TeamDesk(TeamPorts ports) {
        this.ports = ports;
    }

    // Finding

    Route scene(TeamId id, @Nullable Caller caller, Function<Scene, Route> inner) {
        return tell(id, TeamCommand.Get::new, team -> scene(team, caller, inner));
    }

    /// The team that a code opens to the caller; any other code is one that does not work.
    Route check(InvitationCode code, Caller caller, Function<Scene, Route> inner) {
        return tell(
                code.team(),
                replyTo -> new TeamCommand.CheckInvitation(caller.id(), code.hash(), replyTo),
                team -> scene(team, caller, inner));
    }

    private Route scene(TeamView team, @Nullable Caller caller, Function<Scene, Route> inner) {
        return ports.visits().visit(team.hackathon(), caller, visit -> inner.apply(new Scene(team, visit)));
    }

    // Rights

    /// 403, for a guest 401, unless the table allows it; an admin's override is in the audit log before anything
    /// happens.
    Route may(Scene scene, Action action, Supplier<Route> inner) {
        return permitted(scene, action, scene.decide(action), inner);
    }

    /// For the leader, and whoever else may manage the team.
    Route managed(TeamId id, Function<Scene, Route> inner) {
        return ports.guard()
                .signedIn(caller ->
                        scene(id, caller, scene -> may(scene, Action.MANAGE_TEAM, () -> inner.apply(scene))));
    }

    /// As [#may] for managing the team, but the leader's right does not count.
    Route mayAsOrganizer(Scene scene, Supplier<Route> inner) {
        var decision = Policy.decide(Action.MANAGE_TEAM, scene.visit().grants());
        return permitted(scene, Action.MANAGE_TEAM, decision, inner);
    }

    private Route permitted(Scene scene, Action action, Decision decision, Supplier<Route> inner) {
        return switch (decision) {
            case ALLOWED -> inner.get();
            case DENIED -> Problems.problem(scene.caller() == null ? Problem.UNAUTHENTICATED : Problem.FORBIDDEN);
            case OVERRIDE ->
                onSuccess(
                        ports.overrides()
                                .note(
                                        scene.by().user(),
                                        action,
                                        "team/" + scene.team().id()),
                        _ -> inner.get());
        };
    }

    // Doing

    Route tell(
            TeamId team,
            org.apache.pekko.japi.function.Function<ActorRef<TeamReply>, TeamCommand> command,
            Function<TeamView, Route> then) {
        return ports.asks().ask(ports.teams().apply(team), command, (TeamReply reply) -> switch (reply) {
            case TeamReply.Done(var view) -> then.apply(view);
            case TeamReply.Refused(var reason) -> TeamProblems.of(reason);
        });
    }

    /// Claims `user` for the team, and goes on when its room knows of them.
    Route enter(
            HackathonId hackathon, TeamId team, UserId user, Credential credential, Function<TeamView, Route> then) {
        return ports.asks()
                .ask(
                        ports.hackathons().apply(hackathon),
                        (ActorRef<HackathonReply> replyTo) ->
                                new HackathonCommand.EnterTeam(user, team, credential, replyTo),
                        reply -> reply instanceof HackathonReply.Refused(var reason, var _)
                                ? TeamProblems.of(reason)
                                : tell(team, TeamCommand.GetSettled::new, then));
    }

    // Answering

    Route answer(StatusCode status, TeamView team) {
        return onSuccess(
                ports.people().cards(TeamJson.people(team)),
                cards -> status.equals(StatusCodes.CREATED)
                        ? ETags.answer(status, team.version(), TeamJson.team(team, cards), location(team))
                        : ETags.answer(status, team.version(), TeamJson.team(team, cards)));
    }

    Route show(TeamView team) {
        return onSuccess(
                ports.people().cards(TeamJson.people(team)),
                cards -> ETags.ok(team.version(), TeamJson.team(team, cards)));
    }

    Route members(TeamView team, Function<List<TeamJson.Member>, Route> then) {
        return onSuccess(
                ports.people().cards(TeamJson.people(team)), cards -> then.apply(TeamJson.members(team, cards)));
    }

    private static RawHeader location(TeamView team) {
        return RawHeader.create("Location", "/api/v1/teams/" + team.id());
    }
}
