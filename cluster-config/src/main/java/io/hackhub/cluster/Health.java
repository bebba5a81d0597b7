package io.hackhub.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.pekko.actor.typed.ActorSystem;

/// Whether this node should get traffic: it has started and is not stopping, it is a member of the cluster, and the
/// journal answers (the tables are migrated before there is a journal to ask).
public final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Executor VIRTUAL = Executors.newVirtualThreadPerTaskExecutor();

    private final ClusterNode node;
    private final CompletableFuture<DataSource> journal;
    private volatile boolean serving;

    public Health(ClusterNode node, CompletableFuture<DataSource> journal) {
        this.node = node;
        this.journal = journal;
    }

    /// Called when everything listens, and with false as the first step of stopping.
    public void serving(boolean now) {
        this.serving = now;
    }

    /// Each check by its name; ready means that all of them hold.
    public CompletionStage<Map<String, Boolean>> ready() {
        return CompletableFuture.supplyAsync(this::journalAnswers, VIRTUAL)
                .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(journalAnswers -> {
                    var checks = new LinkedHashMap<String, Boolean>();
                    checks.put("serving", serving);
                    checks.put("joined", node.isUp());
                    checks.put("journal", journalAnswers);
                    return checks;
                });
    }

    ActorSystem<Void> system() {
        return node.system();
    }

    private boolean journalAnswers() {
        try (var db = journal.join().getConnection()) {
            return db.isValid(1);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
