package io.hackhub.core.live;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One channel on one node: who reads it here, and how what happens reaches them. Belongs to the hub's thread. What it
/// tells subscribers it hands to their lanes as one task a lane, so each lane sees everything in the hub's order; the
/// set of live subscribers of a lane is touched by such tasks alone. What a busy lane finds waiting of one channel it
/// writes at once: the more there is, the less each event costs.
final class Feed {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    static final String LEFT = "member.left";

    /// Bytes: what waits is written when it is so much, so that nobody is sent more at once than a ring would hold.
    private static final int MOST_AT_ONCE = 65_536;

    /// A subscriber here, as the hub knows it.
    ///
    /// @param since the head at which the source let them in: a leaving before that is not theirs
    /// @param from the lowest seq they may have repaired
    record Reading(Subscriber subscriber, long since, long from, boolean canWrite) {}

    private final Channel channel;
    private final Map<Subscriber, Reading> readers = new LinkedHashMap<>();
    private final Map<Lane, LaneSet> lanes = new HashMap<>();

    Feed(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    int count() {
        return readers.size();
    }

    Optional<Reading> reading(Subscriber subscriber) {
        return Optional.ofNullable(readers.get(subscriber));
    }

    /// Signed-in people who read here, at most `most`.
    List<UserId> users(int most) {
        var users = new LinkedHashSet<UserId>();
        for (var subscriber : readers.keySet()) {
            var user = subscriber.reader().user();
            if (user != null && users.size() < most) {
                users.add(user);
            }
        }
        return List.copyOf(users);
    }

    /// Answers the subscription, replays, and enters the live set: one task, so nothing can come between.
    void enter(Reading reading, long id, Subscription subscription, List<EventFrame> replay) {
        var subscriber = reading.subscriber();
        readers.put(subscriber, reading);
        var live = laneOf(subscriber);
        live.expected++;
        var batch = batch(replay);
        live.execute(() -> {
            subscriber.subscribed(id, channel, subscription);
            batch.ifPresent(it -> subscriber.write(channel, it));
            live.add(reading);
        });
    }

    /// As [#enter], for a board.
    void enter(Reading reading, long id, Subscription subscription, BoardFrame board) {
        var subscriber = reading.subscriber();
        readers.put(subscriber, reading);
        var live = laneOf(subscriber);
        live.expected++;
        live.execute(() -> {
            subscriber.subscribed(id, channel, subscription);
            subscriber.board(channel, board);
            live.add(reading);
        });
    }

    /// The next events, to all; who leaves by one of them gets it and nothing after it. Answers who that was.
    List<Subscriber> deliver(List<EventFrame> events) {
        var gone = new ArrayList<Subscriber>();
        var some = new ArrayList<EventFrame>();
        for (var event : events) {
            some.add(event);
            var user = event.userId();
            if (event.kind().equals(LEFT) && user != null) {
                write(some);
                some = new ArrayList<>();
                gone.addAll(cut(
                        reading -> user.equals(reading.subscriber().reader().user()) && reading.since() < event.seq()));
            }
        }
        write(some);
        return gone;
    }

    /// To one reader alone, behind all that happened before.
    void tell(Subscriber reader, Runnable what) {
        laneOf(reader).execute(what);
    }

    void signal(Bytes frame, boolean toWriters) {
        toAll(reading -> {
            if (!toWriters || reading.canWrite()) {
                reading.subscriber().signal(channel, frame);
            }
        });
    }

    /// From the next signal on.
    void mayWrite(Predicate<Reader> whom, boolean canWrite) {
        readers.values().stream()
                .filter(it ->
                        it.canWrite() != canWrite && whom.test(it.subscriber().reader()))
                .toList()
                .forEach(it -> replace(it, new Reading(it.subscriber(), it.since(), it.from(), canWrite)));
    }

    private void replace(Reading before, Reading after) {
        var subscriber = after.subscriber();
        readers.put(subscriber, after);
        var live = laneOf(subscriber);
        live.execute(() -> {
            live.remove(before);
            live.add(after);
        });
    }

    void board(BoardFrame board) {
        toAll(reading -> reading.subscriber().board(channel, board));
    }

    /// Takes the right to read away. Answers from whom.
    List<Subscriber> cut(Predicate<Reading> whom) {
        var gone =
                readers.values().stream().filter(whom).map(Reading::subscriber).toList();
        gone.forEach(it -> leave(it, () -> it.revoked(channel, RefusalCode.DENIED)));
        return gone;
    }

    /// Leaves the live set, then does `after`, on the subscriber's lane.
    void leave(Subscriber subscriber, Runnable after) {
        var reading = readers.remove(subscriber);
        if (reading == null) {
            subscriber.lane().execute(after);
            return;
        }
        var live = laneOf(subscriber);
        live.execute(() -> {
            live.remove(reading);
            after.run();
        });
        if (--live.expected == 0) {
            lanes.remove(subscriber.lane());
        }
    }

    /// Runs `then`, once, when all that readers were told up to now is with them: after the last of their lanes has
    /// done it.
    void onceWritten(Runnable then) {
        var left = new AtomicInteger(lanes.size());
        if (lanes.isEmpty()) {
            then.run();
        }
        lanes.values()
                .forEach(live -> live.execute(() -> {
                    if (left.decrementAndGet() == 0) {
                        then.run();
                    }
                }));
    }

    private void write(List<EventFrame> events) {
        var frames = events.stream().map(EventFrame::json).toList();
        if (!frames.isEmpty()) {
            lanes.forEach((lane, live) -> lane.execute(() -> live.write(frames)));
        }
    }

    private void toAll(Consumer<Reading> action) {
        lanes.values().forEach(live -> live.execute(() -> live.each(action)));
    }

    private LaneSet laneOf(Subscriber subscriber) {
        return lanes.computeIfAbsent(subscriber.lane(), lane -> new LaneSet(channel, lane));
    }

    static Optional<Batch> batch(List<EventFrame> events) {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch(events.stream().map(EventFrame::json).toList()));
    }

