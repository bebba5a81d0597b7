package io.hackhub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.system.Api;
import io.hackhub.system.LiveClient;
import io.hackhub.system.Program;
import io.hackhub.system.Scenario;
import io.hackhub.system.Scenario.Hackathon;
import io.hackhub.system.Scenario.Person;
import io.hackhub.system.Scenario.Team;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// A judge who scores one team after the other while things break, each score until it is taken. At the end the board
/// must say on every node what was scored: with one judge a team's score is the rubric's.
final class Jury {

    private static final int TEAMS = 8;
    private static final Duration AHEAD = Duration.ofSeconds(3);
    private static final Duration OPEN = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Hackathon hackathon;
    private final Person judge;
    private final List<Team> teams = new ArrayList<>();
    /// By team, as boards show it.
    private final Map<String, String> truth = new TreeMap<>();
    private volatile boolean sitting;

    /// A hackathon that has come to judging.
    Jury(Program node) {
        var scenario = new Scenario(node.base());
        this.hackathon = scenario.open(100);
        this.judge = scenario.person("judge");
        var organizer = hackathon.organizer().api();
        organizer
                .post(path("/staff"), Map.of("username", judge.username(), "roles", List.of("JUDGE")))
                .ok();
        for (int i = 0; i < TEAMS; i++) {
            teams.add(scenario.team(hackathon, scenario.registered("leader", hackathon)));
        }
        var start = Instant.now().plus(AHEAD);
        scenario.reschedule(hackathon, start, start.plus(OPEN));
        scenario.awaitStatus(hackathon, "ACTIVE");
        teams.forEach(Jury::submit);
        scenario.awaitStatus(hackathon, "JUDGING");
        var deadline = Instant.now().plus(PATIENCE);
        while (judge.api().get(path("/assignments")).ok().path("items").size() < TEAMS) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("judging: not open for all teams");
            }
            Breaker.pass(Duration.ofMillis(50));
        }
    }

    private static void submit(Team team) {
        var leader = team.leader().api();
        leader.put(
                        "/teams/" + team.id() + "/project",
                        Map.of("name", "Thing", "description", "It does things.", "trackIds", List.of()))
                .ok();
        leader.post("/teams/" + team.id() + "/project/submit", Map.of()).ok();
    }

    private String path(String tail) {
        return "/hackathons/" + hackathon.id() + tail;
    }

    /// What anybody may follow.
    String board() {
        return "hackathon/" + hackathon.id() + "/leaderboard";
    }

    /// Scores until [#stop]; how many scores were taken.
    CompletableFuture<Integer> start(List<Program> nodes) {
        return start(nodes, Duration.ZERO);
    }

    /// As [#start], with a pause after each.
    CompletableFuture<Integer> start(List<Program> nodes, Duration pause) {
        sitting = true;
        var token = new Scenario(nodes.getFirst().base()).signInAgain(judge).token();
        return CompletableFuture.supplyAsync(() -> score(nodes, token, new SplittableRandom(), pause));
    }

    void stop() {
        sitting = false;
    }

    private int score(List<Program> nodes, String token, SplittableRandom random, Duration pause) {
        int taken = 0;
        while (sitting) {
            var team = teams.get(random.nextInt(TEAMS)).id();
            int idea = random.nextInt(11);
            int craft = random.nextInt(11);
            var card = Map.of("criteria", Map.of("idea", idea, "craft", craft), "complete", true);
            put(nodes, token, path("/scores/" + team), card, random.nextInt(nodes.size()));
            truth.put(team, "%.2f".formatted(100.0 * (2 * idea + craft) / 30));
            taken++;
            Breaker.pass(pause);
        }
        return taken;
    }

    private static void put(List<Program> nodes, String token, String path, Object card, int first) {
        for (int turn = first; ; turn = (turn + 1) % nodes.size()) {
            try {
                var answer = Api.at(nodes.get(turn).base()).as(token).put(path, card);
                if (answer.status() / 100 == 2) {
                    return;
                }
                if (answer.status() < 500) {
                    throw new IllegalStateException("score: " + answer);
                }
            } catch (UncheckedIOException unreachable) {
                // The next node is asked.
            }
            Breaker.pass(Duration.ofMillis(50));
        }
    }

    /// A line for each node whose board does not come to say what was scored.
    List<String> check(List<Program> nodes) {
        var faults = new ArrayList<String>();
        for (var node : nodes) {
            var token =
                    new Scenario(node.base()).signInAgain(hackathon.organizer()).token();
            var deadline = Instant.now().plus(PATIENCE);
            Map<String, String> shown = board(node, token);
            while (!shown.equals(truth) && Instant.now().isBefore(deadline)) {
                Breaker.pass(Duration.ofMillis(200));
                shown = board(node, token);
            }
            if (!shown.equals(truth)) {
                faults.add("board on %s: %s (expected: %s)".formatted(node.base(), shown, truth));
            }
        }
        return faults;
    }

    private Map<String, String> board(Program node, String token) {
        try (var live = LiveClient.connect(node.live(), token)) {
            LiveClient.await(live.subscribe("hackathon/" + hackathon.id() + "/leaderboard/full"));
            var board = live.awaitFrame(frame -> LiveClient.type(frame).equals("board"));
            var shown = new TreeMap<String, String>();
            for (JsonNode row : board.path("rows")) {
                if (truth.containsKey(row.path("teamId").asText())) {
                    shown.put(
                            row.path("teamId").asText(),
                            "%.2f".formatted(row.path("score").asDouble()));
                }
            }
            return shown;
        }
    }
}
