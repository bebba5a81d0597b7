package io.hackhub.core.hackathon;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.shared.HackathonId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.japi.function.Function;

/// Hackathons whose journal is a real PostgreSQL. One is started by the first message to it, as a sharded one would be,
/// and can be killed at any time.
final class JournalKit implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final Samples.Clock clock = new Samples.Clock();
    final Neighbours neighbours = new Neighbours();
    final ActorTestKit actors;
    final Hackathons hackathons;
    private final Map<HackathonId, ActorRef<HackathonCommand>> alive = new ConcurrentHashMap<>();

    JournalKit(TestPostgres postgres) {
        actors = ActorTestKit.create("hackathons", postgres.journal(""));
        hackathons = new Hackathons(actors.system(), this::hackathon);
    }

    ActorRef<HackathonCommand> hackathon(HackathonId id) {
        return alive.computeIfAbsent(
                id,
                _ -> actors.spawn(Hackathon.create(
                        id,
                        neighbours,
                        neighbours,
                        neighbours,
                        clock,
                        actors.system().ignoreRef())));
    }

    /// In the middle of whatever it does.
    void crash(HackathonId id) {
        alive.computeIfPresent(id, (_, ref) -> {
            actors.stop(ref);
            return null;
        });
    }

    <R> CompletionStage<R> asking(HackathonId id, Function<ActorRef<R>, HackathonCommand> command) {
        return AskPattern.ask(hackathon(id), command, PATIENCE, actors.system().scheduler());
    }

    <R> R ask(HackathonId id, Function<ActorRef<R>, HackathonCommand> command) {
        return await(asking(id, command));
    }

    static <R> R await(CompletionStage<R> stage) {
        try {
            return stage.toCompletableFuture()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }

    @Override
    public void close() {
        actors.shutdownTestKit();
    }
}
