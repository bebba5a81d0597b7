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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
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
            var teams = new ArrayList<CompletableFuture<Posts>>();
            for (int i = 0; i < TEAMS; i++) {
                var seed = i;
                teams.add(CompletableFuture.supplyAsync(
                        () -> new Rounds(program, scenario, hackathon, seed).run(REMOVALS / TEAMS), pool));
            }
            var all = teams.stream().map(CompletableFuture::join).reduce(Posts.NONE, Posts::plus);
            System.out.printf(
                    "%d removals, %d in flight: %d messages of the removed were accepted before, %d refused, none accepted after the answer%n",
                    REMOVALS, IN_FLIGHT, all.accepted(), all.refused());
            assertThat(all.accepted()).as("accepted before").isPositive();
            assertThat(all.refused()).as("refused in flight").isPositive();
        }
    }

    /// What became of the messages of those who were removed.
    private record Posts(int accepted, int refused) {
        static final Posts NONE = new Posts(0, 0);

        Posts plus(Posts other) {
            return new Posts(accepted + other.accepted, refused + other.refused);
        }
    }

    /// Somebody who has eight posts in flight all the time, until told to end.
    private static final class Talk {
        private final List<CompletableFuture<JsonNode>> posts = new CopyOnWriteArrayList<>();
        private final Supplier<CompletableFuture<JsonNode>> post;
        private volatile boolean ended;

        Talk(Supplier<CompletableFuture<JsonNode>> post) {
            this.post = post;
            for (int i = 0; i < IN_FLIGHT; i++) {
                say();
            }
        }

        private void say() {
            if (!ended) {
                var said = post.get();
                posts.add(said);
                var _ = said.thenRunAsync(this::say);
            }
        }

        /// Its posts, once each has its answer.
        List<JsonNode> end() {
            ended = true;
            return posts.stream().map(LiveClient::await).toList();
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

        Posts run(int rounds) {
            var all = Posts.NONE;
            for (int i = 0; i < rounds; i++) {
                all = all.plus(round());
            }
            return all;
        }

        private Posts round() {
            scenario.join(team, member);
            try (var theirs = LiveClient.connect(program.live(), member.token());
                    var leaders =
                            LiveClient.connect(program.live(), team.leader().token())) {
                LiveClient.await(theirs.subscribe(team.chat()));
                var before = LiveClient.await(leaders.subscribe(team.chat()))
                        .path("head")
                        .asLong();
                var talk = new Talk(() -> post(theirs));
                var leadersTalk = new Talk(() -> post(leaders));
                LockSupport.parkNanos(random.nextLong(Duration.ofMillis(4).toNanos()));
                team.leader()
                        .api()
                        .delete("/teams/" + team.id() + "/members/" + member.id())
                        .ok();
                refusedFromNowOn(theirs);
                leadersTalk.end();
                LiveClient.await(post(leaders));
                return check(theirs, leaders, talk.end(), before);
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

        private Posts check(LiveClient theirs, LiveClient leaders, List<JsonNode> answers, long before) {
            var left = leaders.awaitFrame(it -> it.path("kind").asText().equals("member.left")
                            && it.path("seq").asLong() > before
                            && it.path("channel").asText().equals(team.chat()))
                    .path("seq")
                    .asLong();
            var accepted = answers.stream()
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
            return new Posts(accepted.size(), answers.size() - accepted.size());
        }

        private CompletableFuture<JsonNode> post(LiveClient from) {
            return from.command(team.chat(), cid(), "message.post", Map.of("text", "hello"));
        }

        private String cid() {
            return Uuids.v7(Instant.now(), ThreadLocalRandom.current()).toString();
        }
    }
}
