package io.hackhub.core.projection;

import io.hackhub.core.shared.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.sql.DataSource;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ShardedDaemonProcessSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ShardedDaemonProcess;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.projection.Projection;
import org.apache.pekko.projection.ProjectionBehavior;
import org.apache.pekko.projection.ProjectionId;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.eventsourced.javadsl.EventSourcedProvider;
import org.apache.pekko.projection.javadsl.Handler;
import org.apache.pekko.projection.javadsl.SourceProvider;
import org.apache.pekko.projection.jdbc.javadsl.JdbcHandler;
import org.apache.pekko.projection.jdbc.javadsl.JdbcProjection;

/// Runs each projection on one node of the cluster, from where it stopped. A name, once used, is never given to
/// another: the place is kept under it.
public final class Projections {

    private static final String KEY = "all";

    private final ActorSystem<?> system;
    private final DataSource source;
    private final Map<String, String> tags = new ConcurrentSkipListMap<>();

    public Projections(ActorSystem<?> system, DataSource source) {
        this.system = system;
        this.source = source;
    }

    /// Keeps read tables: each event once, in one transaction with the place.
    public <E> void table(String name, String tag, ReadTable<E> table) {
        tags.put(name, tag);
        run(name, tableProjection(name, tag, table));
    }

    /// Does what follows outside the database: each event at least once.
    public <E> void consequence(String name, String tag, Consequence<E> consequence) {
        tags.put(name, tag);
        run(name, consequenceProjection(name, tag, consequence));
    }

    /// The names of those that run.
    public Set<String> names() {
        return Set.copyOf(tags.keySet());
    }

    /// How far each of them is behind.
    public CompletionStage<List<ProjectionLag>> lags(Instant now) {
        return new Database(source).run(db -> {
            var lags = new ArrayList<ProjectionLag>();
            for (var projection : tags.entrySet()) {
                lags.add(ProjectionLag.of(db, projection.getKey(), KEY, projection.getValue(), now));
            }
            return List.copyOf(lags);
        });
    }

    <E> Projection<EventEnvelope<E>> tableProjection(String name, String tag, ReadTable<E> table) {
        return JdbcProjection.exactlyOnce(
                ProjectionId.of(name, KEY),
                this.<E>events(tag),
                () -> new PooledSession(source),
                () -> new TableHandler<>(table),
                system);
    }

    <E> Projection<EventEnvelope<E>> consequenceProjection(String name, String tag, Consequence<E> consequence) {
        return JdbcProjection.atLeastOnceAsync(
                ProjectionId.of(name, KEY),
                this.<E>events(tag),
                () -> new PooledSession(source),
                () -> new ConsequenceHandler<>(consequence),
                system);
    }

    private <E> SourceProvider<Offset, EventEnvelope<E>> events(String tag) {
        return EventSourcedProvider.eventsByTag(system, JdbcReadJournal.Identifier(), tag);
    }

    private <E> void run(String name, Projection<EventEnvelope<E>> projection) {
        ShardedDaemonProcess.get(system)
                .init(
                        ProjectionBehavior.Command.class,
                        name,
                        1,
                        _ -> ProjectionBehavior.create(projection),
                        ShardedDaemonProcessSettings.create(system),
                        Optional.of(ProjectionBehavior.stopMessage()));
    }

    private static <E> Stored<E> stored(EventEnvelope<E> envelope) {
        return new Stored<>(
                envelope.persistenceId(),
                PersistenceId.extractEntityId(envelope.persistenceId()),
                envelope.sequenceNr(),
                envelope.event());
    }

    private static final class TableHandler<E> extends JdbcHandler<EventEnvelope<E>, PooledSession> {
        private final ReadTable<E> table;

        TableHandler(ReadTable<E> table) {
            this.table = table;
        }

        @Override
        public void process(PooledSession session, EventEnvelope<E> envelope) throws Exception {
            session.withConnection(db -> {
                table.apply(db, stored(envelope));
                return Done.getInstance();
            });
        }
    }

    private static final class ConsequenceHandler<E> extends Handler<EventEnvelope<E>> {
        private final Consequence<E> consequence;

        ConsequenceHandler(Consequence<E> consequence) {
            this.consequence = consequence;
        }

        @Override
        public CompletionStage<Done> process(EventEnvelope<E> envelope) {
            return consequence.of(stored(envelope)).thenApply(_ -> Done.getInstance());
        }
    }
}
