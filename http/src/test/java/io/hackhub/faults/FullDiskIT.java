package io.hackhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hackhub.core.shared.Uuids;
import io.hackhub.system.Api;
import io.hackhub.system.Program;
import io.hackhub.system.Scenario;
import io.hackhub.system.Scenario.Team;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data folder's disk runs full while people talk, and gets room again. Needs root, to mount a disk of 200 MB.
class FullDiskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LONG = "x".repeat(4000);

    @TempDir
    Path folder;

    private Path disk;
    private final Map<String, Long> acknowledged = new LinkedHashMap<>();
    private final Set<String> unsure = new LinkedHashSet<>();

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=200m,mode=755", "tmpfs", disk.toString()) == 0,
                "A small disk can be mounted by root only: the full disk is not tried");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void nothingIsAcknowledgedThatIsNotKeptAndRoomMakesItGoOn() throws Exception {
        var program = Program.ready(disk, Program.Ports.free());
        try {
            var scenario = new Scenario(program.base());
            var hackathon = scenario.open(10);
            var team = scenario.team(hackathon, scenario.registered("leader", hackathon));
            for (int i = 0; i < 50; i++) {
                assertThat(post(team, cid()).status()).isEqualTo(200);
            }

            var filler = fill();
            var refused = postUntil(team, 503);
            assertThat(refused.slug()).isEqualTo("unavailable");
            assertThat(scenario.guest().get("/about").status()).isEqualTo(200);
            assertThat(program.output()).contains("No space left on device");

            Files.delete(filler);
            postUntil(team, 200);
            for (var cid : List.copyOf(unsure)) {
                assertThat(post(team, cid).status()).isEqualTo(200);
            }
            assertThatEachIsThereOnce(team);
            program.kill();
            program = Program.ready(disk, program.ports());
            assertThatEachIsThereOnce(team);
        } finally {
            program.close();
        }
    }

    /// Writes until nothing more goes.
    private Path fill() throws IOException {
        var filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            var zeros = new byte[64 * 1024];
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        return filler;
    }

    private Api.Answer postUntil(Team team, int status) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = post(team, cid());
            if (answer.status() == status) {
                return answer;
            }
            assertThat(answer.status()).as("%s", answer).isIn(200, 503);
            assertThat(Instant.now()).as("waiting for %d", status).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Api.Answer post(Team team, String cid) {
        var answer = team.leader()
                .api()
                .post(
                        "/channels/" + team.chat() + "/commands",
                        Map.of("cid", cid, "kind", "message.post", "data", Map.of("text", LONG)));
        if (answer.status() == 200) {
            acknowledged.put(cid, answer.body().path("seq").asLong());
            unsure.remove(cid);
        } else {
            unsure.add(cid);
        }
        return answer;
    }

    private void assertThatEachIsThereOnce(Team team) {
        var kept = new LinkedHashMap<String, Long>();
        long last = 0;
        while (true) {
            var page = team.leader()
                    .api()
                    .get("/channels/" + team.chat() + "/events?limit=500&after=" + last)
                    .ok()
                    .path("items");
            if (page.isEmpty()) {
                break;
            }
            for (var event : page) {
                assertThat(event.path("seq").asLong()).isEqualTo(++last);
                if (event.path("kind").asText().equals("message.posted")) {
                    assertThat(kept.put(CrashClient.cid(event), last)).isNull();
                }
            }
        }
        assertThat(kept).isEqualTo(acknowledged);
    }

    private static String cid() {
        return Uuids.v7(Instant.now(), ThreadLocalRandom.current()).toString();
    }

    private static int run(String... command) throws Exception {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
