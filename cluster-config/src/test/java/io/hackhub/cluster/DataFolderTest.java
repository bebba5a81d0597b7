package io.hackhub.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path root;

    @Test
    void aSecondInstanceIsToldWhoHasIt() {
        var path = root.resolve("data");
        try (var _ = DataFolder.open(path)) {
            var reason = catchThrowableOfType(CannotStart.class, () -> DataFolder.open(path));

            assertThat(reason.exitCode()).isEqualTo(78);
            assertThat(reason.lines())
                    .containsExactly(
                            "HACKHUB_DATA: '%s' (expected: a folder that no other HackHub is using; process %d is)"
                                    .formatted(path, ProcessHandle.current().pid()));
        }
        DataFolder.open(path).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        var file = Files.createFile(root.resolve("file"));

        var reason = catchThrowableOfType(CannotStart.class, () -> DataFolder.open(file.resolve("data")));

        assertThat(reason.exitCode()).isEqualTo(78);
        assertThat(reason.lines()).singleElement().asString().startsWith("HACKHUB_DATA: '" + file);
    }

    @Test
    void secretsAreKeptForTheirOwnerAlone() throws IOException {
        var path = root.resolve("data");
        try (var folder = DataFolder.open(path)) {
            var secret = folder.secret("jwt-secret");

            assertThat(folder.secret("jwt-secret")).isEqualTo(secret);
            assertThat(secret.value()).hasSize(64);
        }
        assertThat(permissions(path)).isEqualTo("rwx------");
        assertThat(permissions(path.resolve("jwt-secret"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
