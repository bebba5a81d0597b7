package io.hackhub.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a stand-in for Kubernetes' API, with its own certificate, over https.
class KubernetesDiscoveryTest {

    private static final String NAMESPACE = "hackhub";
    private static final String TOKEN = "a-service-accounts-token";
    private static final Logger EACH_REQUEST = Logger.getLogger(MockWebServer.class.getName());

    @TempDir
    private Path folder;

    /// The real one says that it answers JSON, and Pekko insists on it.
    private static final class Pods extends KubernetesCrudDispatcher {

        private static final ObjectMapper JSON = new ObjectMapper();

        void put(Pod pod) throws IOException {
            var path = "/api/v1/namespaces/%s/pods".formatted(pod.getMetadata().getNamespace());
            assertThat(handleCreate(path, JSON.writeValueAsString(pod)).code()).isEqualTo(202);
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            return super.dispatch(request).setHeader("Content-Type", "application/json");
        }
    }

    private final Pods pods = new Pods();
    private final MockWebServer server = new MockWebServer();
    private final KubernetesMockServer api =
            new KubernetesMockServer(new Context(), server, new HashMap<>(), pods, true);

    @BeforeEach
    void start() throws IOException {
        EACH_REQUEST.setLevel(Level.WARNING);
        api.init(InetAddress.ofLiteral("127.0.0.1"), 0);
        Files.copy(Path.of(server.getSelfSignedCertificate().certificatePath()), folder.resolve("ca.crt"));
        Files.writeString(folder.resolve("token"), TOKEN);
        Files.writeString(folder.resolve("namespace"), NAMESPACE);
    }

    @AfterEach
    void stop() {
        api.destroy();
    }

    @Test
    void nodesFindEachOtherByTheApiAndFormOneCluster() throws Exception {
        var ports = Stream.generate(Ports::free).limit(6).toList();
        for (int i = 0; i < 3; i++) {
            pods.put(pod("hackhub-" + i, "127.0.0.1", ports.get(i)).build());
        }
        for (var stranger : everyKindOfStranger()) {
            pods.put(stranger);
        }

        var said = run(ports);

        assertThat(said.stream().filter(line -> line.startsWith("found")))
                .containsExactly("found 127.0.0.1", "found 127.0.0.1", "found 127.0.0.1");
        assertThat(said).contains("members 3");
        assertThat(lastPodsRequest())
                .contains("/api/v1/namespaces/hackhub/pods", "labelSelector=app.kubernetes.io/name%3Dhackhub", TOKEN);
    }

    /// Another program's, one that is being deleted, one that crashes again and again, one
    /// of another namespace.
    private static List<Pod> everyKindOfStranger() {
        return List.of(
                pod("postgres", "127.0.0.2", 5432)
                        .editMetadata()
                        .addToLabels("app.kubernetes.io/name", "postgres")
                        .endMetadata()
                        .build(),
                pod("leaving", "127.0.0.3", 8558)
                        .editMetadata()
                        .withDeletionTimestamp("2026-01-01T00:00:00Z")
                        .endMetadata()
                        .build(),
                pod("crashing", "127.0.0.4", 8558)
                        .editStatus()
                        .editFirstContainerStatus()
                        .withNewState()
                        .withNewWaiting()
                        .withReason("CrashLoopBackOff")
                        .endWaiting()
                        .endState()
                        .endContainerStatus()
                        .endStatus()
                        .build(),
                pod("elsewhere", "127.0.0.5", 8558)
                        .editMetadata()
                        .withNamespace("staging")
                        .endMetadata()
                        .build());
    }

    private static PodBuilder pod(String name, String address, int managementPort) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .addToLabels("app.kubernetes.io/name", "hackhub")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("hackhub")
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .endPort()
                .addNewPort()
                .withName("management")
                .withContainerPort(managementPort)
                .endPort()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .withPodIP(address)
                .addNewContainerStatus()
                .withName("hackhub")
                .withNewState()
                .withNewRunning()
                .withStartedAt("2026-01-01T00:00:00Z")
                .endRunning()
                .endState()
                .endContainerStatus()
                .endStatus();
    }

    private List<String> run(List<Integer> ports) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DiscoveryProcess.class.getName(),
                folder.toString()));
        for (int i = 0; i < 3; i++) {
            command.add("%d:%d".formatted(ports.get(i), ports.get(i + 3)));
        }
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("KUBERNETES_SERVICE_HOST", server.getHostName());
        builder.environment().put("KUBERNETES_SERVICE_PORT", Integer.toString(server.getPort()));
        var process = builder.start();
        try (var lines = process.inputReader().lines()) {
            return lines.toList();
        } finally {
            process.destroyForcibly();
        }
    }

    private String lastPodsRequest() throws Exception {
        var last = "";
        for (int left = server.getRequestCount(); left > 0; left--) {
            var request = server.takeRequest();
            if ("GET".equals(request.getMethod())) {
                last = request.getPath() + " " + request.getHeader("Authorization");
            }
        }
        return last;
    }
}
