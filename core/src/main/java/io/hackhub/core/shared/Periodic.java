package io.hackhub.core.shared;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/// Does one piece of work again and again, `every` so often after it was done, also when it failed.
public final class Periodic {

    /// What the actor tells itself.
    public sealed interface Tick {}

    private record Due() implements Tick {}

    private record Done(boolean ok) implements Tick {}

    private Periodic() {}

    /// `name` is for the log.
    public static Behavior<Tick> create(String name, Duration every, Supplier<? extends CompletionStage<?>> work) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            timers.startSingleTimer(new Due(), every);
            return running(context, timers, name, every, work);
        }));
    }

    private static Behavior<Tick> running(
            ActorContext<Tick> context,
            TimerScheduler<Tick> timers,
            String name,
            Duration every,
            Supplier<? extends CompletionStage<?>> work) {
        return Behaviors.receiveMessage(tick -> {
            switch (tick) {
                case Due() -> context.pipeToSelf(work.get(), (_, failure) -> new Done(failure == null));
                case Done(var ok) -> {
                    if (!ok) {
                        context.getLog().warn("{} failed; trying again in {}", name, every);
                    }
                    timers.startSingleTimer(new Due(), every);
                }
            }
            return Behaviors.same();
        });
    }
}
