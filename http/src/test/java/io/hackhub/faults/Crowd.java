package io.hackhub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.faults.HistoryChecker.Entry;
import io.hackhub.load.wire.Follower;
import io.hackhub.system.Api;
import io.hackhub.system.Program;
import io.hackhub.system.Scenario;
import io.hackhub.system.Scenario.Person;
import io.hackhub.system.Scenario.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Teams who chat while things break: writers in a process of their own, and what they saw. Beside those who write as
/// fast as they may, a device of one reads slowly, and one of another not at all.
final class Crowd implements AutoCloseable {

    private static final int ROOMS = 5;
    private static final int WRITERS = 3;
    private static final int UNDER_WAY = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// `leaves` is somebody whom the leader removes while things break.
    private record Seat(Person person, Team team, boolean leaves) {
        String channel() {
            return team.chat();
        }
    }

    private final List<Program> nodes;
    private final Duration pace;
    private final Path history;
    private final List<Seat> seats = new ArrayList<>();
    private final Process client;

    /// Signs people up and lets them begin; they are under way when this returns.
    ///
    /// @param pace between two messages of each; zero for as fast as they are taken
    Crowd(Path folder, List<Program> nodes, Duration pace) {
        this.nodes = nodes;
        this.pace = pace;
        this.history = folder.resolve("history");
        arrange(new Scenario(nodes.getFirst().base()));
        this.client = start(folder.resolve("people.json"));
        awaitTraffic();
    }

    private void arrange(Scenario scenario) {
        var hackathon = scenario.open(100);
        for (int room = 0; room < ROOMS; room++) {
            var leader = scenario.registered("writer", hackathon);
            var team = scenario.team(hackathon, leader);
            seats.add(new Seat(leader, team, false));
            for (int i = 1; i < WRITERS; i++) {
                seats.add(new Seat(scenario.member("writer", hackathon, team), team, i > 1));
            }
        }
    }

    private Process start(Path people) {
        try {
            CrashClient.writePeople(people, described());
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashClient.class.getName(),
                            people.toString(),
                            history.toString())
                    .inheritIO()
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Map<String, Object>> described() {
        var all = new ArrayList<>(seats.stream().map(this::described).toList());
        if (pace.isZero()) {
            all.add(reading(seats.getFirst(), Follower.Appetite.NOTHING));
            all.add(reading(seats.get(WRITERS), Follower.Appetite.LITTLE));
        }
        return all;
    }

    private Map<String, Object> reading(Seat seat, Follower.Appetite appetite) {
        var badly = new HashMap<>(described(seat));
        badly.put("appetite", appetite);
        return badly;
    }

    private Map<String, Object> described(Seat seat) {
        return Map.of(
                "name", seat.person().username(),
                "channel", seat.channel(),
                "token", seat.person().token(),
                "leaves", seat.leaves(),
                "paceMs", pace.toMillis(),
                "nodes",
                        nodes.stream()
                                .map(node -> Map.of(
                                        "live",
                                        node.live().toString(),
                                        "base",
                                        node.base().toString()))
                                .toList());
    }

    private void awaitTraffic() {
        var deadline = Instant.now().plus(PATIENCE);
        while (acknowledged() <= UNDER_WAY) {
            if (!client.isAlive() || Instant.now().isAfter(deadline)) {
                close();
                throw new IllegalStateException("writers: no acknowledgements within " + PATIENCE);
            }
            Breaker.pass(Duration.ofMillis(50));
        }
    }

    private long acknowledged() {
        if (!Files.exists(history)) {
            return 0;
        }
        try (var lines = Files.lines(history)) {
            return lines.filter(line -> line.contains("\"acknowledged\"")).count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> channels() {
        return seats.stream().map(Seat::channel).distinct().toList();
    }

    /// Breaks every connection at once.
    void herd() {
        tell("herd");
    }

    /// Has those removed who leave, by whatever node answers. Done when each removal is.
    CompletableFuture<Void> removals() {
        return CompletableFuture.allOf(seats.stream()
                .filter(Seat::leaves)
                .map(seat -> CompletableFuture.runAsync(() -> remove(seat)))
                .toArray(CompletableFuture[]::new));
    }

    private void remove(Seat seat) {
        var path =
                "/teams/%s/members/%s".formatted(seat.team().id(), seat.person().id());
        var leader = seat.team().leader().token();
        for (int turn = 0; ; turn = (turn + 1) % nodes.size()) {
            try {
                var status =
                        Api.at(nodes.get(turn).base()).as(leader).delete(path).status();
                if (status / 100 == 2 || status == 404) {
                    return;
                }
                if (status < 500 && status != 409) {
                    throw new IllegalStateException("removal: " + status);
                }
            } catch (UncheckedIOException unreachable) {
                // The next node is asked.
            }
            Breaker.pass(Duration.ofMillis(100));
        }
    }

    /// Lets everybody finish what they began.
    void finish() {
        tell("finish");
        try {
            if (!client.waitFor(150, TimeUnit.SECONDS) || client.exitValue() != 0) {
                throw new IllegalStateException("writers: did not finish");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void tell(String line) {
        try {
            client.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What everybody did and saw; whole once they have finished.
    List<History.Timed> seen() {
        try {
            return History.timed(history);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// How much was done and seen.
    Summary summary() {
        var steps = seen().stream().map(History.Timed::step).toList();
        return new Summary(
                steps.stream().filter(History.Acknowledged.class::isInstance).count(),
                steps.stream()
                        .filter(step -> step instanceof History.Acknowledged ack && ack.duplicate())
                        .count(),
                steps.stream().filter(History.Applied.class::isInstance).count());
    }

    /// @param sentAgain acknowledged messages that had been committed before without their writer's knowing
    /// @param read events that readers applied
    record Summary(long acknowledged, long sentAgain, long read) {}

    /// Each promise that was broken, a line each.
    List<String> check() {
        var scenario = new Scenario(nodes.getFirst().base());
        var logs = new HashMap<String, List<Entry>>();
        for (var seat : seats) {
            logs.computeIfAbsent(
                    seat.channel(),
                    channel -> log(scenario.signInAgain(seat.team().leader()).api(), channel));
        }
        return HistoryChecker.check(
                logs, seen().stream().map(History.Timed::step).toList());
    }

    /// The whole log of a channel, over plain HTTP.
    private List<Entry> log(Api api, String channel) {
        var log = new ArrayList<Entry>();
        JsonNode page;
        do {
            long last = log.isEmpty() ? 0 : log.getLast().seq();
            page = api.get("/channels/%s/events?limit=500&after=%d".formatted(channel, last))
                    .ok();
            page.path("items")
                    .forEach(event ->
                            log.add(new Entry(event.path("seq").asLong(), CrashClient.cid(event), leaver(event))));
        } while (!page.path("items").isEmpty());
        return log;
    }

    private String leaver(JsonNode event) {
        var id = event.path("data").path("userId").asText();
        return event.path("kind").asText().equals("member.left")
                ? seats.stream()
                        .filter(seat -> seat.person().id().equals(id))
                        .map(seat -> seat.person().username())
                        .findFirst()
                        .orElse("somebody else")
                : "";
    }

    @Override
    public void close() {
        client.destroyForcibly();
    }
}
