package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.system.HistoryChecker.Entry;
import io.hackhub.system.Scenario.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients in a process of their own post at full speed while HackHub is ended by kill -9 and started again, in every
/// second round together with all of its PostgreSQL. `-Dhackhub.crash.rounds=20` for the long run.
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("hackhub.crash.rounds", 2);
    private static final int ROOMS = 3;
    private static final int WRITERS = 3;
    private static final int ENOUGH = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<String> report = new ArrayList<>();

    @Test
    void everyAcknowledgedMessageIsThereOnceAndInOrder() throws Exception {
        var seed = Long.getLong("hackhub.crash.seed", System.nanoTime());
        var random = new SplittableRandom(seed);
        var data = folder.resolve("data");
        var ports = Program.Ports.free();
        var program = Program.ready(data, ports);
        try {
            var seats = arrange(new Scenario(program.base()));
            for (int round = 1; round <= ROUNDS; round++) {
                program = round(round, program, seats, data, Duration.ofMillis(1500 + random.nextInt(2500)));
            }
        } finally {
            program.close();
        }
        report.forEach(System.out::println);
        assertThat(report).hasSize(ROUNDS);
    }

    private List<Seat> arrange(Scenario scenario) {
        var hackathon = scenario.open(100);
        var seats = new ArrayList<Seat>();
        for (int room = 0; room < ROOMS; room++) {
            var leader = scenario.registered("writer", hackathon);
            var team = scenario.team(hackathon, leader);
            seats.add(new Seat(leader, team.chat()));
            for (int i = 1; i < WRITERS; i++) {
                seats.add(new Seat(scenario.member("writer", hackathon, team), team.chat()));
            }
        }
        return seats;
    }

    private record Seat(Person person, String channel) {}

    private Program round(int number, Program program, List<Seat> seats, Path data, Duration delay) throws Exception {
        var history = folder.resolve("history-" + number);
        var client = startClient(program, seats, history);
        var next = program;
        try {
            awaitTraffic(client, history);
            LockSupport.parkNanos(delay.toNanos());
            program.kill();
            if (number % 2 == 0) {
                program.killDatabase();
            }
            next = Program.ready(data, program.ports());
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            finish(client);
        } finally {
            client.destroyForcibly();
        }
        check(number, next, seats, history);
        return next;
    }

    /// The delay of a round begins when the writers are under way, which takes them longer on a busy machine.
    private static void awaitTraffic(Process client, Path history) throws IOException {
        var deadline = Instant.now().plus(PATIENCE);
        while (acknowledged(history) <= ENOUGH) {
            assertThat(client.isAlive() && Instant.now().isBefore(deadline))
                    .as("writers get acknowledgements")
                    .isTrue();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static long acknowledged(Path history) throws IOException {
        if (!Files.exists(history)) {
            return 0;
        }
        try (var lines = Files.lines(history)) {
            return lines.filter(line -> line.contains("\"acknowledged\"")).count();
        }
    }

    private Process startClient(Program program, List<Seat> seats, Path history) throws IOException {
        var scenario = new Scenario(program.base());
        var file = folder.resolve("people.json");
        var people = new ArrayList<Map<String, Object>>();
        for (var seat : seats) {
            var signedIn = scenario.signInAgain(seat.person());
            people.add(Map.of(
                    "name", signedIn.username(),
                    "channel", seat.channel(),
                    "token", signedIn.token(),
                    "nodes",
                            List.of(Map.of(
                                    "live",
                                    program.live().toString(),
                                    "base",
                                    program.base().toString())),
                    "since", head(signedIn.api(), seat.channel())));
        }
        CrashClient.writePeople(file, people);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashClient.class.getName(),
                        file.toString(),
                        history.toString())
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
    }

    private static long head(Api api, String channel) {
        return api.get("/channels/" + channel + "/events?limit=1")
                .ok()
                .path("head")
                .asLong();
    }

    private static void finish(Process client) throws Exception {
        client.getOutputStream().write("finish\n".getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        assertThat(client.waitFor(90, TimeUnit.SECONDS)).as("clients finish").isTrue();
        assertThat(client.exitValue()).as("clients' exit code").isZero();
    }

    private void check(int number, Program program, List<Seat> seats, Path file) throws IOException {
        var scenario = new Scenario(program.base());
        var logs = new HashMap<String, List<Entry>>();
        for (var seat : seats) {
            var api = scenario.signInAgain(seat.person()).api();
            logs.computeIfAbsent(seat.channel(), channel -> log(api, channel));
        }
        var history = History.read(file);
        assertThat(HistoryChecker.check(logs, history)).as("round %d", number).isEmpty();
        var acknowledged =
                history.stream().filter(History.Acknowledged.class::isInstance).count();
        var again = history.stream()
                .filter(step -> step instanceof History.Acknowledged ack && ack.duplicate())
                .count();
        assertThat(acknowledged).as("acknowledged in round %d", number).isGreaterThan(ENOUGH);
        report.add("round %d%s: %d messages acknowledged, %d of them sent twice and kept once, %d events read"
                .formatted(
                        number,
                        number % 2 == 0 ? " (database killed too)" : "",
                        acknowledged,
                        again,
                        history.stream()
                                .filter(History.Applied.class::isInstance)
                                .count()));
    }

    /// The whole log of a channel, over plain HTTP.
    private static List<Entry> log(Api api, String channel) {
        var log = new ArrayList<Entry>();
        JsonNode page;
        do {
            page = api.get("/channels/%s/events?limit=500&after=%d"
                            .formatted(
                                    channel, log.isEmpty() ? 0 : log.getLast().seq()))
                    .ok();
            page.path("items")
                    .forEach(event -> log.add(new Entry(event.path("seq").asLong(), CrashClient.cid(event))));
        } while (!page.path("items").isEmpty());
        return log;
    }
}
