package io.hackhub.core.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.jspecify.annotations.Nullable;

/// One per node: every channel that somebody on this node reads comes in here once, however many read it. A thin actor
/// around [Hub].
public final class NodeHub {

    /// Under which all hubs are found.
    public static final ServiceKey<HubCommand> KEY = ServiceKey.create(HubCommand.class, "live-hub");

    private static final Duration SWEEP = Duration.ofSeconds(1);

    record Sweep() implements HubCommand.Internal {}

    record Later(Runnable work) implements HubCommand.Internal {}

    private NodeHub() {}

    /// Registers itself with the receptionist. What fails at one message does not take the others' subscriptions along.
    public static Behavior<HubCommand> create(Sources sources, Backlog backlog, InstantSource clock, HubWatch watch) {
        return Behaviors.supervise(running(sources, backlog, clock, watch)).onFailure(SupervisorStrategy.resume());
    }

    private static Behavior<HubCommand> running(Sources sources, Backlog backlog, InstantSource clock, HubWatch watch) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            timers.startTimerWithFixedDelay(new Sweep(), SWEEP);
            context.getSystem().receptionist().tell(Receptionist.register(KEY, context.getSelf()));
            var self = context.getSelf();
            var hub = new Hub(sources, backlog, clock, self, turnOf(self), Hub.MOST_BYTES, watch);
            return Behaviors.receiveMessage(message -> {
                switch (message) {
                    case HubCommand.FromSource it -> hub.on(it);
                    case HubCommand.FromGateway it -> hub.on(it);
                    case Sweep _ -> hub.sweep();
                    case Later(var work) -> work.run();
                }
                return Behaviors.same();
            });
        }));
    }

    private static Hub.Turn turnOf(ActorRef<HubCommand> self) {
        return new Hub.Turn() {
            @Override
            public <T> void after(CompletionStage<T> work, BiConsumer<@Nullable T, @Nullable Throwable> then) {
                work.whenComplete((value, failure) -> self.tell(new Later(() -> then.accept(value, failure))));
            }
        };
    }
}
