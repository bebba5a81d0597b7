package io.hackhub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hackhub.system.Api;
import io.hackhub.system.Program;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// The nodes of one cluster, each a packaged HackHub in a process of its own, and their supervisor: it starts them, and
/// may tell the others that one is gone.
final class Nodes implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int HTTP_PORT = 18080;

    /// As in cluster.conf.
    private static final int SHARDS = 32;

    private static final Duration READY = Duration.ofMinutes(2);
    static final String JWT_SECRET = "the secret of the fault harness alone";

    private final Path folder;
    private final Network network;
    private final int database;
    private final List<Program.Ports> ports;
    private final List<Program> programs = new ArrayList<>();
    private String distribution;

    /// Starts `count` nodes of a distribution and waits until all are ready.
    Nodes(Path folder, Network network, Postgres postgres, int count, String distribution) {
        this.distribution = distribution;
        this.folder = folder;
        this.network = network;
        this.database = postgres.port();
        this.ports = IntStream.range(0, count)
                .mapToObj(node -> new Program.Ports(network.host(node), HTTP_PORT, 18081, 18558, 17355))
                .toList();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        IntStream.range(0, count).forEach(node -> programs.add(launch(node)));
        awaitReady();
    }

    /// From now on nodes are started from another folder.
    void use(String other) {
        distribution = other;
    }

    int count() {
        return programs.size();
    }

    Program program(int node) {
        return programs.get(node);
    }

    List<Program> all() {
        return List.copyOf(programs);
    }

    private Program launch(int node) {
        var settings = new TreeMap<String, String>();
        settings.put(
                "HACKHUB_DATABASE_URL", "jdbc:postgresql://%s:%d/postgres".formatted(network.database(), database));
        settings.put("HACKHUB_DATABASE_USER", Postgres.USER);
        settings.put("HACKHUB_JWT_SECRET", JWT_SECRET);
        settings.put("HACKHUB_PUBLIC_URL", publicUrl().toString());
        settings.put("HACKHUB_RATE_LIMITS", "off");
        settings.put("HACKHUB_VERIFY_EMAIL", "false");
        settings.put("HACKHUB_VERIFY_ORGANIZATIONS", "false");
        settings.put("HACKHUB_INSECURE_HTTP", "true");
        settings.put("HACKHUB_CLUSTER_CONTROL", "true");
        settings.put("HACKHUB_JVM_FLAGS", "-Xmx512m " + System.getProperty("hackhub.faults.jvm", ""));
        settings.put("HACKHUB_SEED_NODES", seeds());
        settings.put("HACKHUB_LOG", System.getProperty("hackhub.faults.log", "info"));
        return Program.start(
                network.before(node), distribution, folder.resolve("node-" + node), ports.get(node), settings);
    }

    private String seeds() {
        return String.join(
                ",", ports.stream().map(it -> it.host() + ":" + it.cluster()).toList());
    }

    /// Starts one again that has ended; it takes a while to be ready.
    void start(int node) {
        programs.set(node, launch(node));
    }

    void kill(int node) {
        programs.get(node).kill();
    }

    /// Tells one that lives that `node` is gone for good, as an orchestrator can.
    void tellGone(int node) {
        var address = "pekko://hackhub@%s:%d"
                .formatted(ports.get(node).host(), ports.get(node).cluster());
        for (int other = 0; other < count(); other++) {
            if (other != node && programs.get(other).isAlive() && put(other, address)) {
                return;
            }
        }
    }

    /// The shards of rooms that a node has now; none where it does not say in time.
    Set<Integer> shards(int node) {
        var shards = new HashSet<Integer>();
        ask(node, "/cluster/shards/Room")
                .path("regions")
                .forEach(it -> shards.add(it.path("shardId").asInt()));
        return shards;
    }

    /// Where sharding puts a channel's room.
    static int shardOf(String channel) {
        return Math.abs(channel.hashCode() % SHARDS);
    }

    private boolean put(int node, String address) {
        var where = programs.get(node).management().resolve("/cluster/members/" + encoded(address));
        var request = HttpRequest.newBuilder(URI.create(where.toString()))
                .timeout(Duration.ofSeconds(2))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString("operation=Down"))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Until all are ready; starts again what has ended by itself, as one does that the cluster has turned out.
    void awaitReady() {
        var deadline = Instant.now().plus(READY);
        while (!IntStream.range(0, count()).allMatch(this::isSettled)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("not ready within %s:%n%s".formatted(READY, ends()));
            }
            IntStream.range(0, count())
                    .filter(node -> !programs.get(node).isAlive())
                    .forEach(this::start);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /// Whether a node is ready and sees all of them up: one that was given up and does not know it yet is not counted
    /// by the others.
    private boolean isSettled(int node) {
        if (!programs.get(node).isReady()) {
            return false;
        }
        var members = ask(node, "/cluster/members");
        long up = StreamSupport.stream(members.path("members").spliterator(), false)
                .filter(member -> member.path("status").asText().equals("Up"))
                .count();
        return up == count() && members.path("unreachable").isEmpty();
    }

    /// What a node's management port says; a missing node where it does not in time.
    /// What all links of the cluster begin with, and all tokens name.
    URI publicUrl() {
        return URI.create("http://%s:%d".formatted(network.host(0), HTTP_PORT));
    }

    private JsonNode ask(int node, String path) {
        var request = HttpRequest.newBuilder(programs.get(node).management().resolve(path))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return Api.JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            return MissingNode.getInstance();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// The last lines of each node's log.
    String ends() {
        return programs.stream()
                .map(program -> program.output().lines().toList())
                .map(lines -> String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())))
                .collect(Collectors.joining("\n--\n"));
    }

    @Override
    public void close() {
        programs.stream().filter(Program::isAlive).forEach(program -> program.signal("CONT"));
        programs.stream().filter(Program::isAlive).forEach(Program::kill);
    }
}
