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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// One hackathon with somebody in each role of the table of rights, brought to the phase in which the question arises.
final class World {

    enum Phase {
        OPEN,
        ACTIVE,
        JUDGING
    }

    private static final Duration TO_START = Duration.ofSeconds(18);
    private static final Duration TO_END = Duration.ofSeconds(21);

    final Program program;
    final Hackathon hackathon;
    final Team team;
    private final Map<String, Person> roles;
    private final Person secondJudge;

    World(Program program, Person admin, Phase phase) {
        this.program = program;
        var scenario = new Scenario(program.base());
        var now = Instant.now();
        this.hackathon = switch (phase) {
            case OPEN -> scenario.open(3);
            case ACTIVE -> scenario.open(3, now.plus(TO_START));
            case JUDGING -> scenario.open(3, now.plus(TO_START), now.plus(TO_END));
        };
        var leader = scenario.registered("leader", hackathon);
        this.team = scenario.team(hackathon, leader);
        var member = scenario.member("member", hackathon, team);
        var participant = scenario.registered("participant", hackathon);
        var waitlisted = scenario.registered("waitlisted", hackathon);
        var mentor = staff(scenario, "mentor", "MENTOR");
        leader.api()
                .put("/teams/" + team.id() + "/mentors/" + mentor.id(), Map.of())
                .ok();
        this.secondJudge = staff(scenario, "second-judge", "JUDGE");
        this.roles = Map.of(
                "W",
                waitlisted,
                "P",
                participant,
                "M",
                member,
                "L",
                leader,
                "Me",
                mentor,
                "J",
                staff(scenario, "judge", "JUDGE"),
                "O",
                hackathon.organizer(),
                "A",
                admin);
        reach(scenario, phase);
    }

    private Person staff(Scenario scenario, String name, String role) {
        var person = scenario.person(name);
        hackathon
                .organizer()
                .api()
                .post(path("/staff"), Map.of("username", person.username(), "roles", List.of(role)))
                .ok();
        return person;
    }

    private void reach(Scenario scenario, Phase phase) {
        if (phase != Phase.OPEN) {
            scenario.awaitStatus(hackathon, "ACTIVE");
        }
        if (phase == Phase.JUDGING) {
            draft(team.leader());
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
        while (hasNothingToJudge(role("J")) || hasNothingToJudge(secondJudge)) {
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
        return Objects.requireNonNull(roles.get(name), name);
    }

    /// A judge beside the one of the table.
    Person secondJudge() {
        return secondJudge;
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
