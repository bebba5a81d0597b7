package io.hackhub.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Sets up what a test needs, through the API alone: people, an organization, a hackathon, teams.
public final class Scenario {

    public static final String PASSWORD = "correct-horse-battery-9";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /// A signed-in person.
    public record Person(String id, String username, String token, String refreshToken, Api api) {}

    public record Hackathon(String id, String organization, Person organizer) {}

    public record Team(String id, Person leader) {
        public String chat() {
            return "team/" + id + "/chat";
        }
    }

    private final Api guest;
    private final String run = Long.toString(System.nanoTime(), 36);

    public Scenario(URI base) {
        this.guest = Api.at(base);
    }

    public Api guest() {
        return guest;
    }

    public Person person(String name) {
        var username = name + "-" + run + "-" + COUNTER.incrementAndGet();
        var body = guest.post(
                        "/auth/register",
                        Map.of(
                                "email",
                                username + "@example.org",
                                "username",
                                username,
                                "fullName",
                                "The " + name,
                                "password",
                                PASSWORD))
                .ok();
        var token = body.path("accessToken").asText();
        var id = body.path("user").path("id").asText();
        return new Person(id, username, token, body.path("refreshToken").asText(), guest.as(token));
    }

    /// Somebody whose account the program was started with.
    public Person signIn(String email, String password) {
        var body = guest.post("/auth/login", Map.of("email", email, "password", password))
                .ok();
        var token = body.path("accessToken").asText();
        return new Person(
                body.path("user").path("id").asText(),
                body.path("user").path("username").asText(),
                token,
                body.path("refreshToken").asText(),
                guest.as(token));
    }

    /// A new access token for somebody whose last one may have expired.
    public Person signInAgain(Person person) {
        var body = guest.post("/auth/login", Map.of("email", person.username() + "@example.org", "password", PASSWORD))
                .ok();
        var token = body.path("accessToken").asText();
        return new Person(
                person.id(), person.username(), token, body.path("refreshToken").asText(), guest.as(token));
    }

    /// A hackathon that takes registrations now and starts in an hour.
    public Hackathon open(int places) {
        return open(places, Instant.now().plus(Duration.ofHours(1)));
    }

    public Hackathon open(int places, Instant start) {
        return open(places, start, start.plus(Duration.ofHours(24)));
    }

    public Hackathon open(int places, Instant start, Instant end) {
        return opened(draft(places, start, end));
    }

    /// Published, and taking registrations.
    public Hackathon opened(Hackathon draft) {
        transition(draft, "PUBLISHED");
        awaitStatus(draft, "REGISTRATION_OPEN");
        return draft;
    }

    public Hackathon draft(int places, Instant start) {
        return draft(places, start, start.plus(Duration.ofHours(24)));
    }

    public Hackathon draft(int places, Instant start, Instant end) {
        var organizer = person("organizer");
        return draft(organizer, organization(organizer), places, start, end);
    }

    public Hackathon draft(Person organizer, String organization, int places, Instant start, Instant end) {
        var id = organizer
                .api()
                .post("/hackathons", details(organization, places, start, end))
                .ok()
                .path("id")
                .asText();
        return new Hackathon(id, organization, organizer);
    }

    /// The id of a new organization of this person's.
    public String organization(Person owner) {
        return owner.api()
                .post("/organizations", Map.of("name", "Organization of " + owner.username()))
                .ok()
                .path("id")
                .asText();
    }

    /// Registration ends with the start.
    public void reschedule(Hackathon hackathon, Instant start, Instant end) {
        var path = "/hackathons/" + hackathon.id();
        var organizer = hackathon.organizer().api();
        ObjectNode body = organizer.get(path).ok().deepCopy();
        body.put("registrationEnd", start.toString());
        body.put("startDate", start.toString());
        body.put("endDate", end.toString());
        organizer.put(path, body).ok();
    }

    /// Waits until the clock has moved a hackathon on.
    public void awaitStatus(Hackathon hackathon, String status) {
        var deadline = Instant.now().plusSeconds(30);
        while (!status(hackathon).equals(status)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("status: %s (expected: %s)".formatted(status(hackathon), status));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    static Map<String, Object> details(String organization, int places, Instant start, Instant end) {
        return Map.ofEntries(
                Map.entry("organizationId", organization),
                Map.entry("title", "Hackathon " + COUNTER.incrementAndGet()),
                Map.entry("description", "Made by a test"),
                Map.entry("difficulty", "INTERMEDIATE"),
                Map.entry("registrationStart", Instant.now().minusSeconds(60).toString()),
                Map.entry("registrationEnd", start.toString()),
                Map.entry("startDate", start.toString()),
                Map.entry("endDate", end.toString()),
                Map.entry("timeZone", "Europe/Zurich"),
                Map.entry("maxParticipants", places),
                Map.entry("teamSize", Map.of("min", 1, "max", 10)),
                Map.entry("prizes", List.of()),
                Map.entry("requirements", Map.of("skills", List.of())),
                Map.entry("resources", Map.of()),
                Map.entry("rules", "Be kind."),
                Map.entry(
                        "judgingCriteria",
                        List.of(
                                Map.of("key", "idea", "name", "Idea", "weight", 2, "min", 0, "max", 10),
                                Map.of("key", "craft", "name", "Craft", "weight", 1, "min", 0, "max", 10))));
    }

    public JsonNode transition(Hackathon hackathon, String to) {
        return hackathon
                .organizer()
                .api()
                .post("/hackathons/" + hackathon.id() + "/transitions", Map.of("to", to))
                .ok();
    }

    public String status(Hackathon hackathon) {
        return guest.get("/hackathons/" + hackathon.id()).body().path("status").asText();
    }

    public Person registered(String name, Hackathon hackathon) {
        return register(person(name), hackathon);
    }

    public Person register(Person person, Hackathon hackathon) {
        person.api()
                .post("/hackathons/" + hackathon.id() + "/register", Map.of())
                .ok();
        return person;
    }

    public Team team(Hackathon hackathon, Person leader) {
        var team = leader.api()
                .post("/hackathons/" + hackathon.id() + "/teams", Map.of("name", "Team " + COUNTER.incrementAndGet()))
                .ok();
        return new Team(team.path("id").asText(), leader);
    }

    /// A registered person who joined `team` by an invitation of its leader.
    public Person member(String name, Hackathon hackathon, Team team) {
        var person = registered(name, hackathon);
        join(team, person);
        return person;
    }

    /// By an invitation for this person, used up with that.
    public void join(Team team, Person person) {
        var code = team.leader()
                .api()
                .post("/teams/" + team.id() + "/invitations", Map.of("userId", person.id()))
                .ok()
                .path("invitationCode")
                .asText();
        person.api().post("/teams/join", Map.of("invitationCode", code)).ok();
    }
}
