package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.shared.Uuids;
import io.hackhub.system.Scenario.Hackathon;
import io.hackhub.system.Scenario.Person;
import io.hackhub.system.Scenario.Team;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People are removed from their team while eight of their messages are in flight. From the answer on nothing of theirs
/// is accepted, and their socket hears nothing beyond their own `member.left`. `-Dhackhub.removals=1000` for the long
/// run.
class RemovalIT {

    private static final int REMOVALS = Integer.getInteger("hackhub.removals", 40);
    private static final int TEAMS = 4;
    private static final int IN_FLIGHT = 8;

    @TempDir
    Path folder;

    @Test
    void nothingOfARemovedPersonIsAcceptedOrHeard() throws Exception {
        try (var program = Program.ready(folder.resolve("data"), Program.Ports.free());
                var pool = Executors.newFixedThreadPool(TEAMS)) {
            var scenario = new Scenario(program.base());
            var hackathon = scenario.open(100);
            var teams = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < TEAMS; i++) {
                var seed = i;
                teams.add(CompletableFuture.supplyAsync(
                        () -> new Rounds(program, scenario, hackathon, seed).run(REMOVALS / TEAMS), pool));
            }
            var accepted = teams.stream().mapToInt(CompletableFuture::join).sum();
            System.out.printf(
                    "%d removals, %d of %d messages in flight were accepted, none after the answer%n",
                    REMOVALS, accepted, REMOVALS * IN_FLIGHT);
        }
    }

    /// One team whose member is removed and joins again, over and over, while the leader keeps talking.
    private static final class Rounds {
        private final Program program;
        private final Scenario scenario;
        private final SplittableRandom random;
        private final Team team;
        private final Person member;

        Rounds(Program program, Scenario scenario, Hackathon hackathon, int seed) {
            this.program = program;
            this.scenario = scenario;
            this.random = new SplittableRandom(seed);
            this.team = scenario.team(hackathon, scenario.registered("leader", hackathon));
            this.member = scenario.registered("member", hackathon);
        }

        int run(int rounds) {
            var accepted = 0;
            for (int i = 0; i < rounds; i++) {
                accepted += round();
            }
            return accepted;
        }

        private int round() {
            scenario.join(team, member);
            try (var theirs = LiveClient.connect(program.live(), member.token());
                    var leaders =
                            LiveClient.connect(program.live(), team.leader().token())) {
                LiveClient.await(theirs.subscribe(team.chat()));
                var before = LiveClient.await(leaders.subscribe(team.chat()))
                        .path("head")
                        .asLong();
                var inFlight = new ArrayList<CompletableFuture<JsonNode>>();
                for (int i = 0; i < IN_FLIGHT; i++) {
                    inFlight.add(post(theirs));
                    var _ = post(leaders);
                }
                LockSupport.parkNanos(random.nextLong(Duration.ofMillis(4).toNanos()));
                team.leader()
                        .api()
                        .delete("/teams/" + team.id() + "/members/" + member.id())
                        .ok();
                refusedFromNowOn(theirs);
                LiveClient.await(post(leaders));
                return check(theirs, leaders, inFlight, before);
            }
        }

        private void refusedFromNowOn(LiveClient theirs) {
            var late = LiveClient.await(post(theirs));
            assertThat(late.path("type").asText()).as("%s", late).isEqualTo("error");
            assertThat(late.path("code").asText()).isIn("denied", "not_found");
            var overHttp = member.api()
                    .post(
                            "/channels/" + team.chat() + "/commands",
                            Map.of("cid", cid(), "kind", "message.post", "data", Map.of("text", "still here?")));
            assertThat(overHttp.status()).isIn(403, 404);
        }

        private int check(
                LiveClient theirs, LiveClient leaders, List<CompletableFuture<JsonNode>> inFlight, long before) {
            var left = leaders.awaitFrame(it -> it.path("kind").asText().equals("member.left")
                            && it.path("seq").asLong() > before
                            && it.path("channel").asText().equals(team.chat()))
                    .path("seq")
                    .asLong();
            var accepted = inFlight.stream()
                    .map(LiveClient::await)
                    .filter(it -> LiveClient.type(it).equals("ack"))
                    .toList();
            assertThat(accepted)
                    .allSatisfy(ack -> assertThat(ack.path("seq").asLong()).isLessThan(left));
            assertThat(theirs.events(team.chat()))
                    .allSatisfy(event -> assertThat(event.path("seq").asLong()).isLessThanOrEqualTo(left));
            assertThat(leaders.events(team.chat()))
                    .filteredOn(it -> it.path("seq").asLong() > left)
                    .noneMatch(it ->
                            it.path("data").path("author").path("id").asText().equals(member.id()));
            theirs.awaitFrame(it -> LiveClient.type(it).equals("revoked"));
            return accepted.size();
        }

        private CompletableFuture<JsonNode> post(LiveClient from) {
            return from.command(team.chat(), cid(), "message.post", Map.of("text", "hello"));
        }

        private String cid() {
            return Uuids.v7(Instant.now(), random).toString();
        }
    }
}
