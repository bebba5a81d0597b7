package io.hackhub.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The runner, in a cluster of one, on a real PostgreSQL.
class ProjectionsTest {

    private static final TestPostgres POSTGRES = TestPostgres.create();
    private static final AtomicInteger NAMES = new AtomicInteger();

    /// What the test's entity stores.
    record Counted(String tag, int number) implements JsonSerializable {}

    record Count(String tag, int number, ActorRef<Done> replyTo) {}

    private static final class Counter extends EventSourcedBehavior<Count, Counted, Counter.Nothing> {
        record Nothing() implements JsonSerializable {}

        Counter(String id) {
            super(PersistenceId.of("Counter", id));
        }

        @Override
        public Nothing emptyState() {
            return new Nothing();
        }

        @Override
        public Set<String> tagsFor(Counted event) {
            return Set.of(event.tag());
        }

        @Override
        public CommandHandler<Count, Counted, Nothing> commandHandler() {
            return (_, it) -> Effect()
                    .persist(new Counted(it.tag(), it.number()))
                    .thenReply(it.replyTo(), _ -> Done.getInstance());
        }

        @Override
        public EventHandler<Nothing, Counted> eventHandler() {
            return (state, _) -> state;
        }
    }

    /// One life of the program.
    private static final class Node implements AutoCloseable {
        final ActorTestKit actors = ActorTestKit.create("projections", POSTGRES.journal("""
                    pekko.actor.provider = cluster
                    pekko.cluster.jmx.enabled = off
                    pekko.coordinated-shutdown.run-by-actor-system-terminate = off
                    pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
                    pekko.cluster.sharding.distributed-data.durable.keys = []
                    """));
        final Projections projections = new Projections(actors.system(), POSTGRES.source());

        Node() {
            var cluster = Cluster.get(actors.system());
            cluster.manager().tell(Join.create(cluster.selfMember().address()));
        }

        void store(String tag, int from, int to) {
            var counter = actors.spawn(new Counter(tag));
            var probe = actors.<Done>createTestProbe();
            for (int number = from; number < to; number++) {
                counter.tell(new Count(tag, number, probe.ref()));
            }
            for (int number = from; number < to; number++) {
                probe.receiveMessage(Duration.ofSeconds(20));
            }
            actors.stop(counter, Duration.ofSeconds(20));
        }

        void eventually(Runnable assertion) {
            actors.createTestProbe().awaitAssert(Duration.ofSeconds(40), Duration.ofMillis(100), () -> {
                assertion.run();
                return Done.getInstance();
            });
        }

        @Override
        public void close() {
            actors.shutdownTestKit();
        }
    }

    @BeforeAll
    static void table() {
        POSTGRES.database().now(db -> Sql.update(db, "create table counted (tag text, number int)"));
    }

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @Test
    void aTableGetsEachEventOnceThoughTheProgramIsStartedAgain() {
        var tag = name();
        try (var node = new Node()) {
            node.store(tag, 0, 30);
            node.projections.<Counted>table(tag, tag, ProjectionsTest::insert);
            node.eventually(() -> assertThat(rows(tag)).isEqualTo(numbers(0, 30)));
        }
        try (var node = new Node()) {
            node.projections.<Counted>table(tag, tag, ProjectionsTest::insert);
            node.store(tag, 30, 40);
            node.eventually(() -> assertThat(rows(tag)).isEqualTo(numbers(0, 40)));
        }
    }

    @Test
    void whatATableWroteBeforeItFailedIsAsIfItHadNot() {
        var tag = name();
        var failures = new AtomicInteger(2);
        try (var node = new Node()) {
            node.projections.<Counted>table(tag, tag, (db, stored) -> {
                insert(db, stored);
                if (stored.event().number() == 5 && failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("the disk is full");
                }
            });
            node.store(tag, 0, 10);

            node.eventually(() -> assertThat(rows(tag)).isEqualTo(numbers(0, 10)));
            assertThat(failures).hasNegativeValue();
        }
    }

    @Test
    void whatFollowsIsTriedUntilItSucceedsInOrderUnderOneId() {
        var tag = name();
        var failures = new AtomicInteger(2);
        var done = new CopyOnWriteArrayList<Integer>();
        var ids = new CopyOnWriteArrayList<Object>();
        try (var node = new Node()) {
            node.projections.<Counted>consequence(tag, tag, stored -> {
                var number = stored.event().number();
                if (number == 3) {
                    ids.add(stored.id(java.time.Instant.EPOCH, "test"));
                    if (failures.getAndDecrement() > 0) {
                        return CompletableFuture.failedFuture(new IllegalStateException("nobody answers"));
                    }
                }
                done.add(number);
                return CompletableFuture.completedFuture(Done.getInstance());
            });
            node.store(tag, 0, 8);

            node.eventually(() -> assertThat(done).endsWith(6, 7));
            assertThat(done.stream().distinct()).containsExactlyElementsOf(numbers(0, 8));
            assertThat(ids).hasSizeGreaterThanOrEqualTo(3).containsOnly(ids.getFirst());
        }
    }

    private static String name() {
        return "test-" + NAMES.incrementAndGet();
    }

    private static void insert(java.sql.Connection db, Stored<Counted> stored) throws java.sql.SQLException {
        assertThat(stored.entityId()).isEqualTo(stored.event().tag());
        assertThat(stored.persistenceId()).isEqualTo("Counter|" + stored.entityId());
        assertThat(stored.sequence()).isEqualTo(stored.event().number() + 1);
        Sql.update(
                db,
                "insert into counted (tag, number) values (?, ?)",
                stored.event().tag(),
                stored.event().number());
    }

    private static List<Integer> rows(String tag) {
        return POSTGRES.database()
                .now(db -> Sql.list(
                        db,
                        "select number from counted where tag = ? order by number",
                        row -> row.getInt("number"),
                        tag));
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