    /// The live subscribers of one lane, and what they will be written next; only that lane's thread touches it.
    private static final class LaneSet {
        private final Channel channel;
        private final Lane lane;
        /// The hub's own count, ahead of the set.
        private int expected;
        private final Set<Reading> readings = new HashSet<>();
        /// All of them, or empty since somebody entered or left: a set has each somewhere else in memory.
        private List<Reading> inARow = List.of();
        private List<Bytes> waiting = new ArrayList<>();
        private int size;

        LaneSet(Channel channel, Lane lane) {
            this.channel = channel;
            this.lane = lane;
        }

        /// Behind what the lane has been given to do by now, which may be more of this.
        void write(List<Bytes> frames) {
            boolean first = waiting.isEmpty();
            for (var frame : frames) {
                waiting.add(frame);
                size += frame.length();
            }
            if (size >= MOST_AT_ONCE) {
                flush();
            } else if (first) {
                lane.execute(this::flush);
            }
        }

        /// Does `task` on the lane, behind the events that came before it: whatever else those in the set are told, and
        /// whoever enters or leaves it.
        void execute(Runnable task) {
            lane.execute(() -> {
                flush();
                task.run();
            });
        }

        private void flush() {
            if (waiting.isEmpty()) {
                return;
            }
            var batch = new Batch(waiting);
            waiting = new ArrayList<>();
            size = 0;
            each(reading -> reading.subscriber().write(channel, batch));
        }

        /// One that fails, which none should, does not rob the others.
        void each(Consumer<Reading> action) {
            if (inARow.isEmpty()) {
                inARow = List.copyOf(readings);
            }
            for (var reading : inARow) {
                try {
                    action.accept(reading);
                } catch (RuntimeException failure) {
                    LOG.error("{}: a subscriber failed", channel, failure);
                }
            }
        }

        void add(Reading reading) {
            readings.add(reading);
            inARow = List.of();
        }

        void remove(Reading reading) {
            readings.remove(reading);
            inARow = List.of();
        }
    }
}
