package io.hackhub.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The packaged HackHub in a process of its own, on free ports and with a data folder of its own. Starting it again on
/// the same folder keeps the ports, so that clients find it where it was.
public final class Program implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// The address and the ports that one HackHub listens on.
    public record Ports(String host, int http, int live, int management, int cluster) {
        public static Ports free() {
            return free("127.0.0.1");
        }

        /// On an address of this machine.
        public static Ports free(String host) {
            var sockets = new ArrayList<ServerSocket>();
            try {
                for (int i = 0; i < 4; i++) {
                    sockets.add(new ServerSocket(0, 0, InetAddress.getByName(host)));
                }
                var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
                for (var socket : sockets) {
                    socket.close();
                }
                return new Ports(host, ports.get(0), ports.get(1), ports.get(2), ports.get(3));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private final Process process;
    private final Path data;
    private final Path log;
    private final Ports ports;

    private Program(Process process, Path data, Path log, Ports ports) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.ports = ports;
    }

    /// Starts it without waiting. `settings` are environment variables besides those for ports and data.
    public static Program start(Path data, Ports ports, Map<String, String> settings) {
        return start(List.of(), distribution(), data, ports, settings);
    }

    /// `before` is a command that becomes the one that follows it, as `nsenter` does; `distribution` is the folder that
    /// is started.
    public static Program start(
            List<String> before, String distribution, Path data, Ports ports, Map<String, String> settings) {
        try {
            var log = data.resolveSibling(data.getFileName() + ".log");
            var command = new ArrayList<>(before);
            command.add(Path.of(distribution, "bin", "hackhub").toString());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("HACKHUB_") && !name.equals("HACKHUB_JVM_FLAGS"));
            builder.environment().putAll(environment(data, ports));
            builder.environment().putAll(settings);
            return new Program(builder.start(), data, log, ports);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts it, without a demo and without rate limits, and waits until it is ready.
    public static Program ready(Path data, Ports ports) {
        var program = start(data, ports, Map.of("HACKHUB_DEMO", "false", "HACKHUB_RATE_LIMITS", "off"));
        program.awaitReady();
        return program;
    }

    /// The folder of what is tested.
    public static String distribution() {
        var folder = System.getProperty("hackhub.distribution", "");
        if (folder.isEmpty() || !new File(folder, "bin/hackhub").canExecute()) {
            throw new IllegalStateException(
                    "hackhub.distribution: '%s' (expected: the folder that `./mvnw package` leaves)".formatted(folder));
        }
        return folder;
    }

    private static Map<String, String> environment(Path data, Ports ports) {
        var environment = new TreeMap<String, String>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HACKHUB_DATA", data.toString());
        environment.put("HACKHUB_HTTP_HOST", ports.host());
        environment.put("HACKHUB_MANAGEMENT_HOST", ports.host());
        environment.put("HACKHUB_CLUSTER_HOST", ports.host());
        environment.put("HACKHUB_HTTP_PORT", Integer.toString(ports.http()));
        environment.put("HACKHUB_LIVE_PORT", Integer.toString(ports.live()));
        environment.put("HACKHUB_MANAGEMENT_PORT", Integer.toString(ports.management()));
        environment.put("HACKHUB_CLUSTER_PORT", Integer.toString(ports.cluster()));
        return environment;
    }

    public void awaitReady() {
        var deadline = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("HackHub: not ready, it said:%n%s".formatted(output()));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    public boolean isReady() {
        try {
            var health = management().resolve("/health/ready");
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public URI base() {
        return URI.create("http://%s:%d".formatted(ports.host(), ports.http()));
    }

    public URI management() {
        return URI.create("http://%s:%d".formatted(ports.host(), ports.management()));
    }

    public URI live() {
        return URI.create("ws://%s:%d/api/v1/live".formatted(ports.host(), ports.live()));
    }

    public Ports ports() {
        return ports;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Everything that it and those started before on the same folder have printed.
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Ends it as `kill -9` does.
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /// Stops it where it stands, or lets it go on: `STOP`, `CONT`.
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends every process of its database as `kill -9` does.
    public void killDatabase() {
        for (var postmaster : postmasters()) {
            var all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(it -> it.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        }
    }

    private List<ProcessHandle> postmasters() {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .flatMap(file -> firstLine(file).stream())
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Long> firstLine(Path file) {
        try {
            return Files.readAllLines(file).stream().limit(1).map(Long::valueOf).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Ends it as Ctrl-C does; the exit code.
    public int stop() {
        process.destroy();
        return awaitExit(Duration.ofSeconds(30));
    }

    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "HackHub: still runs after %s, it said:%n%s".formatted(patience, output()));
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
