package io.hackhub.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.session.NotificationPreferences.Level;
import io.hackhub.core.session.SessionCommand.Connect;
import io.hackhub.core.session.SessionCommand.Disconnect;
import io.hackhub.core.session.SessionCommand.Follow;
import io.hackhub.core.session.SessionCommand.Get;
import io.hackhub.core.session.SessionCommand.Idle;
import io.hackhub.core.session.SessionCommand.Keep;
import io.hackhub.core.session.SessionCommand.Prefer;
import io.hackhub.core.session.SessionCommand.Read;
import io.hackhub.core.session.SessionCommand.SessionView;
import io.hackhub.core.session.SessionCommand.StillHere;
import io.hackhub.core.session.SessionCommand.Sweep;
import io.hackhub.core.session.SessionCommand.Unfollow;
import io.hackhub.core.session.SessionEvent.ChannelFollowed;
import io.hackhub.core.session.SessionEvent.ChannelUnfollowed;
import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.session.SessionEvent.PositionsMoved;
import io.hackhub.core.session.SessionEvent.PreferencesChanged;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserSessionTest {

    private static final ActorTestKit ACTORS =
            ActorTestKit.create(ManualTime.config().withFallback(EventSourcedBehaviorTestKit.config()));
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Channel ROCKETS = new Channel.TeamChat(new TeamId(new UUID(7, 1)));
    private static final Channel LIZARDS = new Channel.TeamChat(new TeamId(new UUID(7, 2)));
    private final UserId ada = new UserId(UUID.randomUUID());
    private static final UUID PHONE = new UUID(1, 1);
    private static final UUID LAPTOP = new UUID(1, 2);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final ManualTime time = ManualTime.get(ACTORS.system());
    private final TestProbe<DeviceSignal> gateway = ACTORS.createTestProbe();
    private final TestProbe<ClusterSharding.ShardCommand> shard = ACTORS.createTestProbe();
    private final EventSourcedBehaviorTestKit<SessionCommand, SessionEvent, SessionState> session =
            EventSourcedBehaviorTestKit.create(
                    ACTORS.system(),
                    UserSession.create(ada, now::get, shard.ref()),
                    EventSourcedBehaviorTestKit.enabledSerializationSettings().withVerifyEquality(true));

    @BeforeEach
    void emptyJournal() {
        session.clear();
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    @Test
    void aDeviceThatConnectsIsToldHowFarItsPersonHasRead() {
        read(PHONE, ROCKETS, 12);
        connect(LAPTOP);

        assertThat(gateway.expectMessageClass(DeviceSignal.Welcome.class))
                .isEqualTo(new DeviceSignal.Welcome(LAPTOP, List.of(new Position(ROCKETS, 12))));
    }

    @Test
    void readingIsToldToTheOtherDevicesAndNotToTheOneThatRead() {
        bothConnected();

        read(PHONE, ROCKETS, 12);

        assertThat(gateway.receiveMessage()).isEqualTo(new DeviceSignal.ReadElsewhere(LAPTOP, ROCKETS, 12));
        gateway.expectNoMessage(Duration.ofMillis(10));
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 11, 1, 0, -5, Long.MIN_VALUE})
    void aPositionNeverGoesBack(long seq) {
        bothConnected();
        read(PHONE, ROCKETS, 12);
        gateway.receiveMessage();

        read(LAPTOP, ROCKETS, seq);

        assertThat(view().positions()).containsExactly(new Position(ROCKETS, 12));
        gateway.expectNoMessage(Duration.ofMillis(10));
    }

    @Test
    void readingByASingleRequestIsToldToAllDevicesAndMakesNone() {
        connect(PHONE);
        gateway.receiveMessage();

        session.runCommand(new SessionCommand.ReadElsewhere(ROCKETS, 12));

        assertThat(gateway.receiveMessage()).isEqualTo(new DeviceSignal.ReadElsewhere(PHONE, ROCKETS, 12));
        assertThat(view().devices()).isOne();
    }

    @Test
    void whatIsNotWrittenYetIsWrittenBeforeSleep() {
        var sleepy = ACTORS.spawn(UserSession.create(ada, now::get, shard.ref()));
        sleepy.tell(new Read(PHONE, gateway.ref(), ROCKETS, 12));

        sleepy.tell(new SessionCommand.Sleep());

        gateway.expectTerminated(sleepy);
        assertThat(stored()).containsExactly(new PositionsMoved(List.of(new Position(ROCKETS, 12)), NOW));
    }

    @Test
    void aSessionWithoutDevicesLeavesMemoryThoughItSweeps() {
        session.runCommand(new Follow(ROCKETS));
        time.timePasses(Duration.ofSeconds(5));
        assertThat(view().followed()).hasSize(1);

        time.expectNoMessageFor(Duration.ofSeconds(119), shard);
        time.timePasses(Duration.ofSeconds(1));

        shard.expectMessageClass(ClusterSharding.Passivate.class);
    }

    @Test
    void aSessionWithADeviceOrSomethingUnwrittenStays() {
        connect(PHONE);
        session.runCommand(new Idle());
        session.runCommand(new Disconnect(PHONE));
        session.runCommand(new SessionCommand.ReadElsewhere(ROCKETS, 12));
        session.runCommand(new Idle());
        shard.expectNoMessage(Duration.ofMillis(10));

        session.runCommand(new Keep());
        session.runCommand(new Idle());
        session.runCommand(new Idle());

        shard.expectMessageClass(ClusterSharding.Passivate.class);
    }

    @Test
    void readingIsNotWrittenAtOnce() {
        assertThat(session.runCommand(new Read(PHONE, gateway.ref(), ROCKETS, 12))
                        .hasNoEvents())
                .isTrue();
    }

    @Test
    void whatWasReadIsWrittenOnceAfterHalfAMinute() {
        connect(PHONE);
        read(PHONE, ROCKETS, 12);
        read(PHONE, ROCKETS, 15);
        read(PHONE, LIZARDS, 3);

        time.timePasses(UserSession.KEEP_EVERY);

        assertThat(view().devices()).isOne();
        assertThat(stored())
                .containsExactly(new PositionsMoved(List.of(new Position(ROCKETS, 15), new Position(LIZARDS, 3)), NOW));
    }

    @Test
    void onlyWhatMovedSinceIsWritten() {
        read(PHONE, ROCKETS, 12);
        read(PHONE, LIZARDS, 3);
        session.runCommand(new Keep());
        read(PHONE, LIZARDS, 4);

        assertThat(session.runCommand(new Keep()).event())
                .isEqualTo(new PositionsMoved(List.of(new Position(LIZARDS, 4)), NOW));
    }

    @Test
    void nothingNewIsNotWritten() {
        read(PHONE, ROCKETS, 12);
        session.runCommand(new Keep());

        assertThat(session.runCommand(new Keep()).hasNoEvents()).isTrue();
    }

    @Test
    void theLastDeviceToLeaveHasEverythingWritten() {
        bothConnected();
        read(PHONE, ROCKETS, 12);

        assertThat(session.runCommand(new Disconnect(PHONE)).hasNoEvents()).isTrue();
        assertThat(session.runCommand(new Disconnect(LAPTOP)).event())
                .isEqualTo(new PositionsMoved(List.of(new Position(ROCKETS, 12)), NOW));
    }

    @Test
    void positionsSurviveARestart() {
        read(PHONE, ROCKETS, 12);
        session.runCommand(new Keep());
        var before = view().positions();

        session.restart();

        assertThat(view().positions()).isEqualTo(before).containsExactly(new Position(ROCKETS, 12));
    }

    @Test
    void aRestartForgetsAtMostWhatWasNotWrittenYet() {
        read(PHONE, ROCKETS, 12);
        session.runCommand(new Keep());
        read(PHONE, ROCKETS, 20);

        session.restart();

        assertThat(view().positions()).containsExactly(new Position(ROCKETS, 12));
    }

    @Test
    void devicesThatFallSilentAreForgotten() {
        bothConnected();
        now.set(NOW.plus(Devices.FORGOTTEN_AFTER));
        session.runCommand(new StillHere(LAPTOP, gateway.ref()));
        now.set(NOW.plus(Devices.FORGOTTEN_AFTER).plusMillis(1));

        session.runCommand(new Sweep());

        assertThat(view().devices()).isOne();
    }

    @Test
    void whatASilentDeviceHadReadIsWritten() {
        connect(PHONE);
        read(PHONE, ROCKETS, 12);
        now.set(NOW.plus(Devices.FORGOTTEN_AFTER).plusMillis(1));

        assertThat(session.runCommand(new Sweep()).event())
                .isEqualTo(new PositionsMoved(List.of(new Position(ROCKETS, 12)), now.get()));
    }

    @Test
    void aSessionThatWasMovedLearnsItsDevicesFromWhatTheySend() {
        bothConnected();
        session.restart();
        session.runCommand(new StillHere(LAPTOP, gateway.ref()));

        read(PHONE, ROCKETS, 12);

        assertThat(gateway.receiveMessage()).isEqualTo(new DeviceSignal.ReadElsewhere(LAPTOP, ROCKETS, 12));
        assertThat(view().devices()).isEqualTo(2);
    }

    @Test
    void followingIsKeptOnce() {
        assertThat(session.runCommand(new Follow(ROCKETS)).event()).isEqualTo(new ChannelFollowed(ROCKETS, NOW));
        assertThat(session.runCommand(new Follow(ROCKETS)).hasNoEvents()).isTrue();
        assertThat(view().followed()).containsExactly(ROCKETS);
    }

    @Test
    void unfollowingWhatIsNotFollowedIsNotKept() {
        session.runCommand(new Follow(ROCKETS));

        assertThat(session.runCommand(new Unfollow(LIZARDS)).hasNoEvents()).isTrue();
        assertThat(session.runCommand(new Unfollow(ROCKETS)).event()).isEqualTo(new ChannelUnfollowed(ROCKETS, NOW));
        assertThat(view().followed()).isEmpty();
    }

    @Test
    void preferencesAreKeptWhenTheyChange() {
        var loud = new NotificationPreferences(
                Level.ALL, List.of(new NotificationPreferences.OfChannel(LIZARDS, Level.NOTHING)));

        var result = session.<SessionView>runCommand(replyTo -> new Prefer(loud, replyTo));

        assertThat(result.event()).isEqualTo(new PreferencesChanged(loud, NOW));
        assertThat(result.reply().preferences()).isEqualTo(loud);
        assertThat(session.<SessionView>runCommand(replyTo -> new Prefer(loud, replyTo))
                        .hasNoEvents())
                .isTrue();
        assertThat(loud.of(LIZARDS)).isEqualTo(Level.NOTHING);
        assertThat(loud.of(ROCKETS)).isEqualTo(Level.ALL);
    }

    @Test
    void aClientThatMakesChannelsUpIsBounded() {
        for (var i = 0; i < UserSession.MOST_CHANNELS + 5; i++) {
            read(PHONE, new Channel.TeamChat(new TeamId(new UUID(9, i))), 1);
        }

        assertThat(view().positions()).hasSize(UserSession.MOST_CHANNELS);
    }

    private void connect(UUID device) {
        session.runCommand(new Connect(device, gateway.ref()));
    }

    private void bothConnected() {
        connect(PHONE);
        connect(LAPTOP);
        gateway.expectMessageClass(DeviceSignal.Welcome.class);
        gateway.expectMessageClass(DeviceSignal.Welcome.class);
    }

    private void read(UUID device, Channel channel, long seq) {
        session.runCommand(new Read(device, gateway.ref(), channel, seq));
    }

    private SessionView view() {
        return session.<SessionView>runCommand(Get::new).reply();
    }

    private List<SessionEvent> stored() {
        return session.persistenceTestKit().persistedInStorage("UserSession|" + ada).stream()
                .map(SessionEvent.class::cast)
                .toList();
    }
}
