package io.hackhub.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/// The folder that holds all of a node's own files, and the lock that keeps a second instance out of it. The kernel
/// frees the lock when the process ends, however it ends.
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "hackhub.lock";
    private static final int SECRET_BYTES = 48;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes the folder if need be, and takes its lock.
    ///
    /// @throws CannotStart if another process has it, or it cannot be written
    public static DataFolder open(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var channel = FileChannel.open(
                    path.resolve(LOCK),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            if (!locked(channel)) {
                throw refused(path, "a folder that no other HackHub is using; process %s is".formatted(text(channel)));
            }
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(path, channel);
        } catch (IOException failure) {
            throw refused(path, "a folder that can be written; " + failure);
        }
    }

    public Path path() {
        return path;
    }

    /// What the file of that name holds; made by `content` and readable by its owner alone if it is not there yet.
    public String secretFile(String name, Supplier<String> content) {
        var file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                var half = Files.createTempFile(path, name, ".new");
                Files.writeString(half, content.get());
                try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw CannotStart.machine("%s cannot be read or written: %s".formatted(file, failure));
        }
    }

    /// A random secret, made at first and kept: 64 characters of 48 bytes.
    public Secret secret(String name) {
        return new Secret(secretFile(name, DataFolder::random));
    }

    private static String random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException ignored) {
            // The kernel frees it in a moment, with the process.
        }
    }

    private static CannotStart refused(Path path, String expected) {
        return CannotStart.configuration("HACKHUB_DATA", path.toString(), expected);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
