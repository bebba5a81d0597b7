package io.hackhub.core.hackathon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
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
        actors = ActorTestKit.create("hackathons", config(postgres));
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

    static Config config(TestPostgres postgres) {
        return ConfigFactory.parseString("""
            pekko.persistence.journal.plugin = "jdbc-journal"
            pekko.persistence.snapshot-store.plugin = "jdbc-snapshot-store"
            jdbc-journal { use-shared-db = "test", bufferSize = 20000 }
            jdbc-snapshot-store.use-shared-db = "test"
            jdbc-read-journal {
              use-shared-db = "test"
              refresh-interval = 50ms
              journal-sequence-retrieval { query-delay = 50ms, max-tries = 100 }
            }
            pekko-persistence-jdbc.shared-databases.test {
              profile = "slick.jdbc.PostgresProfile$"
              db {
                url = "%s", user = "%s", driver = "org.postgresql.Driver"
                numThreads = 4, maxConnections = 4, minConnections = 0
              }
            }
            pekko.projection {
              restart-backoff { min-backoff = 100ms, max-backoff = 200ms }
              jdbc {
                dialect = "postgres-dialect"
                blocking-jdbc-dispatcher.thread-pool-executor.fixed-pool-size = 2
                offset-store { schema = "", table = "pekko_projection_offset_store" }
              }
            }
            """.formatted(postgres.url(), postgres.user()))
                .withFallback(ConfigFactory.load());
    }
}
