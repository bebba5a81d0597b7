package io.hackhub.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.shared.Uuids;
import io.hackhub.system.Scenario.Hackathon;
import io.hackhub.system.Scenario.Person;
import io.hackhub.system.Scenario.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// One hackathon with somebody in each role of the table of rights, brought to the phase in which the question arises.
final class World {

    enum Phase {
        OPEN,
        ACTIVE,
        JUDGING
    }

    /// Those who play the roles, in every world the same: each signing up costs a slow hash.
    record Cast(Map<String, Person> roles, Person secondJudge, String organization) {

        static Cast of(Scenario scenario, Person admin) {
            var roles = new TreeMap<String, Person>();
            roles.put("W", scenario.person("waitlisted"));
            roles.put("P", scenario.person("participant"));
            roles.put("M", scenario.person("member"));
            roles.put("L", scenario.person("leader"));
            roles.put("Me", scenario.person("mentor"));
            roles.put("J", scenario.person("judge"));
            roles.put("O", scenario.person("organizer"));
            roles.put("A", admin);
            return new Cast(
                    roles,
                    scenario.person("second-judge"),
                    scenario.organization(Objects.requireNonNull(roles.get("O"))));
        }
    }

    private static final Duration TO_START = Duration.ofSeconds(2);
    private static final Duration TO_END = Duration.ofSeconds(5);

    final Program program;
    final Hackathon hackathon;
    final Team team;
    private final Cast cast;

    World(Program program, Cast cast, Phase phase) {
        this.program = program;
        this.cast = cast;
        var scenario = new Scenario(program.base());
        var start = Instant.now().plus(Duration.ofHours(1));
        this.hackathon = scenario.opened(
                scenario.draft(role("O"), cast.organization(), 3, start, start.plus(Duration.ofHours(24))));
        this.team = scenario.team(hackathon, scenario.register(role("L"), hackathon));
        scenario.join(team, scenario.register(role("M"), hackathon));
        scenario.register(role("P"), hackathon);
        scenario.register(role("W"), hackathon);
        staff(role("Me"), "MENTOR");
        role("L")
                .api()
                .put("/teams/" + team.id() + "/mentors/" + role("Me").id(), Map.of())
                .ok();
        staff(secondJudge(), "JUDGE");
        staff(role("J"), "JUDGE");
        reach(scenario, phase);
    }

    private void staff(Person person, String role) {
        hackathon
                .organizer()
                .api()
                .post(path("/staff"), Map.of("username", person.username(), "roles", List.of(role)))
                .ok();
    }

    private void reach(Scenario scenario, Phase phase) {
        if (phase == Phase.OPEN) {
            return;
        }
        var now = Instant.now();
        scenario.reschedule(
                hackathon, now.plus(TO_START), now.plus(phase == Phase.JUDGING ? TO_END : Duration.ofHours(24)));
        scenario.awaitStatus(hackathon, "ACTIVE");
        if (phase == Phase.JUDGING) {
            draft(team.leader()).ok();
            team.leader()
                    .api()
                    .post("/teams/" + team.id() + "/project/submit", Map.of())
                    .ok();
            scenario.awaitStatus(hackathon, "JUDGING");
            awaitPanel();
        }
    }

    /// Judging is told of the submitted teams a moment after the hackathon has moved on.
    private void awaitPanel() {
        var deadline = Instant.now().plusSeconds(20);
        while (hasNothingToJudge(role("J")) || hasNothingToJudge(secondJudge())) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("judging: not open (expected: open for one team)");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean hasNothingToJudge(Person judge) {
        return judge.api().get(path("/assignments")).ok().path("items").isEmpty();
    }

    Api.Answer draft(Person by) {
        return by.api()
                .put(
                        "/teams/" + team.id() + "/project",
                        Map.of("name", "Thing", "description", "It does things.", "trackIds", List.of()));
    }

    Person role(String name) {
        return Objects.requireNonNull(cast.roles().get(name), name);
    }

    /// A judge beside the one of the table.
    Person secondJudge() {
        return cast.secondJudge();
    }

    String path(String tail) {
        return "/hackathons/" + hackathon.id() + tail;
    }

    String hackathonChat() {
        return "hackathon/" + hackathon.id() + "/chat";
    }

    /// Whether `by` may do `kind` on a channel over the live protocol.
    boolean live(Person by, String channel, String kind, Map<String, Object> data) {
        try (var live = LiveClient.connect(program.live(), by.token())) {
            return allowed(LiveClient.await(live.command(channel, cid(), kind, data)));
        }
    }

    boolean mayRead(Person by, String channel) {
        try (var live = LiveClient.connect(program.live(), by.token())) {
            return LiveClient.type(LiveClient.await(live.subscribe(channel))).equals("subscribed");
        }
    }

    private static boolean allowed(JsonNode answer) {
        if (LiveClient.type(answer).equals("ack")) {
            return true;
        }
        if (List.of("denied", "not_found").contains(answer.path("code").asText())) {
            return false;
        }
        throw new IllegalStateException("answer: %s (expected: ack or a denial)".formatted(answer));
    }

    /// A message in `channel` by `by`; its id.
    String message(Person by, String channel) {
        var id = cid();
        by.api()
                .post(
                        "/channels/" + channel + "/commands",
                        Map.of("cid", id, "kind", "message.post", "data", Map.of("text", "hello")))
                .ok();
        return id;
    }

    static String cid() {
        return Uuids.v7(Instant.now(), ThreadLocalRandom.current()).toString();
    }
}
