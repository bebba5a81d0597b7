package io.hackhub.http;

import io.hackhub.cluster.CannotStart;
import io.hackhub.core.hackathon.Hackathon;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.hackathon.ShardedRooms;
import io.hackhub.core.judging.Judging;
import io.hackhub.core.judging.Leaderboard;
import io.hackhub.core.judging.LeaderboardCommand;
import io.hackhub.core.live.Hubs;
import io.hackhub.core.room.Rehearsal;
import io.hackhub.core.room.Room;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.RoomPorts;
import io.hackhub.core.session.SessionCommand;
import io.hackhub.core.session.UserSession;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.Neighbours;
import io.hackhub.core.team.Team;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.core.team.Teams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.cluster.sharding.ShardRegion.ClusterShardingStats;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingQuery;
import org.apache.pekko.cluster.sharding.typed.GetClusterShardingStats;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The five kinds of sharded actors, by id, wherever in the cluster each of them lives. They know each other only
/// through the ports that are tied together here.
final class Entities {

    static final List<EntityTypeKey<?>> TYPES =
            List.of(Hackathon.KEY, Team.KEY, Room.KEY, Leaderboard.KEY, UserSession.KEY);

    private static final Logger LOG = LoggerFactory.getLogger(Entities.class);
    private static final Duration REHEARSAL = Duration.ofSeconds(4);
    private static final Duration REHEARSAL_ENDS = Duration.ofSeconds(15);
    private static final Duration COORDINATORS = Duration.ofMinutes(1);
    private static final Duration COORDINATOR_ANSWERS = Duration.ofSeconds(5);
    private static final Duration COORDINATOR_POLL = Duration.ofMillis(50);

    private final Base base;
    private final ClusterSharding sharding;
    final Hackathons hackathons;
    final Teams teams;
    final ShardedRooms rooms;
    final Judging judging;

    Entities(Base base) {
        this.base = base;
        this.sharding = ClusterSharding.get(base.system());
        this.hackathons = new Hackathons(base.system(), this::hackathon);
        this.teams = new Teams(base.system(), this::team);
        this.rooms = new ShardedRooms(base.system(), this::room);
        this.judging = new Judging(base.system(), this::leaderboard, this::team);
    }

    /// From here on a message wakes the entity that it is for.
    void start(RoomPorts roomPorts, Hubs hubs) {
        startHackathonsAndTeams();
        startRooms(roomPorts);
        startLeaderboards(hubs);
        sharding.init(Entity.of(
                        UserSession.KEY,
                        entity -> UserSession.create(UserId.of(entity.getEntityId()), base.clock(), entity.getShard()))
                .withStopMessage(new SessionCommand.Sleep()));
    }

    /// Warms up what the first rooms of this node will need: see [Rehearsal]. A failure is no reason not to start.
    void rehearse() {
        try {
            int rooms = Rehearsal.hold(base.system(), base.database(), base.clock(), REHEARSAL)
                    .toCompletableFuture()
                    .orTimeout(REHEARSAL_ENDS.toSeconds(), TimeUnit.SECONDS)
                    .join();
            LOG.debug("{} rooms read beforehand", rooms);
        } catch (CompletionException failure) {
            LOG.warn("The first rooms here may be slow to start: none could be read beforehand", failure);
        }
    }

    /// Waits until each kind has the coordinator that says where in the cluster an entity lives: until then a first
    /// message is kept waiting, and whoever asks may give up.
    void awaitCoordinators() {
        var deadline = Instant.now().plus(COORDINATORS);
        for (var type : TYPES) {
            while (!hasCoordinator(type)) {
                if (Instant.now().isAfter(deadline)) {
                    throw CannotStart.machine("the cluster did not take this node in within " + COORDINATORS);
                }
                LockSupport.parkNanos(COORDINATOR_POLL.toNanos());
            }
        }
    }

    private boolean hasCoordinator(EntityTypeKey<?> type) {
        try {
            return !AskPattern.<ClusterShardingQuery, ClusterShardingStats>ask(
                            sharding.shardState(),
                            replyTo -> new GetClusterShardingStats(type, COORDINATOR_ANSWERS, replyTo),
                            COORDINATOR_ANSWERS,
                            base.system().scheduler())
                    .toCompletableFuture()
                    .join()
                    .getRegions()
                    .isEmpty();
        } catch (CompletionException noAnswerYet) {
            return false;
        }
    }

    RecipientRef<HackathonCommand> hackathon(HackathonId id) {
        return sharding.entityRefFor(Hackathon.KEY, id.toString());
    }

    RecipientRef<TeamCommand> team(TeamId id) {
        return sharding.entityRefFor(Team.KEY, id.toString());
    }

    RecipientRef<RoomCommand> room(Channel.Log channel) {
        return sharding.entityRefFor(Room.KEY, channel.text());
    }

    RecipientRef<LeaderboardCommand> leaderboard(HackathonId id) {
        return sharding.entityRefFor(Leaderboard.KEY, id.toString());
    }

    RecipientRef<SessionCommand> session(UserId id) {
        return sharding.entityRefFor(UserSession.KEY, id.toString());
    }

    private void startHackathonsAndTeams() {
        var patience = base.system().settings().config().getDuration("hackhub.team.remind-after");
        var neighbours = new Neighbours(this::room, this::hackathon, patience);
        sharding.init(Entity.of(
                Hackathon.KEY,
                entity -> Hackathon.create(
                        HackathonId.of(entity.getEntityId()), teams, judging, rooms, base.clock(), entity.getShard())));
        sharding.init(Entity.of(
                Team.KEY,
                entity -> Team.create(TeamId.of(entity.getEntityId()), base.clock(), neighbours, entity.getShard())));
    }

    private void startRooms(RoomPorts ports) {
        sharding.init(Entity.of(
                Room.KEY,
                entity -> Room.create(
                        Channel.Log.of(entity.getEntityId()),
                        ports,
                        base.database(),
                        base.clock(),
                        entity.getShard())));
    }

    private void startLeaderboards(Hubs hubs) {
        var settings = Leaderboard.Settings.of(base.system().settings().config());
        sharding.init(Entity.of(Leaderboard.KEY, entity -> {
            var id = HackathonId.of(entity.getEntityId());
            return Leaderboard.create(
                    id,
                    new Leaderboard.Collaborators(hackathon(id), hubs, base.clock(), base.random(), settings),
                    entity.getShard());
        }));
    }
}
