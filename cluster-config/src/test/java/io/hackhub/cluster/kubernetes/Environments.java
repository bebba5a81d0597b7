package io.hackhub.cluster.kubernetes;

import com.typesafe.config.ConfigFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.hackhub.cluster.CannotStart;
import io.hackhub.cluster.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether HackHub would start with the variables that a pod gets, and be found under the name that the ingress has. A
/// line for each fault.
final class Environments {

    private static final Pattern ROW = Pattern.compile("^\\| (.*?) \\|", Pattern.MULTILINE);
    private static final Pattern VARIABLE = Pattern.compile("HACKHUB_[A-Z_]+");

    private final Rendered rendered;
    private final Map<String, String> secret;
    private final Set<String> known;

    Environments(Rendered rendered, Map<String, String> secret, Set<String> known) {
        this.rendered = rendered;
        this.secret = Map.copyOf(secret);
        this.known = Set.copyOf(known);
    }

    /// Those in the table of README.md.
    static Set<String> documented(Path readme) throws IOException {
        return ROW.matcher(Files.readString(readme))
                .results()
                .flatMap(row -> VARIABLE.matcher(row.group(1)).results())
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    Stream<String> faults() {
        var variables = variables();
        return Stream.of(unknown(variables), started(variables), discovered(variables))
                .flatMap(each -> each);
    }

    private Stream<String> unknown(Map<String, String> variables) {
        return variables.keySet().stream()
                .filter(name -> name.startsWith("HACKHUB_") && !known.contains(name))
                .map(name -> "no such setting: " + name);
    }

    private Stream<String> started(Map<String, String> variables) {
        try {
            var host = Settings.read(variables).http().publicUrl().getHost();
            return rendered.each(Ingress.class)
                    .flatMap(ingress -> Stream.concat(
                            ingress.getSpec().getRules().stream().map(rule -> rule.getHost()),
                            ingress.getSpec().getTls().stream().flatMap(tls -> tls.getHosts().stream())))
                    .filter(name -> !name.equals(host))
                    .map(name -> "the ingress is called %s, HACKHUB_PUBLIC_URL %s".formatted(name, host));
        } catch (CannotStart reason) {
            return reason.lines().stream();
        }
    }

    /// Discovery knows pods by a label, and what to ask by the names of a container and of its port.
    private Stream<String> discovered(Map<String, String> variables) {
        var discovery = ConfigFactory.parseResources("kubernetes.conf").getConfig("pekko");
        var selector = variables.getOrDefault("HACKHUB_DISCOVERY_SELECTOR", "");
        var container = discovery.getString("discovery.kubernetes-api.container-name");
        var port = discovery.getString("management.cluster.bootstrap.contact-point-discovery.port-name");
        boolean labelled = rendered.hackhub().labels().entrySet().stream()
                .anyMatch(label -> selector.equals(label.getKey() + "=" + label.getValue()));
        boolean named = rendered.hackhub().pod().getContainers().stream()
                .filter(one -> container.equals(one.getName()))
                .flatMap(one -> one.getPorts().stream())
                .anyMatch(one -> port.equals(one.getName()));
        return Stream.of(
                        labelled ? "" : "discovery looks for other labels than the pods have",
                        named ? "" : "discovery looks for another container or port")
                .filter(fault -> !fault.isEmpty());
    }

    /// What the container's process sees. A field of the pod is its address, the only one that is used.
    private Map<String, String> variables() {
        var variables = new HashMap<>(Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1"));
        var container = rendered.hackhub().pod().getContainers().getFirst();
        container.getEnvFrom().stream()
                .flatMap(from -> rendered.each(ConfigMap.class)
                        .filter(map -> from.getConfigMapRef()
                                .getName()
                                .equals(map.getMetadata().getName())))
                .forEach(map -> variables.putAll(map.getData()));
        container.getEnv().forEach(variable -> {
            var from = variable.getValueFrom();
            variables.put(
                    variable.getName(),
                    from == null
                            ? variable.getValue()
                            : from.getSecretKeyRef() == null
                                    ? "127.0.0.1"
                                    : secret.getOrDefault(from.getSecretKeyRef().getKey(), ""));
        });
        return variables;
    }
}
