package io.hackhub.core.room;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts a room's [RoomJournal], prepares it, and starts a new one whenever it is gone, each time after a longer
/// pause. Between two of them the number stays that of the former, which is not ready.
final class JournalSupervisor {

    private static final Logger LOG = LoggerFactory.getLogger(JournalSupervisor.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration STORED_AGAIN = Duration.ofSeconds(3);

    private final ActorContext<RoomCommand> context;
    private final TimerScheduler<RoomCommand> timers;
    private final Channel.Log channel;
    private final RoomStore store;
    private final InstantSource clock;
    private final RoomWatch watch;
    private ActorRef<RoomJournal.Decide> journal;
    private int incarnation;
    private long started;
    private boolean ready;
    private boolean storing;
    /// The newest snapshot, as long as it is not stored.
    private Optional<RoomSnapshot> unstored = Optional.empty();
    private Duration pause = Duration.ZERO;
    /// Overrides that are committed, and perhaps not on record.
    private List<Verdict.Overridden> unrecorded = List.of();

    /// Starts the first one.
    JournalSupervisor(
            ActorContext<RoomCommand> context,
            TimerScheduler<RoomCommand> timers,
            Channel.Log channel,
            RoomStore store,
            InstantSource clock,
            RoomWatch watch) {
        this.context = context;
        this.timers = timers;
        this.channel = channel;
        this.store = store;
        this.clock = clock;
        this.watch = watch;
        this.journal = spawn();
    }

    void start() {
        journal = spawn();
    }

    boolean isCurrent(RoomInternal.OfJournal message) {
        return message.incarnation() == incarnation;
    }

    /// Whether batches may be decided, and what is published is all there is.
    boolean isReady() {
        return ready;
    }

    void decide(List<Entry> batch, Rights rights) {
        journal.tell(new RoomJournal.Decide(batch, rights));
    }

    /// Does what the one before may not have come to, then looks up the mutes.
    void prepare(List<Redactable> redactions) {
        int of = incarnation;
        var left = Settlement.left(unrecorded, redactions).record(channel, store);
        pipe(left.thenCompose(_ -> mutes()), mutes -> new RoomInternal.Prepared(of, mutes));
    }

    void prepared() {
        ready = true;
        watch.recovered(Duration.ofNanos(System.nanoTime() - started));
        unrecorded = List.of();
        pause = Duration.ZERO;
    }

    /// What must not be left undone beside the journal: if `step` fails, the journal starts anew, which does it again.
    <T> void pipe(CompletionStage<T> step, Function<T, RoomInternal> then) {
        int of = incarnation;
        context.pipeToSelf(
                step, (value, failure) -> failure == null ? then.apply(value) : new RoomInternal.Failed(of, failure));
    }

    /// One at a time, and always the newest. One that cannot be stored is tried again; until then who
    /// starts the room reads more.
    void store(RoomSnapshot snapshot) {
        unstored = Optional.of(snapshot);
        store();
    }

    void store() {
        if (storing) {
            return;
        }
        unstored.ifPresent(snapshot -> {
            storing = true;
            context.pipeToSelf(
                    store.snapshot(channel, snapshot, clock.instant()),
                    (_, failure) -> new RoomInternal.Stored(snapshot.head(), Optional.ofNullable(failure)));
        });
    }

    void stored(RoomInternal.Stored it) {
        storing = false;
        if (it.failure().isPresent()) {
            LOG.warn("{}: its snapshot is not stored", channel, it.failure().get());
            timers.startSingleTimer(new RoomInternal.StoreSnapshot(), STORED_AGAIN);
        } else {
            unstored = unstored.filter(left -> left.head() > it.head());
            store();
        }
    }

    void failed(Throwable cause) {
        LOG.warn("{}: starting its journal anew", channel, cause);
        context.stop(journal);
    }

    /// Somebody else has written: what this one knows is not all.
    void restart() {
        ready = false;
        context.stop(journal);
    }

    /// @param unsettled overrides of the batch that was being settled
    void gone(List<Verdict.Overridden> unsettled) {
        ready = false;
        watch.failed();
        unrecorded = Stream.concat(unrecorded.stream(), unsettled.stream()).toList();
        pause = pause.isZero() ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
        timers.startSingleTimer(new RoomInternal.StartJournal(), pause);
    }

    private ActorRef<RoomJournal.Decide> spawn() {
        incarnation++;
        started = System.nanoTime();
        var child = context.spawn(
                RoomJournal.create(channel, incarnation, context.getSelf(), clock), "journal-" + incarnation);
        context.watchWith(child, new RoomInternal.JournalGone(incarnation));
        return child;
    }

    private CompletionStage<Map<UserId, Instant>> mutes() {
        return switch (channel) {
            case Channel.TeamChat _, Channel.HackathonChat _ -> store.mutes(channel, clock.instant());
            case Channel.Announcements _, Channel.Inbox _ -> CompletableFuture.completedFuture(Map.of());
        };
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
