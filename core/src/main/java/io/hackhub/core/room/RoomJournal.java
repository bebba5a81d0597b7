package io.hackhub.core.room;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.hackhub.core.shared.Channel;
import java.time.InstantSource;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.SnapshotCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/// Decides and commits for its [Room], one batch at a time: a batch is one `persist(list)`, so its events stand in the
/// journal together or not at all. If the journal fails it stops; the room starts a new one, which recovers.
final class RoomJournal extends EventSourcedBehavior<RoomJournal.Decide, RoomEvent, RoomState> {

    /// Never sent before the answer to the one before.
    record Decide(List<Entry> batch, Rights rights) {}

    private final Channel.Log channel;
    private final int incarnation;
    private final ActorRef<RoomCommand> room;
    private final InstantSource clock;
    private final Decider.Quiet quiet = new Decider.Quiet();
    private final int snapshotsAt;

    /// @param incarnation counts a room's journals, so that the room can tell the answers of a former one
    static Behavior<Decide> create(
            Channel.Log channel, int incarnation, ActorRef<RoomCommand> room, InstantSource clock) {
        return new RoomJournal(channel, incarnation, room, clock);
    }

    private RoomJournal(Channel.Log channel, int incarnation, ActorRef<RoomCommand> room, InstantSource clock) {
        super(PersistenceId.ofUniqueId(RoomLog.persistenceId(channel)));
        this.channel = channel;
        this.incarnation = incarnation;
        this.room = room;
        this.clock = clock;
        this.snapshotsAt = Math.floorMod(channel.text().hashCode(), 10_000);
    }

    /// A new one each time, being mutable; a failed journal is never restarted in place, which would reuse it.
    @Override
    public RoomState emptyState() {
        return new RoomState();
    }

    @Override
    public CommandHandler<Decide, RoomEvent, RoomState> commandHandler() {
        return (state, decide) -> {
            var now = clock.instant().truncatedTo(MILLIS);
            var verdict = Decider.decide(decide.batch(), decide.rights(), state, quiet, now);
            var before = state.head;
            return Effect()
                    .persist(verdict.events())
                    .thenRun(after -> room.tell(new RoomInternal.Decided(
                            incarnation, before, verdict, newest(after, takingBack(verdict.events())))));
        };
    }

    private static int takingBack(List<RoomEvent> events) {
        return (int) events.stream()
                .filter(it -> it instanceof RoomEvent.MessageDeleted || it instanceof RoomEvent.UserErased)
                .count();
    }

    private static List<Redactable> newest(RoomState state, int count) {
        return state.redactions.stream().skip(state.redactions.size() - count).toList();
    }

    @Override
    public EventHandler<RoomState, RoomEvent> eventHandler() {
        return RoomState::after;
    }

    @Override
    public SignalHandler<RoomState> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(
                        RecoveryCompleted.instance(),
                        state -> room.tell(new RoomInternal.Recovered(
                                incarnation, state.head, List.copyOf(state.redactions), List.copyOf(state.mentions))))
                .onSignal(SnapshotCompleted.class, (_, _) -> room.tell(new RoomInternal.Snapshotted()))
                .build();
    }

    @Override
    public boolean shouldSnapshot(RoomState state, RoomEvent event, long seq) {
        return isWorthASnapshot(seq, snapshotsAt);
    }

    /// Nobody may write while a room that starts reads what came after its newest snapshot: at most
    /// a thousand events, but for the busiest. Nor may they while one is stored, and it grows with
    /// its room, up to some megabytes: in long ones they are rarer. Rooms that keep pace with each
    /// other come to it at different numbers.
    static boolean isWorthASnapshot(long seq, int at) {
        int every = seq < 10_000 ? 1_000 : seq < 50_000 ? 2_500 : 10_000;
        return seq % every == at % every;
    }

    @Override
    public SnapshotAdapter<RoomState> snapshotAdapter() {
        return new SnapshotAdapter<>() {
            @Override
            public Object toJournal(RoomState state) {
                return RoomSnapshot.of(state);
            }

            @Override
            public RoomState fromJournal(Object stored) {
                return ((RoomSnapshot) stored).state();
            }
        };
    }

    @Override
    public String toString() {
        return "journal of " + channel;
    }
}
