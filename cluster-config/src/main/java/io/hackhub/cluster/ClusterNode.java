package io.hackhub.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hackhub.cluster.Settings.Address;
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

/// This process as a member of the cluster: the actor system, joining, leaving.
public final class ClusterNode {

    private static final String NAME = "hackhub";

    private record Stopped() implements CoordinatedShutdown.Reason {}

    private final ActorSystem<Void> system;

    private ClusterNode(ActorSystem<Void> system) {
        this.system = system;
    }

    /// Starts the actor system and joins: itself, or the seed nodes. `journal` may still be on its way; the first
    /// persistent actor waits for it.
    public static ClusterNode start(Settings settings, CompletableFuture<DataSource> journal) {
        var setup = ActorSystemSetup.create(
                BootstrapSetup.create(config(settings.cluster())), new JournalDatabase.Source(journal));
        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), NAME, setup);
        var cluster = Cluster.get(system);
        var seeds = settings.cluster().seedNodes();
        var self = settings.cluster();
        cluster.manager()
                .tell(new JoinSeedNodes((seeds.isEmpty() ? List.of(new Address(self.host(), self.port())) : seeds)
                        .stream().map(ClusterNode::address).toList()));
        return new ClusterNode(system);
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

    static Config config(Settings.Cluster cluster) {
        return ConfigFactory.parseMap(Map.of(
                        "pekko.remote.artery.canonical.hostname", cluster.host(),
                        "pekko.remote.artery.canonical.port", cluster.port()))
                .withFallback(ConfigFactory.parseResourcesAnySyntax("local"))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }

    private static org.apache.pekko.actor.Address address(Address node) {
        return new org.apache.pekko.actor.Address("pekko", NAME, node.host(), node.port());
    }
}
