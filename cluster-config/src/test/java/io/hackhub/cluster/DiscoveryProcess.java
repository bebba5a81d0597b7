package io.hackhub.cluster;

import static java.util.Map.entry;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.discovery.Discovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program for [KubernetesDiscoveryTest], as only a process of its own can be told by its environment where the API
/// is: `DiscoveryProcess FOLDER MANAGEMENT:CLUSTER…` starts a node for each pair of ports, prints what the first one
/// finds and, when all are up, how many members their cluster has.
final class DiscoveryProcess {

    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryProcess.class);

    /// For a machine that does a lot beside this.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private DiscoveryProcess() {}

    public static void main(String[] arguments) {
        int exitCode = 1;
        try {
            run(Path.of(arguments[0]), Arrays.stream(arguments).skip(1).toList());
            exitCode = 0;
        } catch (Exception failure) {
            LOG.error("No cluster", failure);
        } finally {
            System.exit(exitCode);
        }
    }

    private static void run(Path folder, List<String> ports) throws Exception {
        var up = new CountDownLatch(ports.size());
        List<ActorSystem<Void>> systems =
                ports.stream().map(each -> start(settings(each), folder, up)).toList();
        Discovery.get(systems.getFirst())
                .discovery()
                .lookup("hackhub", PATIENCE)
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .getAddresses()
                .forEach(found -> System.out.println("found " + found.host()));
        if (!up.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(up.getCount() + " nodes did not come up");
        }
        int members = systems.stream()
                .mapToInt(system -> Cluster.get(system).state().members().size())
                .max()
                .orElseThrow();
        System.out.println("members " + members);
    }

    private static Settings settings(String ports) {
        var each = ports.split(":", 2);
        return Settings.read(Map.ofEntries(
                entry("HACKHUB_MANAGEMENT_PORT", each[0]),
                entry("HACKHUB_CLUSTER_PORT", each[1]),
                entry("HACKHUB_DISCOVERY", "kubernetes"),
                entry("HACKHUB_NODES", "3"),
                entry("KUBERNETES_SERVICE_HOST", System.getenv("KUBERNETES_SERVICE_HOST"))));
    }

    private static ActorSystem<Void> start(Settings settings, Path folder, CountDownLatch up) {
        var journal = new CompletableFuture<DataSource>();
        var node = ClusterNode.start(settings, journal, account(folder));
        Cluster.get(node.system()).registerOnMemberUp(up::countDown);
        ManagementServer.start(settings.management(), new Health(node, journal), () -> "")
                .toCompletableFuture()
                .join();
        node.join();
        return node.system();
    }

    /// Where Kubernetes puts the service account's files, and less patience than with real pods.
    private static Config account(Path folder) {
        return ConfigFactory.parseMap(Map.of(
                "pekko.discovery.kubernetes-api.api-ca-path",
                folder.resolve("ca.crt").toString(),
                "pekko.discovery.kubernetes-api.api-token-path",
                folder.resolve("token").toString(),
                "pekko.discovery.kubernetes-api.pod-namespace-path",
                folder.resolve("namespace").toString(),
                "pekko.management.cluster.bootstrap.contact-point-discovery.stable-margin",
                "500ms",
                "pekko.management.cluster.bootstrap.contact-point-discovery.interval",
                "200ms",
                "pekko.management.cluster.bootstrap.contact-point.probe-interval",
                "200ms"));
    }
}
