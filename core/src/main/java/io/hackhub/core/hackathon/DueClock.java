package io.hackhub.core.hackathon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens by itself, by the clock: a cluster singleton that lets each [Chore] look once a beat whether something
/// is due. A chore that is still at it, or that failed, is left for the next beat; so it must find again what it did
/// not finish.
public final class DueClock {

    private static final Logger log = LoggerFactory.getLogger(DueClock.class);

    /// Looks what is due at `now`, and does it.
    @FunctionalInterface
    public interface Chore {
        CompletionStage<?> at(Instant now);
    }

    public sealed interface Command {}

    private record Beat() implements Command {}

    private record Finished(int chore) implements Command {}

    private final ActorContext<Command> context;
    private final InstantSource clock;
    private final List<Chore> chores;
    private final Set<Integer> busy = new HashSet<>();

    public static Behavior<Command> create(InstantSource clock, Duration beat, List<Chore> chores) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            start(timers, beat);
            return new DueClock(context, clock, chores).running();
        }));
    }

    private static void start(TimerScheduler<Command> timers, Duration beat) {
        timers.startTimerWithFixedDelay(new Beat(), Duration.ZERO, beat);
    }

    private DueClock(ActorContext<Command> context, InstantSource clock, List<Chore> chores) {
        this.context = context;
        this.clock = clock;
        this.chores = new ArrayList<>(chores);
    }

    private Behavior<Command> running() {
        return Behaviors.receiveMessage(command -> {
            switch (command) {
                case Beat() -> beat();
                case Finished(int chore) -> busy.remove(chore);
            }
            return Behaviors.same();
        });
    }

    private void beat() {
        var now = clock.instant();
        for (int i = 0; i < chores.size(); i++) {
            if (busy.add(i)) {
                int chore = i;
                context.pipeToSelf(begin(chores.get(i), now), (_, failure) -> finished(chore, failure));
            }
        }
    }

    private static CompletionStage<?> begin(Chore chore, Instant now) {
        try {
            return chore.at(now);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static Command finished(int chore, @Nullable Throwable failure) {
        if (failure != null) {
            log.warn("What was due is left for the next beat", failure);
        }
        return new Finished(chore);
    }
}
