package io.hackhub.cluster;

import io.hackhub.cluster.Settings.Address;
import io.hackhub.cluster.Settings.Cluster;
import io.hackhub.cluster.Settings.Discovery;
import java.util.List;
import java.util.Optional;

/// Where other nodes reach this one, and how it finds them: by their addresses, or by asking Kubernetes for its pods.
final class ClusterReader {

    private static final String SEED_NODES = "HACKHUB_SEED_NODES";
    private static final String DISCOVERY = "HACKHUB_DISCOVERY";
    private static final String SELECTOR = "HACKHUB_DISCOVERY_SELECTOR";
    private static final String NODES = "HACKHUB_NODES";

    /// Kubernetes tells each of its pods so where its own API is.
    private static final String API = "KUBERNETES_SERVICE_HOST";

    private final Variables variables;

    ClusterReader(Variables variables) {
        this.variables = variables;
    }

    Cluster read() {
        return new Cluster(
                SettingsReader.host(variables, "HACKHUB_CLUSTER_HOST"),
                SettingsReader.port(variables, "HACKHUB_CLUSTER_PORT", 7355),
                variables.list(SEED_NODES, List.of(), "host:port, with commas between them", ClusterReader::address),
                discovery());
    }

    private Optional<Discovery> discovery() {
        var selector = variables.read(
                SELECTOR,
                "app.kubernetes.io/name=hackhub",
                "labels of the pods as in app=hackhub, with commas between them",
                value -> labels(value) ? Optional.of(value) : Optional.empty());
        int nodes = variables.read(
                NODES,
                3,
                "how many nodes form a new cluster, 1..1000",
                value -> Variables.number(value, 1_000).filter(number -> number > 0));
        boolean kubernetes = variables.read(DISCOVERY, false, "none or kubernetes", value -> switch (value) {
            case "none" -> Optional.of(false);
            case "kubernetes" -> Optional.of(true);
            default -> Optional.empty();
        });
        if (!kubernetes) {
            return Optional.empty();
        }
        if (variables.given(SEED_NODES)) {
            variables.error(SEED_NODES, variables.text(SEED_NODES).orElse(""), "nothing, as " + DISCOVERY + " is set");
        }
        if (!variables.given(API)) {
            variables.error(DISCOVERY, "kubernetes", "none outside a pod: " + API + " is not set");
        }
        return Optional.of(new Discovery(selector, nodes));
    }

    private static boolean labels(String selector) {
        var name = "[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?";
        return selector.matches("%1$s=%1$s(,%1$s=%1$s)*".formatted(name));
    }

    private static Optional<Address> address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0 || text.substring(0, colon).matches(".*[\\s/].*")) {
            return Optional.empty();
        }
        return Variables.number(text.substring(colon + 1), 65_535)
                .filter(port -> port > 0)
                .map(port -> new Address(text.substring(0, colon), port));
    }
}
