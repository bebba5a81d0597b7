package io.hackhub.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.hackhub.cluster.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies in `k8s/`, as far as it can be checked without Kubernetes.
class ManifestsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path K8S = ROOT.resolve("k8s");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/production"})
    void whatIsRenderedFitsItsTypesItselfAndTheProgram(String kustomization) throws IOException {
        assertThat(faults(Kubectl.render(K8S.resolve(kustomization)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    overlays/local      | Deployment,HorizontalPodAutoscaler,Ingress,NetworkPolicy,PodDisruptionBudget,Role,RoleBinding,ServiceAccount,StatefulSet
                    overlays/production | Deployment,HorizontalPodAutoscaler,Ingress,NetworkPolicy,PodDisruptionBudget,Role,RoleBinding,ServiceAccount
                    """)
    void nothingIsMissing(String kustomization, String kinds) throws IOException {
        assertThat(Rendered.of(Kubectl.render(K8S.resolve(kustomization))).all())
                .extracting(HasMetadata::getKind)
                .contains(kinds.split(","));
    }

    /// One of each kind, so that the checks above are known to check.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name: hackhub-pods                 | name: hackhub-pots               | may not list pods
                    targetPort: live                   | targetPort: alive                | service hackhub leads to a port that is none
                    port: management                   | port: managment                  | that is none
                    HACKHUB_NODES: "3"                 | HACKHUB_NODES: many              | HACKHUB_NODES: 'many'
                    HACKHUB_VERIFY_EMAIL:              | HACKHUB_VERIFY_MAIL:             | no such setting: HACKHUB_VERIFY_MAIL
                    key: HACKHUB_JWT_SECRET            | key: HACKHUB_JWT_KEY             | no such key in secret.example.yaml
                    runAsNonRoot: true                 | runAsNonRoot: false              | may do more than it must
                    host: hackhub.example              | host: hackhub.invalid            | the ingress is called hackhub.invalid
                    app.kubernetes.io/name=hackhub     | app.kubernetes.io/name=hackhab   | discovery looks for other labels
                    containerPort: 8558                | containerPort: 8559              | policy hackhub speaks of a port that is none
                    """)
    void aPlantedFaultIsFound(String good, String bad, String told) throws IOException {
        var rendered = Kubectl.render(K8S.resolve("base"));
        assertThat(rendered).contains(good);

        assertThat(faults(rendered.replaceFirst(Pattern.quote(good), bad)))
                .anySatisfy(fault -> assertThat(fault).contains(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    minReadySeconds: 15 | minReadySecond: 15      | minReadySecond
                    periodSeconds: 10   | periodSeconds: '10'     | String value
                    autoscaling/v2      | autoscaling/v3          | autoscaling/v3
                    """)
    void aManifestThatDoesNotFitItsTypeIsRefused(String good, String bad, String told) {
        var rendered = Kubectl.render(K8S.resolve("base"));
        assertThat(rendered).contains(good);

        assertThatThrownBy(() -> faults(rendered.replace(good, bad))).hasMessageContaining(told);
    }

    @Test
    void composeStartsHackHubWithSettingsThatItTakes() throws IOException {
        var service =
                new YAMLMapper().readTree(K8S.resolve("compose.yaml").toFile()).at("/services/hackhub/environment");
        var given =
                Map.of("HACKHUB_DATABASE_PASSWORD", "swordfish", "HACKHUB_JWT_SECRET", "0123456789abcdef".repeat(2));
        var variables = service.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().asText().startsWith("${")
                                ? given.getOrDefault(entry.getKey(), "")
                                : entry.getValue().asText()));

        assertThat(Environments.documented(ROOT.resolve("README.md"))).containsAll(variables.keySet());
        assertThat(Settings.read(variables).http().liveUrl()).hasToString("ws://localhost:8081/api/v1/live");
    }

    @Test
    void everyFileIsPartOfSomethingThatIsRendered() throws IOException {
        try (var files = Files.walk(K8S)) {
            var kustomizations =
                    files.filter(file -> file.endsWith("kustomization.yaml")).toList();
            for (var kustomization : kustomizations) {
                var text = Files.readString(kustomization);
                assertThat(siblings(kustomization))
                        .allSatisfy(file -> assertThat(text).contains(file));
            }
        }
    }

    private static List<String> siblings(Path kustomization) throws IOException {
        try (var files = Files.list(kustomization.resolveSibling(""))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml")
                            && !List.of("kustomization.yaml", "secret.example.yaml")
                                    .contains(name))
                    .toList();
        }
    }

    private static List<String> faults(String manifests) throws IOException {
        var rendered = Rendered.of(manifests);
        var secret = StrictManifests.read(Files.readString(K8S.resolve("base/secret.example.yaml"))).stream()
                .map(Secret.class::cast)
                .findFirst()
                .orElseThrow()
                .getStringData();
        return Stream.of(
                        new References(rendered, secret.keySet()).faults(),
                        new Connections(rendered).faults(),
                        new Environments(rendered, secret, Environments.documented(ROOT.resolve("README.md"))).faults())
                .flatMap(each -> each)
                .toList();
    }
}
