package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.EVE;
import static io.hackhub.core.room.Fixture.HALL;
import static io.hackhub.core.room.Fixture.leader;
import static io.hackhub.core.room.Fixture.member;
import static io.hackhub.core.room.Fixture.members;
import static io.hackhub.core.room.Fixture.standing;

import com.typesafe.config.ConfigFactory;
import io.hackhub.core.access.Grant;
import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Refused;
import io.hackhub.core.live.Reader;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.FromHub;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Uuids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Rooms with a journal in memory, and probes for all whom they tell.
abstract class RoomHost {

    final ActorTestKit actors;
    final PersistenceTestKit storage;
    final World world = new World();
    final TestProbe<Outcome> outcomes;
    final TestProbe<Applied> applied;
    final TestProbe<HubCommand> hub;
    final TestProbe<HubCommand.Admission> admissions;
    final TestProbe<ClusterSharding.ShardCommand> shard;
    final List<ActorRef<RoomCommand>> started = new ArrayList<>();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    InstantSource clock = InstantSource.system();
    Channel.Log channel = CHAT;

    /// Each test class starts and stops its own.
    RoomHost(ActorTestKit actors) {
        this.actors = actors;
        this.storage = PersistenceTestKit.create(actors.system());
        this.outcomes = actors.createTestProbe();
        this.applied = actors.createTestProbe();
        this.hub = actors.createTestProbe();
        this.admissions = actors.createTestProbe();
        this.shard = actors.createTestProbe();
    }

    static ActorTestKit startActors() {
        return ActorTestKit.create(PersistenceTestKitPlugin.getInstance()
                .config()
                .withFallback(PersistenceTestKitSnapshotPlugin.config())
                .withFallback(ConfigFactory.parseString("hackhub.room.sleep-after = 2s"))
                .withFallback(ConfigFactory.load()));
    }

    @BeforeEach
    void emptyJournal() {
        storage.clearAll();
        storage.resetPolicy();
    }

    @AfterEach
    void stopRooms() {
        started.forEach(actors::stop);
    }

    ActorRef<RoomCommand> start(Channel.Log of) {
        channel = of;
        var room = actors.<RoomCommand>spawn(Room.create(of, world.ports(), world, clock, shard.getRef()));
        started.add(room);
        return room;
    }

    ActorRef<RoomCommand> teamRoom() {
        var room = start(CHAT);
        room.tell(members(1, applied.getRef(), leader(ADA), member(BOB)));
        applied.receiveMessage();
        return room;
    }

    ActorRef<RoomCommand> hall() {
        world.standings.put(Optional.of(ADA.id()), standing(ADA, 3, Grant.ORGANIZER));
        world.standings.put(Optional.of(BOB.id()), standing(BOB, 3, Grant.PARTICIPANT));
        world.standings.put(Optional.of(EVE.id()), standing(EVE, 3));
        return start(HALL);
    }

    static UUID cid(long number) {
        return Uuids.v7(Instant.now().minusMillis(1), "cid " + number);
    }

    Act act(long number, Author author, Intent intent) {
        return new Act(cid(number), author, false, intent, number, outcomes.getRef());
    }

    Acked acked() {
        return outcomes.expectMessageClass(Acked.class);
    }

    RefusalCode refused() {
        return outcomes.expectMessageClass(Refused.class).code();
    }

    void follow(ActorRef<RoomCommand> room, long lastSeq) {
        room.tell(new FromHub(new SourceCommand.Follow(channel, lastSeq, hub.getRef())));
    }

    void admit(ActorRef<RoomCommand> room, Author who, @Nullable Long since) {
        room.tell(new FromHub(
                new SourceCommand.Admit(channel, new Reader(who.id(), false), since, 5, admissions.getRef())));
    }

    List<EventFrame> events() {
        return hub
                .fishForMessage(
                        Duration.ofSeconds(3),
                        it -> it instanceof HubCommand.Events
                                ? FishingOutcomes.complete()
                                : FishingOutcomes.continueAndIgnore())
                .stream()
                .flatMap(it -> ((HubCommand.Events) it).events().stream())
                .toList();
    }

    <T extends HubCommand> T fromHub(Class<T> type) {
        var found = hub.fishForMessage(
                Duration.ofSeconds(4),
                it -> type.isInstance(it) ? FishingOutcomes.complete() : FishingOutcomes.continueAndIgnore());
        return type.cast(found.getLast());
    }
}
