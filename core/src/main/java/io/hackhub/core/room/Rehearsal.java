package io.hackhub.core.room;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/// Reads busy rooms as their journals do, one after the other, and throws them away: the JVM has then loaded and
/// compiled what reads them, and the first rooms that a node takes over wait for their events alone. To be done before
/// the node joins others. It stores nothing and tells nobody; a room may be alive elsewhere meanwhile.
public final class Rehearsal extends AbstractBehavior<RoomCommand> {

    /// Of the journal's newest events, whose rooms are likely to be the busy ones now.
    private static final int NEWEST = 20_000;

    private static final int ROOMS = 8;
    private static final int TIMES = 3;

    private final InstantSource clock;
    private final Queue<Channel.Log> rooms;
    private final long deadline;
    private final CompletableFuture<Integer> done;
    private int begun;
    private int read;

    /// No room is begun later than `within` from now. Answers how many were read; fails if the database does.
    public static CompletionStage<Integer> hold(
            ActorSystem<?> system, Database database, InstantSource clock, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        return database.run(db -> RoomLog.busiest(db, NEWEST, ROOMS)).thenCompose(busiest -> {
            var rooms = IntStream.range(0, TIMES).boxed().flatMap(_ -> busiest.stream());
            var done = new CompletableFuture<Integer>();
            system.systemActorOf(create(clock, rooms.toList(), deadline, done), "rehearsal", Props.empty());
            return done;
        });
    }

    private static Behavior<RoomCommand> create(
            InstantSource clock, List<Channel.Log> rooms, long deadline, CompletableFuture<Integer> done) {
        return Behaviors.setup(context -> new Rehearsal(context, clock, rooms, deadline, done).next());
    }

    private Rehearsal(
            ActorContext<RoomCommand> context,
            InstantSource clock,
            List<Channel.Log> rooms,
            long deadline,
            CompletableFuture<Integer> done) {
        super(context);
        this.clock = clock;
        this.rooms = new ArrayDeque<>(rooms);
        this.deadline = deadline;
        this.done = done;
    }

    @Override
    public Receive<RoomCommand> createReceive() {
        return newReceiveBuilder()
                .onMessage(RoomInternal.Recovered.class, _ -> recovered())
                .onMessage(RoomInternal.JournalGone.class, _ -> next())
                .build();
    }

    private Behavior<RoomCommand> recovered() {
        read++;
        getContext().getChildren().forEach(getContext()::stop);
        return this;
    }

    /// One that cannot be read is gone too, and its room will say why when it is wanted.
    private Behavior<RoomCommand> next() {
        var channel = rooms.poll();
        if (channel == null || System.nanoTime() > deadline) {
            done.complete(read);
            return Behaviors.stopped();
        }
        begun++;
        ActorRef<RoomJournal.Decide> journal = getContext()
                .spawn(RoomJournal.create(channel, begun, getContext().getSelf(), clock), "journal-" + begun);
        getContext().watchWith(journal, new RoomInternal.JournalGone(begun));
        return this;
    }
}
