package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.japi.function.Function;

/// Asks actors with the one patience of the REST API. An answer that does not come in time is 503 `unavailable`.
public final class Asks {

    private final ActorSystem<?> system;
    private final Duration timeout;

    public Asks(ActorSystem<?> system) {
        this(system, system.settings().config().getDuration("hackhub.http.ask-timeout"));
    }

    public Asks(ActorSystem<?> system, Duration timeout) {
        this.system = system;
        this.timeout = timeout;
    }

    public <C, R> CompletionStage<R> ask(RecipientRef<C> recipient, Function<ActorRef<R>, C> command) {
        return AskPattern.ask(recipient, command, timeout, system.scheduler());
    }

    /// Asks and goes on with the reply.
    public <C, R> Route ask(
            RecipientRef<C> recipient, Function<ActorRef<R>, C> command, java.util.function.Function<R, Route> answer) {
        return onSuccess(ask(recipient, command), answer);
    }
}
