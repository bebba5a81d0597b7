package io.hackhub.load.contestant;

import io.hackhub.load.contestant.Contestant.Show;
import io.hackhub.system.Scenario;
import io.hackhub.system.Scenario.Hackathon;
import io.hackhub.system.Scenario.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Brings a hackathon of HackHub to where its teams are judged: by its API, and by its clock.
final class Judging {

    private static final Duration TO_START = Duration.ofSeconds(2);
    /// Long enough for all teams to submit, and hardly longer than one waits for a status.
    private static final Duration TO_END = Duration.ofSeconds(25);
    private static final long PATIENCE_S = 60;

    private final Scenario scenario;

    Judging(Scenario scenario) {
        this.scenario = scenario;
    }

    /// Each of `leaders` with a team alone.
    Show open(List<Person> leaders, List<Person> judges) {
        var hackathon = scenario.open(leaders.size());
        judges.forEach(it -> hackathon
                .organizer()
                .api()
                .post(path(hackathon, "/staff"), Map.of("username", it.username(), "roles", List.of("JUDGE")))
                .ok());
        var teams = HackHub.together(leaders.size(), i -> {
            scenario.register(leaders.get(i), hackathon);
            return scenario.team(hackathon, leaders.get(i));
        });
        scenario.reschedule(
                hackathon, Instant.now().plus(TO_START), Instant.now().plus(TO_END));
        scenario.awaitStatus(hackathon, "ACTIVE");
        HackHub.together(teams.size(), i -> submit(teams.get(i)));
        scenario.awaitStatus(hackathon, "JUDGING");
        awaitPanel(hackathon, judges.getFirst());
        return new Show(
                "hackathon/" + hackathon.id() + "/leaderboard",
                judges.stream().map(Person::token).toList(),
                teams.stream().map(Scenario.Team::id).toList());
    }

    private static boolean submit(Scenario.Team team) {
        var api = team.leader().api();
        api.put(
                        "/teams/" + team.id() + "/project",
                        Map.of("name", "Thing", "description", "It does things.", "trackIds", List.of()))
                .ok();
        api.post("/teams/" + team.id() + "/project/submit", Map.of()).ok();
        return true;
    }

    /// Judging is told of the teams a moment after the hackathon has moved on.
    private static void awaitPanel(Hackathon hackathon, Person judge) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (judge.api()
                .get(path(hackathon, "/assignments"))
                .ok()
                .path("items")
                .isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("judging: not open (expected: open for all teams)");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static String path(Hackathon hackathon, String tail) {
        return "/hackathons/" + hackathon.id() + tail;
    }
}
