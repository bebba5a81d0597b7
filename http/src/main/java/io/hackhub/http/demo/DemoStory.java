package io.hackhub.http.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.http.demo.DemoData.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// What happens in the demo, in the order of its own time: one event that is under way, and one whose judging is.
final class DemoStory {

    private static final String RUNNING = "GovTech Hackathon 2023";
    static final String RUNNING_SLUG = "govtech-hackathon-2023";
    private static final String JUDGED = "Energy Data Hackdays 2022";
    private static final Duration PREPARED = Duration.ofDays(15);
    private static final Duration OPENED = Duration.ofDays(14);
    private static final Duration REGISTERED = Duration.ofDays(10);
    private static final Duration JUDGED_STARTED = Duration.ofHours(62);
    private static final Duration RUNNING_STARTED = Duration.ofHours(21);
    private static final Duration SUBMITTED = Duration.ofHours(8);
    private static final Duration JUDGED_ENDED = Duration.ofHours(6);
    private static final int TEAM_SIZE = 5;

    /// Who plays which part. `crowd` are the participants.
    record Cast(DemoPerson organizer, DemoPerson mentor, List<DemoPerson> judges, List<DemoPerson> crowd) {}

    private record Team(String id, DemoPerson leader, List<DemoPerson> members, Project project) {}

    private final DemoApi api;
    private final DemoClock clock;
    private final Consumer<HackathonId> tick;
    private final Cast cast;
    private final DemoData data = new DemoData();
    private final SplittableRandom random = new SplittableRandom(2026);
    private final Instant now;

    DemoStory(DemoApi api, DemoClock clock, Consumer<HackathonId> tick, Cast cast) {
        this.api = api;
        this.clock = clock;
        this.tick = tick;
        this.cast = cast;
        this.now = clock.instant();
    }

    void tell() {
        clock.goBack(PREPARED);
        var organization = organization();
        var running = hackathon(organization, RUNNING, RUNNING_STARTED, Duration.ofHours(-27));
        var judged = hackathon(organization, JUDGED, JUDGED_STARTED, JUDGED_ENDED);
        clock.goBack(OPENED);
        open(running);
        open(judged);
        clock.goBack(REGISTERED);
        var runningTeams = teams(running, data.projects(RUNNING), 3);
        var judgedTeams = teams(judged, data.projects(JUDGED), 2);
        inviteMentor(runningTeams.getFirst());
        inviteMentor(judgedTeams.getFirst());
        clock.goBack(JUDGED_STARTED.minusMinutes(1));
        await(judged, "ACTIVE");
        judgedTeams.forEach(this::describe);
        clock.goBack(RUNNING_STARTED.minusMinutes(1));
        await(running, "ACTIVE");
        runningTeams.forEach(this::describe);
        announce(
                running,
                "Welcome!",
                "The doors are open, coffee is ready. Teams find their tables by number.",
                "NORMAL");
        talk(runningTeams.getFirst(), RUNNING_STARTED, SUBMITTED);
        clock.goBack(SUBMITTED);
        judgedTeams.forEach(this::submit);
        announce(judged, "Hands off the keyboard soon", "Submissions close in two hours.", "HIGH");
        clock.goBack(JUDGED_ENDED.minusMinutes(1));
        await(judged, "JUDGING");
        awaitJudging(judged);
        score(judged, judgedTeams);
        talk(runningTeams.getFirst(), JUDGED_ENDED, Duration.ofMinutes(3));
        announce(
                running,
                "Lunch moves to 12:30",
                "The caterer is late. Vegetarian soup first, then the rest.",
                "NORMAL");
        greet(running);
        clock.release();
    }

    private String organization() {
        return api.post(
                        cast.organizer(),
                        "/organizations",
                        Map.of(
                                "name",
                                "Opendata.ch (demo)",
                                "description",
                                "Made for the demo. The events and projects are real, the people are made up."))
                .path("id")
                .asText();
    }

