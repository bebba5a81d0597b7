package io.hackhub.cluster.kubernetes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Renders a kustomization with the kubectl that is installed. Where there is none, who asks is skipped, with a line
/// that says so; under `CI=true` it fails, unless `.ci/run` has found that none can be had (`HACKHUB_KUBECTL=none`).
final class Kubectl {

    private static final AtomicBoolean SAID = new AtomicBoolean();
    private static final Map<Path, String> RENDERED = new HashMap<>();

    private Kubectl() {}

    /// Each is rendered once: it takes longer than all that is done with it.
    static String render(Path kustomization) {
        return RENDERED.computeIfAbsent(kustomization, Kubectl::run);
    }

    private static String run(Path kustomization) {
        var kubectl = find().orElseThrow(Kubectl::missing);
        try {
            var process = new ProcessBuilder(kubectl.toString(), "kustomize", kustomization.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Assertions.assertEquals(0, process.onExit().join().exitValue(), () -> kubectl + " on " + kustomization);
            return rendered;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RuntimeException missing() {
        var missing = "No kubectl found: what kustomize makes of k8s/ is not checked";
        if ("true".equals(System.getenv("CI")) && !"none".equals(System.getenv("HACKHUB_KUBECTL"))) {
            Assertions.fail(missing);
        }
        if (SAID.compareAndSet(false, true)) {
            System.err.println(missing);
        }
        return Assumptions.abort(missing);
    }

    private static Optional<Path> find() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
