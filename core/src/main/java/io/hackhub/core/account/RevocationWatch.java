package io.hackhub.core.account;

import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.SessionId;
import java.time.Duration;
import java.util.Set;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.pubsub.Topic;

/// Keeps one node's [Revocations] up to date: hears the other nodes, and polls the table in case it did not.
public final class RevocationWatch {

    private static final Duration POLL = Duration.ofSeconds(10);

    /// What the actor takes; [Told] crosses the wire.
    public sealed interface Command {}

    record Told(Set<SessionId> sessions) implements Command, CborSerializable {
        Told {
            sessions = Set.copyOf(sessions);
        }
    }

    private record Poll() implements Command {}

    private record Polled(boolean ok) implements Command {}

    private RevocationWatch() {}

    public static Behavior<Command> create(Revocations revocations) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            var topic = context.spawn(Topic.create(Command.class, "revoked-sessions"), "topic");
            topic.tell(Topic.subscribe(context.getSelf()));
            revocations.tellOthersBy(sessions -> topic.tell(Topic.publish(new Told(sessions))));
            timers.startTimerWithFixedDelay(new Poll(), POLL);
            return watching(context, revocations);
        }));
    }

    private static Behavior<Command> watching(ActorContext<Command> context, Revocations revocations) {
        return Behaviors.receiveMessage(command -> {
            switch (command) {
                case Told(var sessions) -> revocations.learn(sessions);
                case Poll() -> context.pipeToSelf(revocations.poll(), (_, failure) -> new Polled(failure == null));
                case Polled(var ok) -> {
                    if (!ok) {
                        context.getLog().warn("the table of revoked sessions cannot be read; trying again");
                    }
                }
            }
            return Behaviors.same();
        });
    }
}
