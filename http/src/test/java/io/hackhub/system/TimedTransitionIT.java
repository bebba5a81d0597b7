package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clock moves a hackathon on, also when nobody looks and when the program slept through the hour.
class TimedTransitionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void aHackathonThatStartedWhileTheProgramWasDownIsActiveAfterwards() {
        var data = folder.resolve("data");
        var ports = Program.Ports.free();
        Scenario.Hackathon hackathon;
        Instant start;
        try (var program = Program.ready(data, ports)) {
            var scenario = new Scenario(program.base());
            start = Instant.now().plusSeconds(12);
            hackathon = scenario.open(10, start);
            scenario.team(hackathon, scenario.registered("leader", hackathon));
            assertThat(scenario.status(hackathon)).isEqualTo("REGISTRATION_OPEN");
            program.kill();
        }
        while (Instant.now().isBefore(start.plusSeconds(1))) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        try (var program = Program.ready(data, ports)) {
            var scenario = new Scenario(program.base());
            var deadline = Instant.now().plus(PATIENCE);
            while (!scenario.status(hackathon).equals("ACTIVE") && Instant.now().isBefore(deadline)) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertThat(scenario.status(hackathon)).isEqualTo("ACTIVE");
            assertAnnouncedInOrder(program, hackathon);
        }
    }

    private static void assertAnnouncedInOrder(Program program, Scenario.Hackathon hackathon) {
        var channel = "hackathon/" + hackathon.id() + "/announcements";
        try (var guest = LiveClient.connect(program.live(), "")) {
            LiveClient.await(guest.subscribe(channel, 0));
            guest.awaitFrame(it -> it.path("data").path("status").asText().equals("ACTIVE"));
            assertThat(guest.events(channel))
                    .filteredOn(it -> it.path("kind").asText().equals("hackathon.changed"))
                    .extracting(it -> it.path("data").path("status").asText())
                    .containsSubsequence("PUBLISHED", "REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE")
                    .doesNotHaveDuplicates();
        }
    }
}
