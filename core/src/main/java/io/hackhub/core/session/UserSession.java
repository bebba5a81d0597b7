package io.hackhub.core.session;

import io.hackhub.core.session.SessionCommand.Connect;
import io.hackhub.core.session.SessionCommand.Disconnect;
import io.hackhub.core.session.SessionCommand.Follow;
import io.hackhub.core.session.SessionCommand.Get;
import io.hackhub.core.session.SessionCommand.Idle;
import io.hackhub.core.session.SessionCommand.Keep;
import io.hackhub.core.session.SessionCommand.Prefer;
import io.hackhub.core.session.SessionCommand.Read;
import io.hackhub.core.session.SessionCommand.ReadElsewhere;
import io.hackhub.core.session.SessionCommand.SessionView;
import io.hackhub.core.session.SessionCommand.Sleep;
import io.hackhub.core.session.SessionCommand.StillHere;
import io.hackhub.core.session.SessionCommand.Sweep;
import io.hackhub.core.session.SessionCommand.Unfollow;
import io.hackhub.core.session.SessionEvent.ChannelFollowed;
import io.hackhub.core.session.SessionEvent.ChannelUnfollowed;
import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.session.SessionEvent.PositionsMoved;
import io.hackhub.core.session.SessionEvent.PreferencesChanged;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Passivation;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EffectBuilder;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/// One person's session over all their devices. Positions only ever grow. All devices learn of them at once, but they
/// are written at most every [#KEEP_EVERY] and when the last device leaves: a crash may forget half a minute of
/// reading.
public final class UserSession extends EventSourcedBehavior<SessionCommand, SessionEvent, SessionState> {

    public static final EntityTypeKey<SessionCommand> KEY = EntityTypeKey.create(SessionCommand.class, "UserSession");

    static final Duration KEEP_EVERY = Duration.ofSeconds(30);
    static final Duration SWEEP_EVERY = Duration.ofSeconds(60);

    /// Nobody takes part in so many: a bound against a client that makes channels up.
    static final int MOST_CHANNELS = 2_000;

    private static final UUID NO_DEVICE = new UUID(0, 0);

    private final InstantSource clock;
    private final TimerScheduler<SessionCommand> timers;
    private final Devices devices;
    private final Unwritten unwritten = new Unwritten();
    private final Passivation<SessionCommand, SessionState> passivation;

