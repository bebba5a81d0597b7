package io.hackhub.http.team;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEnd;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Decision;
import io.hackhub.core.hackathon.Details.Track;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.team.Project;
import io.hackhub.core.team.Submission;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.core.team.TeamView;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Validation;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/teams/{id}/project`: the draft for those who may see it, what was handed in for all others.
final class ProjectRoutes {

    record ProjectBody(
            String name,
            String description,
            @Nullable String repositoryUrl,
            @Nullable String demoUrl,
            @Nullable List<String> trackIds) {

        Project draft() {
            return new Project(
                    name.strip(), description, repositoryUrl, demoUrl, trackIds == null ? List.of() : trackIds, 0);
        }
    }

    private final TeamPorts ports;
    private final TeamDesk desk;

    ProjectRoutes(TeamPorts ports, TeamDesk desk) {
        this.ports = ports;
        this.desk = desk;
    }

    Route of(TeamId team) {
        return concat(
                pathEnd(() -> concat(get(() -> show(team)), put(() -> save(team)))),
                path("submit", () -> post(() -> submit(team))),
                path("withdraw", () -> post(() -> withdraw(team))));
    }

    private Route show(TeamId team) {
        return ports.guard()
                .maybe(caller -> desk.scene(team, caller.orElse(null), scene -> {
                    var submission = scene.team().submission();
                    return scene.decide(Action.READ_UNSUBMITTED_PROJECT) != Decision.ALLOWED && submission != null
                            ? shown(submission.project(), submission)
                            : desk.may(scene, Action.READ_UNSUBMITTED_PROJECT, () -> draft(scene.team()));
                }));
    }

    private static Route draft(TeamView team) {
        return team.project() == null ? Problems.notFound() : shown(team.project(), team.submission());
    }

    private static Route shown(Project project, @Nullable Submission submission) {
        return ETags.ok(project.version(), TeamJson.project(project, submission));
    }

    private Route save(TeamId team) {
        return allowed(
                team,
                Action.EDIT_PROJECT,
                scene -> Json.body(
                        ProjectBody.class,
                        body -> valid(
                                body,
                                scene.hackathon().details().tracks(),
                                () -> ETags.expected(version -> desk.tell(
                                        team,
                                        replyTo -> new TeamCommand.SaveProject(
                                                scene.by(),
                                                body.draft(),
                                                version.isPresent() ? version.getAsLong() : null,
                                                scene.rules(),
                                                replyTo),
                                        ProjectRoutes::answer)))));
    }

    private static Route valid(ProjectBody body, List<Track> tracks, java.util.function.Supplier<Route> inner) {
        var known = tracks.stream().map(Track::id).collect(Collectors.toSet());
        return Validation.valid(
                it -> {
                    it.text("/name", body.name(), 1, 120);
                    it.text("/description", body.description(), 0, 20_000);
                    it.url("/repositoryUrl", body.repositoryUrl());
                    it.url("/demoUrl", body.demoUrl());
                    it.texts("/trackIds", body.trackIds(), 20, 100);
                    it.check(
                            known.containsAll(body.draft().trackIds()),
                            "/trackIds",
                            "unknown",
                            "must be tracks of the hackathon");
                },
                inner);
    }

    private Route submit(TeamId team) {
        return allowed(
                team,
                Action.SUBMIT_PROJECT,
                scene -> desk.tell(
                        team,
                        replyTo -> new TeamCommand.Submit(scene.by(), scene.rules(), replyTo),
                        ProjectRoutes::answer));
    }

    private Route withdraw(TeamId team) {
        return allowed(
                team,
                Action.SUBMIT_PROJECT,
                scene -> desk.tell(
                        team,
                        replyTo -> new TeamCommand.WithdrawSubmission(scene.by(), scene.rules(), replyTo),
                        ProjectRoutes::answer));
    }

    private static Route answer(TeamView team) {
        var project = Objects.requireNonNull(team.project(), "stored, and gone");
        return ETags.answer(StatusCodes.OK, project.version(), TeamJson.project(project, team.submission()));
    }

    private Route allowed(TeamId id, Action action, Function<Scene, Route> inner) {
        return ports.guard()
                .signedIn(caller -> desk.scene(id, caller, scene -> desk.may(scene, action, () -> inner.apply(scene))));
    }
}
