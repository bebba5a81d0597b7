package io.hackhub.http;

import io.hackhub.cluster.Settings;
import io.hackhub.core.access.Action;
import io.hackhub.core.access.AuditLog;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.http.demo.DemoClock;
import io.hackhub.http.watch.SentTraces;
import io.hackhub.http.watch.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;

/// What every feature is built of. `random` is for ids; a feature that makes secrets has its own.
record Base(
        Settings settings,
        Path folder,
        ActorSystem<Void> system,
        DataSource source,
        Database database,
        DemoClock clock,
        RandomGenerator random,
        MeterRegistry metrics,
        Traces traces) {

    private static final RandomGenerator RANDOM =
            () -> ThreadLocalRandom.current().nextLong();

    static Base of(Node node) {
        var storage = node.storage();
        storage.measure(node.metrics());
        return new Base(
                node.settings(),
                node.folder().path(),
                node.system(),
                storage.app(),
                new Database(storage.app()),
                new DemoClock(InstantSource.system()),
                RANDOM,
                node.metrics(),
                traces(node));
    }

    /// They end after all that is traced has.
    private static Traces traces(Node node) {
        var tracing = node.settings().tracing();
        if (tracing.isEmpty()) {
            return Traces.OFF;
        }
        var name = node.settings().cluster().name();
        var traces = SentTraces.to(tracing.get().endpoint(), tracing.get().ratio(), Version.TEXT, name, RANDOM);
        CoordinatedShutdown.get(node.system())
                .addTask(
                        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
                        "traces",
                        () -> CompletableFuture.runAsync(traces::close).thenApply(_ -> Done.getInstance()));
        return traces;
    }

    /// Writes into the audit log that an admin does what is others' to do.
    CompletableFuture<Boolean> overridden(UserId admin, Action action, String target) {
        return database.run(db -> {
            var now = clock.instant();
            AuditLog.overridden(db, Uuids.v7(now, random), now, admin, action, target);
            return true;
        });
    }

    /// One on this node, for as long as it runs.
    void spawn(String name, Behavior<?> behavior) {
        system.systemActorOf(behavior, name, Props.empty());
    }
}
