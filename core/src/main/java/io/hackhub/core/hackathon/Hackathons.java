package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonCommand.Get;
import io.hackhub.core.hackathon.HackathonCommand.Registrations;
import io.hackhub.core.hackathon.HackathonCommand.StandingFor;
import io.hackhub.core.hackathon.HackathonReply.Accepted;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.Standings;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.jspecify.annotations.Nullable;

/// All hackathons, as others address them: sharded entities in production, plain actors in tests.
public final class Hackathons implements Standings {

    private final ActorSystem<?> system;
    private final Function<HackathonId, RecipientRef<HackathonCommand>> hackathons;
    private final Duration askTimeout;

    public Hackathons(ActorSystem<?> system, Function<HackathonId, RecipientRef<HackathonCommand>> hackathons) {
        this.system = system;
        this.hackathons = hackathons;
        this.askTimeout = system.settings().config().getDuration("hackhub.hackathon.ask-timeout");
    }

    public RecipientRef<HackathonCommand> find(HackathonId id) {
        return hackathons.apply(id);
    }

    public <R> CompletionStage<R> ask(
            HackathonId id, org.apache.pekko.japi.function.Function<ActorRef<R>, HackathonCommand> command) {
        return AskPattern.ask(find(id), command, askTimeout, system.scheduler());
    }

    /// The hackathon as `viewer` finds it; empty if there is none. Whether they may know of it is
    /// [HackathonView#known].
    public CompletionStage<Optional<HackathonView>> view(HackathonId id, @Nullable UserId viewer) {
        return this.<HackathonReply>ask(id, replyTo -> new Get(viewer, replyTo))
                .thenApply(reply -> reply instanceof Accepted(var view) ? Optional.of(view) : Optional.empty());
    }

    public CompletionStage<RegistrationPage> registrations(
            HackathonId id, int from, int limit, @Nullable RegistrationStatus status) {
        return ask(id, replyTo -> new Registrations(from, limit, status, replyTo));
    }

    @Override
    public void ask(HackathonId hackathon, @Nullable UserId user, ActorRef<RoomCommand> replyTo) {
        find(hackathon).tell(new StandingFor(user, replyTo));
    }
}
