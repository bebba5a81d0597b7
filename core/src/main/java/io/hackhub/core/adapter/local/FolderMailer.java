package io.hackhub.core.adapter.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.core.account.Mailer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Writes each mail as a file that only its owner can read, for whoever tries HackHub without a mail server.
public final class FolderMailer implements Mailer {

    private static final Executor VIRTUAL = Executors.newVirtualThreadPerTaskExecutor();

    private final Path folder;
    private final InstantSource clock;
    private final AtomicLong number = new AtomicLong();

    public FolderMailer(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public CompletionStage<?> send(Mail mail) {
        return CompletableFuture.runAsync(() -> write(mail), VIRTUAL);
    }

    private void write(Mail mail) {
        try {
            Files.createDirectories(folder, mode("rwx------"));
            var name = "%d-%d.txt".formatted(clock.millis(), number.incrementAndGet());
            var file = Files.createFile(folder.resolve(name), mode("rw-------"));
            var text = "To: %s%nSubject: %s%n%n%s".formatted(mail.to(), mail.subject(), mail.text());
            Files.writeString(file, text, UTF_8, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileAttribute<?> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
