package io.hackhub.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.hackhub.cluster.kubernetes.Rendered.Workload;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Whether everything that is named is there, and pods may do what they must and nothing more. A line for each fault.
final class References {

    private final Rendered rendered;
    private final Set<String> secretKeys;

    /// `secretKeys` are those of the secret `hackhub`, which is made by hand.
    References(Rendered rendered, Set<String> secretKeys) {
        this.rendered = rendered;
        this.secretKeys = Set.copyOf(secretKeys);
    }

    Stream<String> faults() {
        return Stream.of(secrets(), configurations(), volumes(), rights(), scaled(), hardened())
                .flatMap(each -> each);
    }

    private Stream<String> secrets() {
        var values = rendered.each(Secret.class)
                .map(secret ->
                        "a secret is in the tree: " + secret.getMetadata().getName());
        var keys = containers()
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef())
                .filter(Objects::nonNull)
                .filter(key -> !"hackhub".equals(key.getName()) || !secretKeys.contains(key.getKey()))
                .map(key -> "no such key in secret.example.yaml: " + key.getName() + "/" + key.getKey());
        return Stream.concat(values, keys);
    }

    private Stream<String> configurations() {
        return containers()
                .flatMap(container -> container.getEnvFrom().stream())
                .map(from -> from.getConfigMapRef() == null
                        ? "variables come from something else than a configuration"
                        : missing(ConfigMap.class, from.getConfigMapRef().getName()))
                .filter(fault -> !fault.isEmpty());
    }

    private Stream<String> volumes() {
        return rendered.workloads().flatMap(workload -> {
            var claimed = rendered.each(StatefulSet.class)
                    .flatMap(set -> set.getSpec().getVolumeClaimTemplates().stream())
                    .map(claim -> claim.getMetadata().getName());
            var there = Stream.concat(workload.pod().getVolumes().stream().map(volume -> volume.getName()), claimed)
                    .toList();
            return workload.pod().getContainers().stream()
                    .flatMap(container -> container.getVolumeMounts().stream())
                    .filter(mount -> !there.contains(mount.getName()))
                    .map(mount -> workload.name() + " mounts what there is not: " + mount.getName());
        });
    }

    /// A node lists the pods of its namespace, or it never finds the others.
    private Stream<String> rights() {
        var account = rendered.hackhub().pod().getServiceAccountName();
        boolean lists = rendered.each(RoleBinding.class)
                .filter(binding -> binding.getSubjects().stream()
                        .anyMatch(subject ->
                                "ServiceAccount".equals(subject.getKind()) && account.equals(subject.getName())))
                .flatMap(binding -> rendered.each(Role.class)
                        .filter(role -> binding.getRoleRef()
                                .getName()
                                .equals(role.getMetadata().getName())))
                .flatMap(role -> role.getRules().stream())
                .anyMatch(rule -> rule.getApiGroups().equals(List.of(""))
                        && rule.getResources().equals(List.of("pods"))
                        && rule.getVerbs().equals(List.of("get", "list", "watch")));
        return Stream.of(
                        missing(ServiceAccount.class, account),
                        lists ? "" : account + " may not list pods, or more than that")
                .filter(fault -> !fault.isEmpty());
    }

    private Stream<String> scaled() {
        return rendered.each(HorizontalPodAutoscaler.class)
                .map(scaler -> missing(
                        Deployment.class, scaler.getSpec().getScaleTargetRef().getName()))
                .filter(fault -> !fault.isEmpty());
    }

    private Stream<String> hardened() {
        return rendered.workloads()
                .filter(workload -> !hardened(workload))
                .map(workload -> workload.name() + " may do more than it must");
    }

    private static boolean hardened(Workload workload) {
        var pod = workload.pod().getSecurityContext();
        return Boolean.TRUE.equals(pod.getRunAsNonRoot())
                && pod.getRunAsUser() > 0
                && "RuntimeDefault".equals(pod.getSeccompProfile().getType())
                && workload.pod().getContainers().stream()
                        .map(Container::getSecurityContext)
                        .allMatch(context -> Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
                                && Boolean.TRUE.equals(context.getReadOnlyRootFilesystem())
                                && context.getCapabilities().getDrop().equals(List.of("ALL")));
    }

    private String missing(Class<? extends HasMetadata> kind, String name) {
        return rendered.has(kind, name) ? "" : "no %s called %s".formatted(kind.getSimpleName(), name);
    }

    private Stream<Container> containers() {
        return rendered.workloads().flatMap(workload -> workload.pod().getContainers().stream());
    }
}
