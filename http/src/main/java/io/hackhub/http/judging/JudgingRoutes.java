package io.hackhub.http.judging;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.parameterOptional;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import com.fasterxml.jackson.databind.util.RawValue;
import io.hackhub.core.access.Action;
import io.hackhub.core.access.Decision;
import io.hackhub.core.access.Policy;
import io.hackhub.core.judging.BoardVisibility;
import io.hackhub.core.judging.LeaderboardCommand;
import io.hackhub.core.judging.LeaderboardCommand.Finalize;
import io.hackhub.core.judging.LeaderboardCommand.Freeze;
import io.hackhub.core.judging.LeaderboardCommand.GetAssignments;
import io.hackhub.core.judging.LeaderboardCommand.GetBoard;
import io.hackhub.core.judging.LeaderboardCommand.GetCards;
import io.hackhub.core.judging.LeaderboardCommand.Publish;
import io.hackhub.core.judging.LeaderboardCommand.PutScore;
import io.hackhub.core.judging.LeaderboardCommand.Submission;
import io.hackhub.core.judging.LeaderboardCommand.Unfreeze;
import io.hackhub.core.judging.LeaderboardReply;
import io.hackhub.core.judging.LeaderboardReply.Assignments;
import io.hackhub.core.judging.LeaderboardReply.Board;
import io.hackhub.core.judging.LeaderboardReply.Cards;
import io.hackhub.core.judging.LeaderboardReply.Finished;
import io.hackhub.core.judging.LeaderboardReply.Refused;
import io.hackhub.core.judging.LeaderboardReply.ResultsAre;
import io.hackhub.core.judging.LeaderboardReply.Scored;
import io.hackhub.core.judging.LeaderboardReply.TeamCard;
import io.hackhub.core.judging.Marks;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.http.hackathon.Visit;
import io.hackhub.http.judging.JudgingJson.FinalizeBody;
import io.hackhub.http.judging.JudgingJson.ScoreBody;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Ids;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/hackathons/{id}/assignments`, `…/scores`, `…/leaderboard`, `…/freeze`, `…/unfreeze` and `…/results`.
public final class JudgingRoutes {

    private final JudgingPorts ports;

    public JudgingRoutes(JudgingPorts ports) {
        this.ports = ports;
    }

    public Route routes() {
        return pathPrefix(segment("hackathons").slash(segment()), this::of);
    }

    private Route of(String hackathon) {
        return concat(
                path("assignments", () -> get(() -> assignments(hackathon))),
                path("scores", () -> get(() -> scores(hackathon))),
                path(
                        segment("scores").slash(segment()),
                        team -> put(() ->
                                Ids.of(TeamId::of, id -> score(hackathon, id)).apply(team))),
                path("leaderboard", () -> get(() -> board(hackathon))),
                path("freeze", () -> post(() -> control(hackathon, visit -> freeze(visit)))),
                path("unfreeze", () -> post(() -> control(hackathon, visit -> unfreeze(visit)))),
                path(segment("results").slash("finalize"), () -> post(() -> control(hackathon, this::finalizing))),
                path(segment("results").slash("publish"), () -> post(() -> control(hackathon, this::publish))));
    }

    // Judges

    private Route assignments(String hackathon) {
        return ports.visits()
                .signedIn(
                        hackathon,
                        visit -> ports.visits()
                                .may(
                                        Action.SCORE,
                                        visit,
                                        () -> Paging.counted((limit, from) -> ask(
                                                visit.id(),
                                                replyTo -> new GetAssignments(
                                                        visit.caller().id(), replyTo),
                                                Assignments.class,
                                                all -> Json.ok(page(all.assignments(), from, limit)
                                                        .map(JudgingJson::assignment))))));
    }

    private Route score(String hackathon, TeamId team) {
        return ports.visits()
                .signedIn(
                        hackathon,
                        visit -> ports.visits()
                                .may(
                                        Action.SCORE,
                                        visit,
                                        () -> ETags.expected(expected -> Json.body(
                                                ScoreBody.class,
                                                body -> ask(
                                                        visit.id(),
                                                        replyTo -> new PutScore(
                                                                submission(visit, team, body),
                                                                expected.isPresent() ? expected.getAsLong() : null,
                                                                replyTo),
                                                        Scored.class,
                                                        scored -> ETags.answer(
                                                                StatusCodes.OK,
                                                                scored.card().version(),
                                                                JudgingJson.scorecard(new TeamCard(
                                                                        scored.team(), scored.card()))))))));
    }

    /// A PUT is as idempotent as it is: each gets an id of its own.
    private Submission submission(Visit.SignedIn visit, TeamId team, ScoreBody body) {
        return new Submission(
                Uuids.v7(ports.clock().instant(), ports.random()),
                visit.caller().id(),
                team,
                Marks.of(body.criteria()),
                body.comment(),
                body.complete());
    }

    /// Organizers see all, a judge their own.
    private Route scores(String hackathon) {
        return ports.visits().signedIn(hackathon, visit -> {
            boolean others = Policy.decide(Action.SEE_OTHERS_SCORES, visit.grants()) == Decision.ALLOWED;
            return !others && Policy.allows(Action.SCORE, visit.grants())
                    ? cards(visit, visit.caller().id())
                    : ports.visits().may(Action.SEE_OTHERS_SCORES, visit, () -> cards(visit, null));
        });
    }

    private Route cards(Visit.SignedIn visit, @Nullable UserId judge) {
        return Paging.counted((limit, from) -> ask(
                visit.id(),
                replyTo -> new GetCards(judge, from, limit, replyTo),
                Cards.class,
                cards -> Json.ok(Paging.indexed(cards.cards(), cards.next()).map(JudgingJson::scorecard))));
    }

    // Boards and results

    private Route board(String hackathon) {
        return parameterOptional(
                "view",
                view -> view.isEmpty() || view.get().equals("public")
                        ? ports.visits().open(hackathon, this::publicBoard)
                        : fullBoard(hackathon, view.get()));
    }

    private Route publicBoard(Visit visit) {
        var details = visit.hackathon().details();
        var refusal = BoardVisibility.refusal(
                details.leaderboardVisibility(), false, visit.hackathon().standing(), visit.grants());
        if (refusal.isEmpty()) {
            return show(visit.id(), false);
        }
        return Problems.problem(visit.caller() == null ? Problem.UNAUTHENTICATED : Problem.FORBIDDEN);
    }

    private Route fullBoard(String hackathon, String view) {
        if (!view.equals("full")) {
            return Problems.invalid(List.of(new Problems.FieldError("?view", "unknown", "must be public or full")));
        }
        return ports.visits()
                .signedIn(
                        hackathon,
                        visit -> ports.visits().may(Action.SEE_FULL_BOARD, visit, () -> show(visit.id(), true)));
    }

    private Route show(HackathonId hackathon, boolean full) {
        return ask(
                hackathon,
                replyTo -> new GetBoard(full, replyTo),
                Board.class,
                board -> ETags.ok(
                        board.version(), new RawValue(new String(board.frame().array(), StandardCharsets.UTF_8))));
    }

    private Route control(String hackathon, Function<Visit.SignedIn, Route> inner) {
        return ports.visits()
                .signedIn(
                        hackathon,
                        visit -> ports.visits().may(Action.CONTROL_RESULTS, visit, () -> inner.apply(visit)));
    }

    private Route freeze(Visit.SignedIn visit) {
        return ask(
                visit.id(), replyTo -> new Freeze(visit.caller().id(), replyTo), Finished.class, _ -> Json.noContent());
    }

    private Route unfreeze(Visit.SignedIn visit) {
        return ask(
                visit.id(),
                replyTo -> new Unfreeze(visit.caller().id(), replyTo),
                Finished.class,
                _ -> Json.noContent());
    }

    private Route finalizing(Visit.SignedIn visit) {
        return Json.body(
                FinalizeBody.class,
                body -> ask(
                        visit.id(),
                        replyTo -> new Finalize(
                                body.waived() == null ? List.of() : body.waived(),
                                body.sharedRanks() == null ? List.of() : body.sharedRanks(),
                                visit.caller().id(),
                                replyTo),
                        ResultsAre.class,
                        it -> Json.ok(JudgingJson.results(it.results()))));
    }

    private Route publish(Visit.SignedIn visit) {
        return ask(
                visit.id(),
                replyTo -> new Publish(visit.caller().id(), replyTo),
                ResultsAre.class,
                it -> Json.ok(JudgingJson.results(it.results())));
    }

    // Asking

    private static <T> Paging.Page<T> page(List<T> all, int from, int limit) {
        int start = Math.min(from, all.size());
        int end = Math.min(all.size(), start + limit);
        return Paging.indexed(all.subList(start, end), end < all.size() ? end : null);
    }

    private <R extends LeaderboardReply> Route ask(
            HackathonId hackathon,
            org.apache.pekko.japi.function.Function<ActorRef<LeaderboardReply>, LeaderboardCommand> command,
            Class<R> expected,
            Function<R, Route> then) {
        return ports.asks()
                .ask(
                        ports.leaderboards().apply(hackathon),
                        command,
                        (LeaderboardReply reply) -> reply instanceof Refused refused
                                ? JudgingProblems.of(refused)
                                : then.apply(expected.cast(reply)));
    }
}
