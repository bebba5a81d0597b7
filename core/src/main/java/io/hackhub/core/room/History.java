package io.hackhub.core.room;

import io.hackhub.core.live.Backlog;
import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.Redactions;
import io.hackhub.core.room.RoomLog.Row;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.jspecify.annotations.Nullable;

/// Reads a channel's log from the journal, on the reader's own node and past the room. One flight a channel: who asks
/// for the same at the same moment gets the same, who asks for something else waits his turn. Rights are the caller's
/// to ask.
public final class History implements Backlog {

    /// A stored event and its place.
    public record Recorded(long seq, RoomEvent event) {}

    /// Oldest first; `head` is the newest there is.
    public record Page(List<EventFrame> items, long head) {
        public Page {
            items = List.copyOf(items);
        }
    }

    private record Range(Channel.Log channel, long from, long to) {}

    private static final Executor VIRTUAL = Executors.newVirtualThreadPerTaskExecutor();
    private static final int TURNS = 256;

    private final Database database;
    private final Serialization serialization;
    private final People people;
    private final Map<Range, CompletableFuture<List<Recorded>>> inFlight = new ConcurrentHashMap<>();
    private final Lock[] turns =
            IntStream.range(0, TURNS).mapToObj(_ -> new ReentrantLock()).toArray(Lock[]::new);

    public History(Database database, ActorSystem<?> system, People people) {
        this.database = database;
        this.serialization = SerializationExtension.get(system);
        this.people = people;
    }

    @Override
    public CompletionStage<List<EventFrame>> read(Channel.Log channel, long from, long to) {
        return recorded(channel, from, to).thenCompose(events -> named(channel, events));
    }

    /// The newest `limit` events before `before`, or the oldest after `after`; the newest of all with neither.
    public CompletionStage<Page> page(Channel.Log channel, @Nullable Long before, @Nullable Long after, int limit) {
        return database.run(db -> RoomLog.head(db, channel)).thenCompose(head -> {
            long to =
                    after != null ? Math.min(head, after + limit) : before != null ? Math.min(head, before - 1) : head;
            long from = after != null ? after + 1 : Math.max(1, to - limit + 1);
            return read(channel, from, to).thenApply(items -> new Page(items, head));
        });
    }

    /// The newest seq of each; 0 for a channel where nothing was ever written.
    public CompletionStage<Map<Channel.Log, Long>> heads(Set<? extends Channel.Log> channels) {
        return database.run(db -> RoomLog.heads(db, channels));
    }

    /// How many messages were posted in each minute since the minute `from`, in all of `channels`; no entry = none.
    public CompletionStage<Map<Instant, Long>> postedByMinute(
            Collection<? extends Channel.Log> channels, Instant from) {
        return database.run(db -> RoomLog.postedByMinute(db, channels, from));
    }

    /// The events themselves, `from`..`to`, both included, as far as there are any.
    public CompletionStage<List<Recorded>> recorded(Channel.Log channel, long from, long to) {
        if (to < from) {
            return CompletableFuture.completedFuture(List.of());
        }
        return inFlight.computeIfAbsent(
                new Range(channel, Math.max(1, from), to),
                range -> CompletableFuture.supplyAsync(() -> fetch(range), VIRTUAL));
    }

    private List<Recorded> fetch(Range range) {
        var turn = turns[Math.floorMod(range.channel().hashCode(), TURNS)];
        turn.lock();
        try {
            return database.now(db -> RoomLog.range(db, range.channel(), range.from(), range.to())).stream()
                    .map(this::recorded)
                    .toList();
        } finally {
            turn.unlock();
            inFlight.remove(range);
        }
    }

    private CompletionStage<List<EventFrame>> named(Channel.Log channel, List<Recorded> events) {
        var ids = new HashSet<UserId>();
        events.forEach(it -> Frames.named(it.event()).ifPresent(ids::add));
        CompletionStage<Map<UserId, Author>> names =
                ids.isEmpty() ? CompletableFuture.completedFuture(Map.of()) : people.authors(ids);
        return names.thenApply(known -> Redactions.within(events.stream()
                .map(it -> Frames.encode(channel, it.seq(), it.event(), known))
                .toList()));
    }

    private Recorded recorded(Row row) {
        var event = (RoomEvent) serialization
                .deserialize(row.payload().array(), row.serializer(), row.manifest())
                .get();
        return new Recorded(row.seq(), event);
    }
}
