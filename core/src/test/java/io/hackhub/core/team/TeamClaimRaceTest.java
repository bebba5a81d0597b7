package io.hackhub.core.team;

import static io.hackhub.core.team.ClaimWorld.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One team per person, exactly, with many at once and with crashes at any point, on a real journal.
class TeamClaimRaceTest {

    private static final TestPostgres postgres = TestPostgres.create();

    @AfterAll
    static void close() {
        postgres.close();
    }

    private static TeamId team(int n) {
        return new TeamId(new UUID(11, n));
    }

    private static List<UserId> registered(ClaimWorld world, int count) {
        var users = IntStream.range(0, count).mapToObj(TeamWorld::user).toList();
        users.forEach(world::register);
        return users;
    }

    @Test
    void manyWhoRushForFewPlacesGetExactlyThose() {
        try (var world = new ClaimWorld(postgres, 100, 4)) {
            var users = registered(world, 21);
            var credential = world.form(new TeamId(new UUID(12, 1)), users.getFirst());

            var replies = users.stream()
                    .skip(1)
                    .map(user -> world.enter(user, new TeamId(new UUID(12, 1)), credential))
                    .toList()
                    .stream()
                    .map(ClaimWorld::await)
                    .toList();

            assertThat(replies)
                    .filteredOn(HackathonReply.Entered.class::isInstance)
                    .hasSize(3);
            assertThat(replies)
                    .filteredOn(new HackathonReply.Refused(Reason.TEAM_FULL)::equals)
                    .hasSize(17);
            var members = world.settledMembers(new TeamId(new UUID(12, 1)));
            assertThat(members).hasSize(4);
            for (var user : users) {
                assertThat(world.teamOf(user) != null).isEqualTo(members.contains(user));
            }
        }
    }

    @Test
    void whoJoinsTwoTeamsAtOnceIsOnOne() {
        try (var world = new ClaimWorld(postgres, 200, 100)) {
            var users = registered(world, 22);
            var left = new TeamId(new UUID(13, 1));
            var right = new TeamId(new UUID(13, 2));
            var toLeft = world.form(left, users.get(0));
            var toRight = world.form(right, users.get(1));

            var replies = new ArrayList<CompletionStage<HackathonReply>>();
            for (var user : users.subList(2, 22)) {
                replies.add(world.enter(user, left, toLeft));
                replies.add(world.enter(user, right, toRight));
            }

            assertThat(replies.stream().map(ClaimWorld::await))
                    .filteredOn(HackathonReply.Entered.class::isInstance)
                    .hasSize(20);
            assertConsistent(world, users, List.of(left, right));
        }
    }

    /// Everybody wanders between three teams while entities are killed beneath them and messages between
    /// them get lost. In the end hackathon and teams
    /// agree on where each one is.
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whateverCrashesNobodyIsOnTwoTeamsAndAllAgree(long seed) {
        try (var world = new ClaimWorld(postgres, seed, 5)) {
            var users = registered(world, 12);
            var teams = IntStream.range(0, 3)
                    .mapToObj(n -> team((int) seed * 10 + n))
                    .toList();
            var keys = new HashMap<TeamId, Credential>();
            for (int i = 0; i < teams.size(); i++) {
                keys.put(teams.get(i), world.form(teams.get(i), users.get(i)));
            }

            world.losesMessages();
            var walks = users.subList(3, 12).stream()
                    .map(it -> CompletableFuture.runAsync(() -> wander(world, it, keys, seed)))
                    .toList();
            crashUntilDone(world, walks, teams, seed);

            assertConsistent(world, users, teams);
        }
    }

    private static void wander(ClaimWorld world, UserId user, Map<TeamId, Credential> keys, long seed) {
        var random = new Random(seed * 31 + user.value().getLeastSignificantBits());
        var teams = keys.keySet().stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
        for (int step = 0; step < 6; step++) {
            var team = teams.get(random.nextInt(teams.size()));
            switch (random.nextInt(6)) {
                case 0, 1 -> tried(() -> world.leave(user, Objects.requireNonNullElse(world.teamOf(user), team)));
                case 2 -> {
                    tried(() -> world.withdraw(user));
                    tried(() -> {
                        world.register(user);
                        return CompletableFuture.completedFuture(true);
                    });
                }
                default -> tried(() -> world.enter(user, team, Objects.requireNonNull(keys.get(team))));
            }
        }
    }

    /// An answer may be lost in a crash: what counts is what is so in the end.
    private static void tried(java.util.function.Supplier<CompletionStage<?>> act) {
        try {
            await(act.get().toCompletableFuture().orTimeout(2, java.util.concurrent.TimeUnit.SECONDS));
        } catch (AssertionError lost) {
            assertThat(lost).hasCauseInstanceOf(java.util.concurrent.ExecutionException.class);
        }
    }

    private static void crashUntilDone(
            ClaimWorld world, List<CompletableFuture<Void>> walks, List<TeamId> teams, long seed) {
        var random = new Random(seed);
        var all = CompletableFuture.allOf(walks.toArray(CompletableFuture[]::new));
        while (!all.isDone()) {
            all.completeOnTimeout(null, 1, java.util.concurrent.TimeUnit.MINUTES);
            try {
                all.get(150, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.TimeoutException goOn) {
                int victim = random.nextInt(teams.size() + 1);
                world.crash(victim == teams.size() ? world.hackathon : teams.get(victim));
            } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    /// Open claims are pursued to their end by themselves; nothing here helps them.
    private static void assertConsistent(ClaimWorld world, List<UserId> users, List<TeamId> teams) {
        world.actors.createTestProbe().awaitAssert(Duration.ofSeconds(30), Duration.ofMillis(300), () -> {
            var members = new HashMap<UserId, TeamId>();
            for (var team : teams) {
                for (var user : world.settledMembers(team)) {
                    assertThat(members.put(user, team))
                            .as("%s is on one team", user)
                            .isNull();
                }
            }
            for (var user : users) {
                assertThat(world.teamOf(user)).as("team of %s", user).isEqualTo(members.get(user));
            }
            return true;
        });
    }
}
