package io.hackhub.http.team;

import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.http.hackathon.Visits;
import io.hackhub.http.shared.Asks;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.GuardedRouteTest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.server.Route;
import org.junit.jupiter.api.BeforeEach;
import org.postgresql.ds.PGSimpleDataSource;

/// The team routes between stand-ins of the team and the hackathon, which answer as the [Stage] says.
abstract class TeamRouteKit extends GuardedRouteTest {

    Stage stage = new Stage();
    final List<TeamCommand> told = new CopyOnWriteArrayList<>();
    final List<HackathonCommand.EnterTeam> entering = new CopyOnWriteArrayList<>();

    @BeforeEach
    void newStage() {
        stage = new Stage();
        told.clear();
        entering.clear();
    }

    @Override
    protected Route routes(Guard guard) {
        return new TeamRoutes(ports(guard)).routes();
    }

    TeamPorts ports(Guard guard) {
        var team = actors.spawn(Behaviors.<TeamCommand>receiveMessage(command -> {
            told.add(command);
            if (command instanceof TeamCommand.Request request) {
                request.replyTo().tell(stage.answer(command));
            }
            return Behaviors.same();
        }));
        var hackathon = actors.spawn(Behaviors.<HackathonCommand>receiveMessage(command -> {
            answer(command);
            return Behaviors.same();
        }));
        return new TeamPorts(
                guard,
                unlimited(),
                (_, inner) -> inner.get(),
                new Asks(actors.system(), Duration.ofSeconds(3)),
                _ -> team,
                _ -> hackathon,
                new Visits(guard, TeamRouteKit::named, new Hackathons(actors.system(), _ -> hackathon), this::note),
                ids -> CompletableFuture.completedFuture(
                        ids.stream().collect(Collectors.toMap(Function.identity(), Stage::card))),
                this::note,
                database(),
                InstantSource.fixed(Stage.NOON),
                new Random(1));
    }

    private static CompletionStage<Optional<HackathonId>> named(String name) {
        return CompletableFuture.completedFuture(
                List.of("spring", Stage.SPRING.toString()).contains(name)
                        ? Optional.of(Stage.SPRING)
                        : Optional.empty());
    }

    /// Only lists read tables.
    Database database() {
        return new Database(new PGSimpleDataSource());
    }

    private void answer(HackathonCommand command) {
        switch (command) {
            case HackathonCommand.Get get -> get.replyTo().tell(stage.answer(get));
            case HackathonCommand.StandingOf(var user, var replyTo) -> replyTo.tell(stage.standing(user));
            case HackathonCommand.EnterTeam enter -> {
                entering.add(enter);
                enter.replyTo().tell(stage.entered);
            }
            default -> throw new AssertionError("asked a hackathon: " + command);
        }
    }

    /// The last thing that the team was told, questions apart.
    <T extends TeamCommand> T last(Class<T> type) {
        return last(told, type);
    }
}
