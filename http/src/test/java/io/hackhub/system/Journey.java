package io.hackhub.system;

import java.time.Duration;
import java.time.Instant;

/// A hackathon through which a test walks somebody by the web client alone; only its clock is moved from outside.
record Journey(Scenario scenario, Scenario.Hackathon hackathon, String slug, String title) {

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
        var organizer = scenario.signInAgain(hackathon.organizer());
        var start = Instant.now().plusSeconds(2);
        scenario.reschedule(
                new Scenario.Hackathon(hackathon.id(), hackathon.organization(), organizer),
                start,
                start.plus(Duration.ofHours(24)));
        scenario.awaitStatus(hackathon, "ACTIVE");
    }
}