    /// `shard` is who is asked to take it out of memory.
    public static Behavior<SessionCommand> create(
            UserId user, InstantSource clock, ActorRef<ClusterSharding.ShardCommand> shard) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> new UserSession(
                user, clock, timers, new Passivation<>(context, shard, new Idle(), SessionState.EMPTY))));
    }

    private UserSession(
            UserId user,
            InstantSource clock,
            TimerScheduler<SessionCommand> timers,
            Passivation<SessionCommand, SessionState> passivation) {
        super(
                PersistenceId.of(KEY.name(), user.toString()),
                SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.2));
        this.clock = clock;
        this.timers = timers;
        this.devices = new Devices(clock);
        this.passivation = passivation;
    }

    @Override
    public SessionState emptyState() {
        return SessionState.EMPTY;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(100, 2);
    }

    @Override
    public SignalHandler<SessionState> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), this::startClocks)
                .build();
    }

    /// Also after a failed write, which leaves this object and what it remembers as they were.
    private void startClocks(SessionState state) {
        passivation.begin(state);
        timers.startTimerWithFixedDelay(new Sweep(), new Sweep(), SWEEP_EVERY);
        if (!unwritten.isEmpty()) {
            timers.startSingleTimer(new Keep(), new Keep(), KEEP_EVERY);
        }
    }

    // Commands

    @Override
    public CommandHandler<SessionCommand, SessionEvent, SessionState> commandHandler() {
        return (state, command) -> switch (command) {
            case Connect connect -> welcome(state, connect);
            case StillHere(var device, var gateway) -> {
                devices.seen(device, gateway);
                yield Effect().none();
            }
            case Disconnect(var device) -> {
                devices.gone(device);
                yield devices.count() == 0 ? keep() : Effect().none();
            }
            case Read(var device, var gateway, var channel, var seq) -> {
                devices.seen(device, gateway);
                yield read(state, device, channel, seq);
            }
            case ReadElsewhere(var channel, var seq) -> read(state, NO_DEVICE, channel, seq);
            case Follow(var channel)
            when state.follows(channel) || state.followed().size() >= MOST_CHANNELS ->
                Effect().none();
            case Follow(var channel) -> Effect().persist(new ChannelFollowed(channel, clock.instant()));
            case Unfollow(var channel) when !state.follows(channel) -> Effect().none();
            case Unfollow(var channel) -> Effect().persist(new ChannelUnfollowed(channel, clock.instant()));
            case Prefer prefer -> prefer(state, prefer);
            case Get(var replyTo) -> Effect().reply(replyTo, view(state));
            case Keep _ -> keep();
            case Sweep _ -> {
                devices.forgetTheSilent();
                yield devices.count() == 0 ? keep() : Effect().none();
            }
            case Idle _ -> {
                passivation.idle(state, devices.count() > 0 || !unwritten.isEmpty());
                yield Effect().none();
            }
            case Sleep _ -> keep().thenStop();
        };
    }

    private Effect<SessionEvent, SessionState> welcome(SessionState state, Connect connect) {
        devices.seen(connect.device(), connect.gateway());
        return Effect()
                .reply(
                        connect.gateway(),
                        new DeviceSignal.Welcome(
                                connect.device(), unwritten.over(state).positions()));
    }

    private Effect<SessionEvent, SessionState> read(SessionState state, UUID device, Channel channel, long seq) {
        var room = state.knows(channel) || state.positions().size() + unwritten.size() < MOST_CHANNELS;
        if (!room || seq <= Math.max(state.position(channel), unwritten.position(channel))) {
            return Effect().none();
        }
        if (unwritten.isEmpty()) {
            timers.startSingleTimer(new Keep(), new Keep(), KEEP_EVERY);
        }
        unwritten.add(new Position(channel, seq));
        devices.tellAllBut(device, other -> new DeviceSignal.ReadElsewhere(other, channel, seq));
        return Effect().none();
    }

    private Effect<SessionEvent, SessionState> prefer(SessionState state, Prefer prefer) {
        if (prefer.preferences().equals(state.preferences())) {
            return Effect().reply(prefer.replyTo(), view(state));
        }
        return Effect()
                .persist(new PreferencesChanged(prefer.preferences(), clock.instant()))
                .thenReply(prefer.replyTo(), this::view);
    }

    /// What was read is forgotten by memory only once the journal has it: a failed write is tried again by the timer.
    private EffectBuilder<SessionEvent, SessionState> keep() {
        if (unwritten.isEmpty()) {
            return Effect().none();
        }
        timers.startSingleTimer(new Keep(), new Keep(), KEEP_EVERY);
        return Effect()
                .persist(new PositionsMoved(unwritten.sorted(), clock.instant()))
                .thenRun(_ -> written());
    }

    private void written() {
        unwritten.clear();
        timers.cancel(new Keep());
    }

    private SessionView view(SessionState state) {
        var now = unwritten.over(state);
        return new SessionView(now.positions(), now.followed(), now.preferences(), devices.count(), devices.seenAt());
    }

    // Events

    @Override
    public EventHandler<SessionState, SessionEvent> eventHandler() {
        return (state, event) -> switch (event) {
            case PositionsMoved(var positions, var _) -> state.moved(positions);
            case ChannelFollowed(var channel, var _) -> state.following(channel);
            case ChannelUnfollowed(var channel, var _) -> state.notFollowing(channel);
            case PreferencesChanged(var preferences, var _) -> state.preferring(preferences);
        };
    }
}
