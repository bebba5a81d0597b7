package io.hackhub.core.judging;

import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.JudgingPort;
import io.hackhub.core.judging.LeaderboardCommand.CloseIfUnscored;
import io.hackhub.core.judging.LeaderboardCommand.SetUp;
import io.hackhub.core.judging.LeaderboardCommand.StandingChanged;
import io.hackhub.core.judging.LeaderboardReply.Unscored;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.core.team.TeamReply;
import io.hackhub.core.team.TeamStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/// Judging, as hackathons address it. Asks each team whether it submitted: those are what is judged.
public final class Judging implements JudgingPort {

    private final ActorSystem<?> system;
    private final Function<HackathonId, RecipientRef<LeaderboardCommand>> leaderboards;
    private final Function<TeamId, RecipientRef<TeamCommand>> teams;
    private final Duration askTimeout;

    public Judging(
            ActorSystem<?> system,
            Function<HackathonId, RecipientRef<LeaderboardCommand>> leaderboards,
            Function<TeamId, RecipientRef<TeamCommand>> teams) {
        this.system = system;
        this.leaderboards = leaderboards;
        this.teams = teams;
        this.askTimeout = system.settings().config().getDuration("hackhub.judging.ask-timeout");
    }

    @Override
    public CompletionStage<Done> setUp(Setup setup) {
        var entrants = setup.open() ? entrants(setup.teams()) : CompletableFuture.completedStage(List.<Entrant>of());
        return entrants.thenCompose(submitted -> ask(setup.hackathon(), replyTo -> command(setup, submitted, replyTo)))
                .thenApply(_ -> Done.getInstance());
    }

    private static SetUp command(Setup setup, List<Entrant> entrants, ActorRef<LeaderboardReply> replyTo) {
        var rubric = new Rubric(setup.criteria().stream()
                .map(it -> new Criterion(it.key(), it.name(), it.weight(), it.min(), it.max(), it.optional()))
                .toList());
        return new SetUp(
                setup.version(),
                setup.open(),
                rubric,
                setup.judges(),
                entrants,
                setup.visibility(),
                setup.freezeAt(),
                replyTo);
    }

    private CompletionStage<List<Entrant>> entrants(List<TeamId> all) {
        var asked = all.stream()
                .map(team -> AskPattern.ask(teams.apply(team), TeamCommand.Get::new, askTimeout, system.scheduler())
                        .thenApply(Judging::entrant)
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(_ -> asked.stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Entrant> entrant(TeamReply reply) {
        return switch (reply) {
            case TeamReply.Done(var team)
            when team.submission() != null && team.status() != TeamStatus.DISBANDED ->
                Optional.of(new Entrant(team.id(), team.name()));
            case TeamReply.Done _, TeamReply.Refused _ -> Optional.empty();
        };
    }

    @Override
    public CompletionStage<Boolean> closeIfUnscored(HackathonId hackathon) {
        return ask(hackathon, CloseIfUnscored::new)
                .thenApply(reply -> reply instanceof Unscored(var unscored) && unscored);
    }

    @Override
    public CompletionStage<Done> standingChanged(HackathonId hackathon, Standing standing) {
        return ask(hackathon, replyTo -> new StandingChanged(standing, replyTo)).thenApply(_ -> Done.getInstance());
    }

    private CompletionStage<LeaderboardReply> ask(
            HackathonId hackathon,
            org.apache.pekko.japi.function.Function<ActorRef<LeaderboardReply>, LeaderboardCommand> command) {
        return AskPattern.ask(leaderboards.apply(hackathon), command, askTimeout, system.scheduler());
    }
}
