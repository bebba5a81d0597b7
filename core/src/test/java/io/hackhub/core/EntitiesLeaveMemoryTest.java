package io.hackhub.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.Hackathon;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.ShardedRooms;
import io.hackhub.core.judging.Judging;
import io.hackhub.core.judging.Leaderboard;
import io.hackhub.core.judging.LeaderboardCommand;
import io.hackhub.core.judging.LeaderboardReply;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.session.NotificationPreferences;
import io.hackhub.core.session.SessionCommand;
import io.hackhub.core.session.SessionCommand.SessionView;
import io.hackhub.core.session.UserSession;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.Neighbours;
import io.hackhub.core.team.Team;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.core.team.TeamReply;
import io.hackhub.core.team.Teams;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.cluster.sharding.ShardRegion.CurrentShardRegionState;
import org.apache.pekko.cluster.sharding.typed.GetShardRegionState;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The sharded entities in a cluster of one, which takes them out of memory by itself.
class EntitiesLeaveMemoryTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create(ConfigFactory.parseString("""
                    pekko.actor.provider = cluster
                    pekko.cluster.jmx.enabled = off
                    pekko.coordinated-shutdown.run-by-actor-system-terminate = off
                    pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
                    pekko.cluster.sharding.distributed-data.durable.keys = []
                    pekko.cluster.sharding.passivation.strategy = none
                    hackhub.passivation { after = 300ms, empty-after = 100ms }
                    """)
            .withFallback(PersistenceTestKitPlugin.getInstance().config())
            .withFallback(PersistenceTestKitSnapshotPlugin.config())
            .withFallback(ConfigFactory.load()));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ClusterSharding sharding = ClusterSharding.get(ACTORS.system());
    private final TestProbe<CurrentShardRegionState> regions = ACTORS.createTestProbe();

    @BeforeAll
    static void start() {
        var cluster = Cluster.get(ACTORS.system());
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
        var sharding = ClusterSharding.get(ACTORS.system());
        startHackathonsAndTeams(sharding);
        var settings = Leaderboard.Settings.of(ACTORS.system().settings().config());
        sharding.init(Entity.of(
                Leaderboard.KEY,
                entity -> Leaderboard.create(
                        HackathonId.of(entity.getEntityId()),
                        new Leaderboard.Collaborators(
                                nobody(), Set::of, InstantSource.system(), new Random(1), settings),
                        entity.getShard())));
        sharding.init(Entity.of(
                        UserSession.KEY,
                        entity -> UserSession.create(
                                UserId.of(entity.getEntityId()), InstantSource.system(), entity.getShard()))
                .withStopMessage(new SessionCommand.Sleep()));
    }

    private static void startHackathonsAndTeams(ClusterSharding sharding) {
        var system = ACTORS.system();
        var teams = new Teams(system, _ -> nobody());
        var judging = new Judging(system, _ -> nobody(), _ -> nobody());
        var rooms = new ShardedRooms(system, _ -> nobody());
        sharding.init(Entity.of(
                Hackathon.KEY,
                entity -> Hackathon.create(
                        HackathonId.of(entity.getEntityId()),
                        teams,
                        judging,
                        rooms,
                        InstantSource.system(),
                        entity.getShard())));
        sharding.init(Entity.of(
                Team.KEY,
                entity -> Team.create(
                        TeamId.of(entity.getEntityId()),
                        InstantSource.system(),
                        new Neighbours(_ -> nobody(), _ -> nobody(), Duration.ofSeconds(1)),
                        entity.getShard())));
    }

    private static <T> RecipientRef<T> nobody() {
        return ACTORS.system().ignoreRef();
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    @Test
    void aHackathonThatNeverWas() {
        this.<HackathonCommand, Standing>ask(
                Hackathon.KEY, id(), replyTo -> new HackathonCommand.StandingOf(null, replyTo));

        assertEmpty(Hackathon.KEY);
    }

    @Test
    void aTeamThatNeverWas() {
        this.<TeamCommand, TeamReply>ask(Team.KEY, id(), TeamCommand.Get::new);
        sharding.entityRefFor(Team.KEY, id())
                .tell(new TeamCommand.TellRoom(
                        ACTORS.<RoomCommand>createTestProbe().ref()));

        assertEmpty(Team.KEY);
    }

    @Test
    void aLeaderboardThatNeverWas() {
        this.<LeaderboardCommand, LeaderboardReply>ask(
                Leaderboard.KEY, id(), replyTo -> new LeaderboardCommand.GetBoard(false, replyTo));

        assertEmpty(Leaderboard.KEY);
    }

    @Test
    void aSessionThatComesBackWithTheNextMessage() {
        var ada = id();
        var loud = new NotificationPreferences(NotificationPreferences.Level.ALL, List.of());
        this.<SessionCommand, SessionView>ask(
                UserSession.KEY, ada, replyTo -> new SessionCommand.Prefer(loud, replyTo));

        assertEmpty(UserSession.KEY);

        assertThat(this.<SessionCommand, SessionView>ask(UserSession.KEY, ada, SessionCommand.Get::new)
                        .preferences())
                .isEqualTo(loud);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private <C, R> R ask(EntityTypeKey<C> key, String id, Function<ActorRef<R>, C> command) {
        CompletionStage<R> answer = AskPattern.ask(
                sharding.entityRefFor(key, id),
                command,
                PATIENCE,
                ACTORS.system().scheduler());
        return answer.toCompletableFuture().join();
    }

    /// Sooner or later.
    private void assertEmpty(EntityTypeKey<?> key) {
        regions.awaitAssert(PATIENCE, () -> {
            sharding.shardState().tell(new GetShardRegionState(key, regions.ref()));
            assertThat(regions.receiveMessage().getShards())
                    .isNotEmpty()
                    .allMatch(shard -> shard.getEntityIds().isEmpty());
            return true;
        });
    }
}
