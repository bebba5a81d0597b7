package io.hackhub.cluster;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything an operator may choose, read once from the `HACKHUB_*` variables and checked before anything listens.
/// The table in README.md says what each means.
public record Settings(
        Http http,
        Management management,
        Cluster cluster,
        Path data,
        Optional<ExternalDatabase> database,
        Optional<Admin> admin,
        Optional<Secret> jwtSecret,
        boolean verifyOrganizations,
        boolean verifyEmail,
        Optional<Boolean> demo,
        boolean rateLimits,
        Optional<Tracing> tracing) {

    /// Where people reach us: REST API and pages on `port`, the live gateway on `livePort` of the same host.
    /// `publicUrl` and `liveUrl` are what they are told. `loopback` says what we listen on, not who comes: a
    /// proxy on this machine comes from loopback with the whole internet behind it; see [#isPrivate].
    public record Http(
            String host,
            int port,
            int livePort,
            URI publicUrl,
            URI liveUrl,
            boolean loopback,
            boolean insecure,
            List<String> allowedOrigins,
            List<String> trustedProxies) {
        public Http {
            allowedOrigins = List.copyOf(allowedOrigins);
            trustedProxies = List.copyOf(trustedProxies);
        }

        /// Whether only people of this machine are meant to reach us: we listen on loopback, and they are told so.
        public boolean isPrivate() {
            return loopback && (publicUrl.getHost().equals("localhost") || isLoopback(publicUrl.getHost()));
        }

        /// By the address itself: a name may mean loopback here and another host elsewhere.
        private static boolean isLoopback(String host) {
            try {
                return InetAddress.ofLiteral(host).isLoopbackAddress();
            } catch (IllegalArgumentException aName) {
                return false;
            }
        }
    }

    /// Health, metrics and cluster management: never on the public port. `control` lets whoever reaches it turn nodes
    /// out, so that an orchestrator can say that one is gone.
    public record Management(String host, int port, boolean control) {}

    /// Artery. Neither seed nodes nor discovery: a cluster of one, that others may join.
    public record Cluster(String host, int port, List<Address> seedNodes, Optional<Discovery> discovery) {
        public Cluster {
            seedNodes = List.copyOf(seedNodes);
        }

        /// Whether this node looks for others to join.
        public boolean joins() {
            return !seedNodes.isEmpty() || discovery.isPresent();
        }

        /// What this node is called, by the others and in its log.
        public String name() {
            return host + ":" + port;
        }
    }

    public record Address(String host, int port) {}

    /// Asks Kubernetes for the pods with the labels of `selector`. So many `nodes` must see each other before they form
    /// a new cluster: fewer could be the smaller half of one that is there.
    public record Discovery(String selector, int nodes) {}

    /// A PostgreSQL of the operator's; without one we run our own.
    public record ExternalDatabase(String url, String user, Secret password) {}

    /// The administrator to create at start if absent.
    public record Admin(String email, Secret password) {}

    /// Where traces are sent by OTLP over HTTP, and which part of what happens is traced, from 0 to 1.
    public record Tracing(URI endpoint, double ratio) {}

    /// From the process environment, or a test's.
    ///
    /// @throws CannotStart with one line for each bad variable
    public static Settings read(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }

    public boolean embedded() {
        return database.isEmpty();
    }
}
