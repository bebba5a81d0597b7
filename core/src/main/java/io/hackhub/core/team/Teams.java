package io.hackhub.core.team;

import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.hackathon.TeamPort;
import io.hackhub.core.hackathon.TeamRules;
import io.hackhub.core.room.Memberships;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand.Decided;
import io.hackhub.core.team.TeamCommand.DismissMentor;
import io.hackhub.core.team.TeamCommand.HackathonIs;
import io.hackhub.core.team.TeamCommand.Join;
import io.hackhub.core.team.TeamCommand.Leave;
import io.hackhub.core.team.TeamCommand.TellRoom;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/// All teams, as hackathons and rooms address them.
public final class Teams implements TeamPort, Memberships {

    private final ActorSystem<?> system;
    private final Function<TeamId, RecipientRef<TeamCommand>> teams;
    private final Duration askTimeout;

    public Teams(ActorSystem<?> system, Function<TeamId, RecipientRef<TeamCommand>> teams) {
        this.system = system;
        this.teams = teams;
        this.askTimeout = system.settings().config().getDuration("hackhub.team.ask-timeout");
    }

    @Override
    public CompletionStage<Decision> join(
            TeamId team, UserId user, long claim, Credential credential, TeamRules rules) {
        return this.<Decided>ask(team, replyTo -> new Join(user, claim, credential, rules, replyTo))
                .thenApply(Decided::decision);
    }

    @Override
    public CompletionStage<Done> leave(TeamId team, UserId user, long claim) {
        return ask(team, replyTo -> new Leave(user, claim, replyTo));
    }

    @Override
    public CompletionStage<Done> dismissMentor(TeamId team, UserId user) {
        return ask(team, replyTo -> new DismissMentor(user, replyTo));
    }

    @Override
    public CompletionStage<Done> hackathonIs(TeamId team, TeamRules rules) {
        return ask(team, replyTo -> new HackathonIs(rules, replyTo));
    }

    @Override
    public void ask(TeamId team, ActorRef<RoomCommand> replyTo) {
        teams.apply(team).tell(new TellRoom(replyTo));
    }

    private <T> CompletionStage<T> ask(
            TeamId team, org.apache.pekko.japi.function.Function<ActorRef<T>, TeamCommand> command) {
        return AskPattern.ask(teams.apply(team), command, askTimeout, system.scheduler());
    }
}
