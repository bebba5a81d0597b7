package io.hackhub.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.hackhub.cluster.kubernetes.Rendered.Workload;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether labels select pods that there are, and whether ports are ports of theirs. A line for each fault.
final class Connections {

    private final Rendered rendered;

    Connections(Rendered rendered) {
        this.rendered = rendered;
    }

    Stream<String> faults() {
        return Stream.of(selectors(), services(), ingresses(), policies(), probes())
                .flatMap(each -> each);
    }

    private Stream<String> selectors() {
        var own = rendered.workloads()
                .filter(workload -> !workload.labels()
                        .entrySet()
                        .containsAll(workload.selector().getMatchLabels().entrySet()))
                .map(workload -> workload.name() + " does not select its own pods");
        var budgets = rendered.each(PodDisruptionBudget.class)
                .filter(budget -> selectsNothing(budget.getSpec().getSelector()))
                .map(budget -> "the budget selects no pods");
        var spread = rendered.workloads()
                .flatMap(workload -> workload.pod().getTopologySpreadConstraints().stream())
                .filter(constraint -> selectsNothing(constraint.getLabelSelector()))
                .map(constraint -> "spread over " + constraint.getTopologyKey() + " selects no pods");
        return Stream.of(own, budgets, spread).flatMap(each -> each);
    }

    private Stream<String> services() {
        return rendered.each(Service.class).flatMap(service -> {
            var selected = rendered.selected(service.getSpec().getSelector()).toList();
            var name = "service " + service.getMetadata().getName();
            return selected.isEmpty()
                    ? Stream.of(name + " selects no pods")
                    : service.getSpec().getPorts().stream()
                            .filter(port -> selected.stream().noneMatch(pods -> has(pods, port.getTargetPort())))
                            .map(port -> name + " leads to a port that is none: " + port.getTargetPort());
        });
    }

    private Stream<String> ingresses() {
        return rendered.each(Ingress.class)
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .filter(path -> !leadsSomewhere(path.getBackend()))
                .map(path -> "ingress leads nowhere with " + path.getPath());
    }

    private boolean leadsSomewhere(IngressBackend backend) {
        var wanted = backend.getService();
        return rendered.each(Service.class)
                .filter(service -> wanted.getName().equals(service.getMetadata().getName()))
                .flatMap(service -> service.getSpec().getPorts().stream())
                .anyMatch(port -> wanted.getPort().getName().equals(port.getName()));
    }

    /// What comes in goes to the policy's pods. What goes out has numbers, as its ports are others' names; those to
    /// pods of ours must be ports of theirs.
    private Stream<String> policies() {
        return rendered.each(NetworkPolicy.class).flatMap(policy -> {
            var name = "policy " + policy.getMetadata().getName();
            var own = labels(policy.getSpec().getPodSelector());
            var ingress = policy.getSpec().getIngress().stream()
                    .flatMap(rule -> Stream.concat(
                            rule.getFrom().stream().flatMap(this::peers).map(fault -> name + fault),
                            ports(name, own, rule.getPorts())));
            var egress = policy.getSpec().getEgress().stream()
                    .flatMap(rule -> rule.getTo().stream()
                            .filter(peer -> peer.getPodSelector() != null)
                            .flatMap(peer -> Stream.concat(
                                    peers(peer).map(fault -> name + fault),
                                    ports(name, labels(peer.getPodSelector()), rule.getPorts()))));
            return Stream.concat(ingress, egress);
        });
    }

    private Stream<String> peers(NetworkPolicyPeer peer) {
        return peer.getPodSelector() != null && selectsNothing(peer.getPodSelector())
                ? Stream.of(" speaks of pods that there are none of")
                : Stream.empty();
    }

    private Stream<String> ports(String name, Map<String, String> labels, List<NetworkPolicyPort> ports) {
        var selected = rendered.selected(labels).toList();
        return ports.stream()
                .filter(port -> selected.stream().noneMatch(pods -> has(pods, port.getPort())))
                .map(port -> name + " speaks of a port that is none: " + port.getPort());
    }

    private Stream<String> probes() {
        return rendered.workloads()
                .flatMap(workload -> workload.pod().getContainers().stream()
                        .flatMap(container -> Stream.<@Nullable Probe>of(
                                container.getStartupProbe(),
                                container.getReadinessProbe(),
                                container.getLivenessProbe()))
                        .filter(Objects::nonNull)
                        .filter(probe -> probe.getHttpGet() != null
                                && !has(workload, probe.getHttpGet().getPort()))
                        .map(probe -> "a probe of " + workload.name() + " asks a port that is none: "
                                + probe.getHttpGet().getPort()));
    }

    private boolean selectsNothing(LabelSelector selector) {
        return rendered.selected(labels(selector)).findAny().isEmpty();
    }

    private static Map<String, String> labels(LabelSelector selector) {
        return selector.getMatchLabels();
    }

    private static boolean has(Workload pods, IntOrString port) {
        return pods.ports()
                .anyMatch(one -> port.getStrVal() == null
                        ? one.getContainerPort().equals(port.getIntVal())
                        : port.getStrVal().equals(one.getName()));
    }
}
