package io.hackhub.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All that one kustomization makes, by kind and name.
record Rendered(List<HasMetadata> all) {

    /// What makes pods.
    record Workload(String name, LabelSelector selector, PodTemplateSpec template) {
        PodSpec pod() {
            return template.getSpec();
        }

        Map<String, String> labels() {
            return template.getMetadata().getLabels();
        }

        Stream<ContainerPort> ports() {
            return pod().getContainers().stream().map(Container::getPorts).flatMap(List::stream);
        }
    }

    Rendered {
        all = List.copyOf(all);
    }

    static Rendered of(String manifests) throws IOException {
        return new Rendered(StrictManifests.read(manifests));
    }

    <T extends HasMetadata> Stream<T> each(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean has(Class<? extends HasMetadata> kind, String name) {
        return each(kind).anyMatch(one -> name.equals(one.getMetadata().getName()));
    }

    Stream<Workload> workloads() {
        return Stream.concat(
                each(Deployment.class)
                        .map(one -> new Workload(
                                one.getMetadata().getName(),
                                one.getSpec().getSelector(),
                                one.getSpec().getTemplate())),
                each(StatefulSet.class)
                        .map(one -> new Workload(
                                one.getMetadata().getName(),
                                one.getSpec().getSelector(),
                                one.getSpec().getTemplate())));
    }

    Workload hackhub() {
        return workloads()
                .filter(workload -> "hackhub".equals(workload.name()))
                .findFirst()
                .orElseThrow();
    }

    Stream<Workload> selected(Map<String, String> labels) {
        return workloads().filter(workload -> workload.labels().entrySet().containsAll(labels.entrySet()));
    }
}
