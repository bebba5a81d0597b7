package io.hackhub.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs PostgreSQL's own programs: `initdb` and `pg_ctl`. The latter puts the server into a session of its own, so that
/// Ctrl-C in a terminal reaches only us and the server is stopped last.
final class PostgresTools {

    /// A program ended with an error; the message is what it said.
    static final class Failed extends IOException {

        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }

        /// Whether another try, on another port, may well succeed.
        boolean isPassing() {
            var message = String.valueOf(getMessage());
            return message.contains("Address already in use") || message.contains("shared memory block");
        }
    }

    private static final long LOG_BYTES = 4L << 20;

    /// What makes it durable stands here in so many words, and [Storage] asks the server whether it took it.
    private static final List<String> SERVER = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=60",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            "log_min_messages=warning");

    private final PostgresHome home;
    private final Path programs;

    PostgresTools(PostgresHome home, Path programs) {
        this.home = home;
        this.programs = programs;
    }

    void initialise(Path data, String user, Path passwordFile) throws IOException {
        run(List.of(
                program("initdb"),
                "--pgdata=" + data,
                "--username=" + user,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions"));
    }

    void start(int port) throws IOException {
        keepLogSmall();
        var options = Stream.concat(Stream.of("port=" + port), SERVER.stream())
                .map(option -> "-c " + option)
                .collect(Collectors.joining(" "));
        long logged = Files.exists(home.log()) ? Files.size(home.log()) : 0;
        try {
            run(List.of(
                    program("pg_ctl"),
                    "start",
                    "--wait",
                    "--timeout=600",
                    "--silent",
                    "--pgdata=" + home.data(),
                    "--log=" + home.log(),
                    "--options=" + options));
        } catch (Failed failed) {
            throw new Failed(failed.getMessage() + " " + loggedSince(logged));
        }
    }

    void stop() throws IOException {
        run(List.of(
                program("pg_ctl"),
                "stop",
                "--wait",
                "--timeout=60",
                "--silent",
                "--mode=fast",
                "--pgdata=" + home.data()));
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void run(List<String> command) throws IOException {
        var output = Files.createTempFile("hackhub", ".out");
        try {
            var process = new ProcessBuilder(home.as().command(command))
                    .directory(home.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new Failed(
                        Files.readString(output, StandardCharsets.UTF_8).strip().replaceAll("\\s*\\R\\s*", "; "));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.delete(output);
        }
    }

    /// What the server itself said of why it did not start.
    private String loggedSince(long position) throws IOException {
        if (!Files.exists(home.log())) {
            return "";
        }
        try (var log = Files.newInputStream(home.log())) {
            log.skipNBytes(position);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches(".*(FATAL|PANIC|could not bind).*"))
                    .collect(Collectors.joining("; "));
        }
    }

    private void keepLogSmall() throws IOException {
        if (Files.exists(home.log()) && Files.size(home.log()) > LOG_BYTES) {
            Files.delete(home.log());
        }
    }
}
