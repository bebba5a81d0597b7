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
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/// Decides and commits for its [Room], one batch at a time: a batch is one `persist(list)`, so its events stand in the
/// journal together or not at all. If the journal fails it stops; the room starts a new one, which recovers.
///
/// It starts from the newest snapshot, and packs one when it is due; its room has it stored beside the journal. Were
/// this actor to store it, everybody in the room would wait.
final class RoomJournal extends EventSourcedBehavior<RoomJournal.Decide, RoomEvent, RoomState> {

    /// Never sent before the answer to the one before.
    record Decide(List<Entry> batch, Rights rights) {}

    /// Events between two snapshots: in short rooms, and at most.
    private static final int EVERY = 1_000;

    private static final int LONGEST = 25_000;

    private final Channel.Log channel;
    private final int incarnation;
    private final ActorRef<RoomCommand> room;
    private final InstantSource clock;
    private final Decider.Quiet quiet = new Decider.Quiet();
    /// The head of the newest snapshot. Rooms that keep pace with each other do not begin with the same.
    private long packed;

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
        this.packed = -Math.floorMod(channel.text().hashCode(), EVERY);
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
            return Effect().persist(verdict.events()).thenRun(after -> {
                room.tell(new RoomInternal.Decided(
                        incarnation, before, verdict, newest(after, takingBack(verdict.events()))));
                packIfDue(after);
            });
        };
    }

    private void packIfDue(RoomState state) {
        if (isDue(state.head, packed)) {
            packed = state.head;
            room.tell(new RoomInternal.Packed(RoomSnapshot.of(state)));
        }
    }

    /// Nobody may write while a room that starts reads what came after its newest snapshot. It grows with its room,
    /// up to some megabytes: in long ones it is rarer, so that a message costs about the same in both.
    static boolean isDue(long head, long packed) {
        return head - packed >= Math.clamp(head / 4, EVERY, LONGEST);
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
                .build();
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
                var snapshot = (RoomSnapshot) stored;
                packed = snapshot.head();
                return snapshot.state();
            }
        };
    }

    @Override
    public String toString() {
        return "journal of " + channel;
    }
}
