package io.hackhub.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hackhub.cluster.Settings.Address;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.apache.pekko.Done;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.JoinSeedNodes;
import org.apache.pekko.management.cluster.bootstrap.ClusterBootstrap;
import org.apache.pekko.pattern.Patterns;

/// This process as a member of the cluster: the actor system, joining, leaving.
public final class ClusterNode {

    private static final String NAME = "hackhub";

    /// A phase of ours, see cluster.conf.
    private static final String SHARDS_SETTLE = "shards-settle";

    /// Two writes a shard that moves, each of which a majority of nodes must hear of.
    private static final Duration HOMES = Duration.ofMillis(1_500);

    private record Stopped() implements CoordinatedShutdown.Reason {}

    private final ActorSystem<Void> system;
    private final Settings.Cluster self;

    private ClusterNode(ActorSystem<Void> system, Settings.Cluster self) {
        this.system = system;
        this.self = self;
        CoordinatedShutdown.get(system).addTask(SHARDS_SETTLE, "wait-for-homes-of-shards", this::awaitHomes);
    }

    /// This node has given its shards up, but who finds new homes for them may live here too, and would end with its
    /// membership: whoever takes that over begins by asking all nodes what they have. Who is turned out
    /// waits for nobody.
    private CompletionStage<Done> awaitHomes() {
        return isUp() && Cluster.get(system).state().members().size() > 1
                ? Patterns.after(HOMES, system, () -> CompletableFuture.completedFuture(Done.getInstance()))
                : CompletableFuture.completedFuture(Done.getInstance());
    }

    /// Starts the actor system, outside of any cluster until [#join]. `journal` may still be on its way; the first
    /// persistent actor waits for it.
    public static ClusterNode start(Settings settings, CompletableFuture<DataSource> journal) {
        return start(settings, journal, ConfigFactory.empty());
    }

    /// `first` goes before everything else.
    static ClusterNode start(Settings settings, CompletableFuture<DataSource> journal, Config first) {
        var setup = ActorSystemSetup.create(
                BootstrapSetup.create(first.withFallback(config(settings))), new JournalDatabase.Source(journal));
        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), NAME, setup);
        return new ClusterNode(system, settings.cluster());
    }

    /// Joins itself, the seed nodes, or whom discovery finds. Only once all entities can be hosted: the members
    /// agree about where they live, and would wait for one that cannot be asked yet. With discovery nothing is
    /// joined before [ManagementServer] listens: nodes ask each other there whether there is a cluster yet.
    public void join() {
        if (self.discovery().isPresent()) {
            ClusterBootstrap.get(system).start();
            return;
        }
        var seeds = self.seedNodes().isEmpty() ? List.of(new Address(self.host(), self.port())) : self.seedNodes();
        Cluster.get(system)
                .manager()
                .tell(new JoinSeedNodes(seeds.stream().map(ClusterNode::address).toList()));
    }

    public ActorSystem<Void> system() {
        return system;
    }

    /// Whether this node is a full member now.
    public boolean isUp() {
        return Cluster.get(system).selfMember().status().equals(MemberStatus.up());
    }

    /// Runs the phases of coordinated shutdown: sockets, requests, shards, membership, actors.
    public CompletionStage<Done> stop() {
        return CoordinatedShutdown.get(system).runAll(new Stopped());
    }

    static Config config(Settings settings) {
        var cluster = settings.cluster();
        return ConfigFactory.parseMap(Map.of(
                        "pekko.remote.artery.canonical.hostname", cluster.host(),
                        "pekko.remote.artery.canonical.port", cluster.port()))
                .withFallback(cluster.discovery()
                        .map(discovery -> discovery(settings, discovery))
                        .orElseGet(() -> ConfigFactory.parseResourcesAnySyntax("local")))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }

    private static Config discovery(Settings settings, Settings.Discovery discovery) {
        return ConfigFactory.parseMap(Map.of(
                        "pekko.management.http.hostname", settings.cluster().host(),
                        "pekko.management.http.port", settings.management().port(),
                        "pekko.discovery.kubernetes-api.pod-label-selector", discovery.selector(),
                        "pekko.management.cluster.bootstrap.contact-point-discovery.required-contact-point-nr",
                                discovery.nodes()))
                .withFallback(ConfigFactory.parseResourcesAnySyntax("kubernetes"));
    }

    private static org.apache.pekko.actor.Address address(Address node) {
        return new org.apache.pekko.actor.Address("pekko", NAME, node.host(), node.port());
    }
}
