package io.hackhub.http;

import io.hackhub.cluster.CannotStart;
import io.hackhub.cluster.ClusterNode;
import io.hackhub.cluster.DataFolder;
import io.hackhub.cluster.Health;
import io.hackhub.cluster.ManagementServer;
import io.hackhub.cluster.Ports;
import io.hackhub.cluster.Settings;
import io.hackhub.cluster.Storage;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every feature stands on: data folder, database, actor system, operator's port; and the order in which they
/// start and stop. The embedded database and the actor system start at the same time.
final class Node {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final long ACTORS_STOP_SECONDS = 25;
    private static final long STORAGE_STARTS_SECONDS = 60;

    /// The cluster turned us out: the supervisor should start us anew (EX_TEMPFAIL).
    private static final int TURNED_OUT = 75;

    private final Settings settings;
    private final DataFolder folder;
    private final CompletableFuture<Storage> storage;
    private final ClusterNode cluster;
    private final Health health;
    private final PrometheusMeterRegistry metrics = Metrics.create();
    private volatile boolean stopping;

    private Node(Settings settings, DataFolder folder, CompletableFuture<Storage> storage) {
        this.settings = settings;
        this.folder = folder;
        this.storage = storage;
        var journal = storage.thenApply(Storage::journal);
        this.cluster = ClusterNode.start(settings, journal);
        this.health = new Health(cluster, journal);
    }

    /// Everything that can be refused is refused first, before anything listens. From here on the JVM's end, however it
    /// comes, stops what was started.
    ///
    /// @throws CannotStart with the reason
    static Node start(Settings settings) {
        var folder = DataFolder.open(settings.data());
        Ports.check(settings);
        var node = new Node(settings, folder, openStorage(settings, folder));
        Runtime.getRuntime().addShutdownHook(new Thread(node::stop, "stop"));
        await(ManagementServer.start(settings.management(), node.health, node.metrics::scrape)
                .toCompletableFuture());
        node.cluster.system().getWhenTerminated().thenRun(node::endUnlessStopping);
        return node;
    }

    Settings settings() {
        return settings;
    }

    DataFolder folder() {
        return folder;
    }

    /// Waits for the database to be there.
    Storage storage() {
        return await(storage);
    }

    ActorSystem<Void> system() {
        return cluster.system();
    }

    PrometheusMeterRegistry metrics() {
        return metrics;
    }

    /// Becomes a member of the cluster.
    void join() {
        cluster.join();
    }

    Health health() {
        return health;
    }

    /// The result, or the reason that kept it from coming.
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException reason ? reason : failure;
        }
    }

    /// An embedded database takes a while and is ours to get right: it starts beside the actor system. An operator's is
    /// tried first, so that a wrong password is told before anything listens.
    private static CompletableFuture<Storage> openStorage(Settings settings, DataFolder folder) {
        if (!settings.embedded()) {
            return CompletableFuture.completedFuture(Storage.open(settings, folder));
        }
        return CompletableFuture.supplyAsync(
                () -> Storage.open(settings, folder),
                task -> Thread.ofPlatform().name("storage").start(task));
    }

    /// Sockets and requests first, then shards and actors, the database last.
    private void stop() {
        stopping = true;
        health.serving(false);
        // Pekko Projection prints a line for each projection that it stops.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        quietly("the actors", ACTORS_STOP_SECONDS, cluster.stop().toCompletableFuture());
        quietly("the database", STORAGE_STARTS_SECONDS, storage.thenAccept(Storage::close));
        folder.close();
    }

    private static void quietly(String what, long seconds, CompletableFuture<?> end) {
        try {
            end.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException tooLong) {
            LOG.warn("Stopping without waiting longer for {}", what);
        } catch (ExecutionException failure) {
            LOG.debug("While stopping {}", what, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void endUnlessStopping() {
        if (!stopping) {
            LOG.error("This node was turned out of the cluster; it ends, to be started anew");
            new Thread(() -> System.exit(TURNED_OUT), "turned-out").start();
        }
    }
}
