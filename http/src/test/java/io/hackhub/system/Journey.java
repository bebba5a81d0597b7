package io.hackhub.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// A hackathon through which a test walks somebody by the web client alone; only its clock is moved from outside.
record Journey(Scenario scenario, Scenario.Hackathon hackathon, String slug, String title) {

    private static final List<String> WRITABLE = List.of(
            "title",
            "slug",
            "description",
            "difficulty",
            "registrationStart",
            "timeZone",
            "endDate",
            "maxParticipants",
            "teamSize",
            "prizes",
            "requirements",
            "resources",
            "rules",
            "judgingCriteria");

    /// Open for registration, a day before it starts.
    static Journey begin(Scenario scenario) {
        var hackathon = scenario.open(50, Instant.now().plus(Duration.ofHours(24)));
        var shown = scenario.guest().get("/hackathons/" + hackathon.id()).ok();
        return new Journey(
                scenario,
                hackathon,
                shown.path("slug").asText(),
                shown.path("title").asText());
    }

    String page() {
        return "/hackathons/" + slug;
    }

    /// The organizer lets it start at once.
    void start() {
        var path = "/hackathons/" + hackathon.id();
        var organizer = scenario.signInAgain(hackathon.organizer());
        var start = Instant.now().plusSeconds(2).toString();
        JsonNode now = organizer.api().get(path).ok();
        var body = new TreeMap<String, Object>();
        WRITABLE.forEach(name -> body.put(name, now.path(name)));
        body.put("organizationId", hackathon.organization());
        body.put("registrationEnd", start);
        body.put("startDate", start);
        organizer.api().put(path, body).ok();
        scenario.awaitStatus(hackathon, "ACTIVE");
    }
}