    private String hackathon(String organization, String name, Duration started, Duration ended) {
        var event = data.event(name);
        var body = new LinkedHashMap<String, Object>();
        body.put("organizationId", organization);
        body.put("title", name);
        body.put("slug", name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        body.put("description", event.summary() + "\n\n" + event.location() + " · " + DemoData.ATTRIBUTION);
        body.put("theme", name.startsWith("Gov") ? "GovTech" : "Energy");
        body.put("difficulty", "INTERMEDIATE");
        body.put("registrationStart", now.minus(OPENED).toString());
        body.put("registrationEnd", now.minus(started).toString());
        body.put("startDate", now.minus(started).toString());
        body.put("endDate", now.minus(ended).toString());
        body.put("graceMinutes", 0);
        body.put("timeZone", "Europe/Zurich");
        body.put("maxParticipants", 200);
        body.put("teamSize", Map.of("min", 1, "max", TEAM_SIZE));
        body.put("prizes", List.of(Map.of("id", "first", "name", "First prize", "rank", 1)));
        body.put("requirements", Map.of("skills", List.of("data", "design", "programming")));
        body.put("resources", Map.of("attribution", DemoData.ATTRIBUTION, "source", event.page()));
        body.put("rules", "Be kind. Start from scratch. Share what you find.");
        body.put("judgingCriteria", criteria());
        body.put("leaderboardVisibility", "PUBLIC");
        var id = api.post(cast.organizer(), "/hackathons", body).path("id").asText();
        staff(id);
        return id;
    }

    private static List<Map<String, Object>> criteria() {
        return List.of(
                Map.of("key", "impact", "name", "Impact", "weight", 3, "min", 0, "max", 10),
                Map.of("key", "craft", "name", "Craft", "weight", 2, "min", 0, "max", 10),
                Map.of("key", "openness", "name", "Openness", "weight", 1, "min", 0, "max", 10));
    }

    private void staff(String hackathon) {
        cast.judges().forEach(judge -> name(hackathon, judge, "JUDGE"));
        name(hackathon, cast.mentor(), "MENTOR");
    }

    private void name(String hackathon, DemoPerson person, String role) {
        api.post(
                cast.organizer(),
                "/hackathons/" + hackathon + "/staff",
                Map.of("username", person.username(), "roles", List.of(role)));
    }

    private void open(String hackathon) {
        api.post(cast.organizer(), "/hackathons/" + hackathon + "/transitions", Map.of("to", "PUBLISHED"));
        await(hackathon, "REGISTRATION_OPEN");
    }

    private List<Team> teams(String hackathon, List<Project> projects, int size) {
        var teams = new ArrayList<Team>();
        var next = 0;
        for (var project : projects) {
            var members = cast.crowd()
                    .subList(next, Math.min(next + size, cast.crowd().size()));
            if (members.isEmpty()) {
                return teams;
            }
            teams.add(team(hackathon, project, members));
            next += members.size();
        }
        return teams;
    }

    private Team team(String hackathon, Project project, List<DemoPerson> members) {
        members.forEach(it -> api.post(it, "/hackathons/" + hackathon + "/register", Map.of()));
        var leader = members.getFirst();
        var id = api.post(leader, "/hackathons/" + hackathon + "/teams", Map.of("name", project.shortName()))
                .path("id")
                .asText();
        if (members.size() > 1) {
            var code = api.post(leader, "/teams/" + id + "/invitations", Map.of())
                    .path("invitationCode")
                    .asText();
            members.subList(1, members.size())
                    .forEach(it -> api.post(it, "/teams/join", Map.of("invitationCode", code)));
        }
        return new Team(id, leader, members, project);
    }

    private void inviteMentor(Team team) {
        var path = "/teams/" + team.id() + "/mentors/" + cast.mentor().id();
        api.put(team.leader(), path, Map.of());
    }

    private void describe(Team team) {
        var summary = team.project().summary().isBlank()
                ? team.project().name()
                : team.project().summary();
        api.put(
                team.leader(),
                "/teams/" + team.id() + "/project",
                Map.of("name", team.project().shortName(), "description", summary, "trackIds", List.of()));
    }

    private void submit(Team team) {
        api.post(team.leader(), "/teams/" + team.id() + "/project/submit", Map.of());
    }

    /// The team's chat, spread evenly over a time.
    private void talk(Team team, Duration from, Duration until) {
        var lines = DemoData.chat();
        var step = from.minus(until).dividedBy(lines.size() + 1L);
        for (int i = 0; i < lines.size(); i++) {
            clock.goBack(from.minus(step.multipliedBy(i + 1L)));
            say(team.members().get(random.nextInt(team.members().size())), "team/" + team.id() + "/chat", lines.get(i));
        }
    }

    private void greet(String hackathon) {
        say(
                cast.organizer(),
                "hackathon/" + hackathon + "/chat",
                "Questions to the organizers go here. We read along.");
        say(
                cast.mentor(),
                "hackathon/" + hackathon + "/chat",
                "Mentors are at table 3 until 22:00. Come with half an idea.");
    }

    private void say(DemoPerson person, String channel, String text) {
        api.post(
                person,
                "/channels/" + channel + "/commands",
                Map.of("cid", cid(), "kind", "message.post", "data", Map.of("text", text)));
    }

    private void announce(String hackathon, String title, String content, String priority) {
        api.post(
                cast.organizer(),
                "/hackathons/" + hackathon + "/updates",
                Map.of("title", title, "content", content, "type", "ANNOUNCEMENT", "priority", priority));
    }

    /// All judges but the first have finished; the first has half of the projects left, for whoever tries the demo.
    private void score(String hackathon, List<Team> teams) {
        for (var judge : cast.judges()) {
            var done = judge.equals(cast.judges().getFirst()) ? teams.size() / 2 : teams.size();
            teams.subList(0, done).forEach(team -> score(hackathon, judge, team));
        }
    }

    private void score(String hackathon, DemoPerson judge, Team team) {
        IntFunction<Double> mark =
                around -> Math.clamp(Math.round(2 * (around + random.nextDouble(-2.5, 2.5))) / 2.0, 0.0, 10.0);
        var worth = 3 + team.project().score() / 20;
        api.put(
                judge,
                "/hackathons/" + hackathon + "/scores/" + team.id(),
                Map.of(
                        "criteria",
                        Map.of("impact", mark.apply(worth), "craft", mark.apply(worth), "openness", mark.apply(worth)),
                        "complete",
                        true));
    }

    private void await(String hackathon, String status) {
        until("the hackathon to be " + status, () -> {
            tick.accept(HackathonId.of(hackathon));
            return status(hackathon).equals(status);
        });
    }

    /// Judging hears of its beginning a moment after the hackathon has moved on.
    private void awaitJudging(String hackathon) {
        var path = "/hackathons/" + hackathon + "/assignments";
        until(
                "judging to open",
                () -> !api.get(cast.judges().getFirst(), path).path("items").isEmpty());
    }

    private static void until(String what, BooleanSupplier there) {
        Waiting.until(Duration.ofSeconds(30), what, () -> there.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private String status(String hackathon) {
        JsonNode answer = api.get(cast.organizer(), "/hackathons/" + hackathon);
        return answer.path("status").asText();
    }

    private String cid() {
        return Uuids.v7(clock.instant(), random).toString();
    }
}
