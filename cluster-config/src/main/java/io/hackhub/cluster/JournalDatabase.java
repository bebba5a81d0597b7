package io.hackhub.cluster;

import com.typesafe.config.Config;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.setup.Setup;
import org.apache.pekko.persistence.jdbc.db.EagerSlickDatabase;
import org.apache.pekko.persistence.jdbc.db.SlickDatabase;
import org.apache.pekko.persistence.jdbc.db.SlickDatabaseProvider;
import scala.Option;
import slick.jdbc.JdbcBackend$;
import slick.jdbc.PostgresProfile$;
import slick.util.AsyncExecutor;

/// Gives Pekko Persistence JDBC the journal's pool rather than let it make one. Named in persistence.conf; the only
/// place of ours that knows Slick.
public final class JournalDatabase implements SlickDatabaseProvider {

    /// Hands the pool over through the actor system. It may still be on its way while the system starts.
    public static final class Source extends Setup {

        private final CompletableFuture<DataSource> pool;

        public Source(CompletableFuture<DataSource> pool) {
            this.pool = pool;
        }
    }

    /// Enough for every entity of a busy node to recover at once.
    private static final int QUEUE = 50_000;

    private final SlickDatabase database;

    public JournalDatabase(ActorSystem system) {
        var pool = await(system.settings().setup().get(Source.class).orElseThrow().pool);
        var executor = AsyncExecutor.apply(
                "journal",
                Storage.JOURNAL_CONNECTIONS,
                Storage.JOURNAL_CONNECTIONS,
                QUEUE,
                Storage.JOURNAL_CONNECTIONS);
        this.database = new EagerSlickDatabase(
                JdbcBackend$.MODULE$
                        .Database()
                        .forDataSource(pool, Option.apply(Storage.JOURNAL_CONNECTIONS), executor, false),
                PostgresProfile$.MODULE$);
    }

    @Override
    public SlickDatabase database(Config config) {
        return database;
    }

    private static DataSource await(CompletableFuture<DataSource> pool) {
        try {
            return pool.join();
        } catch (CompletionException failure) {
            throw new IllegalStateException("The journal's database did not start", failure.getCause());
        }
    }
}
