package io.hackhub.core.room;

import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand.AcksAre;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.room.RoomCommand.FromHub;
import io.hackhub.core.room.RoomCommand.MembersAre;
import io.hackhub.core.room.RoomCommand.Mute;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import io.hackhub.core.room.RoomCommand.StandingIs;
import io.hackhub.core.room.RoomCommand.Typing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Commands in the order they came, and the owner's facts before them, each bounded: who finds it full is told so.
/// Given out in batches.
final class CommandQueue {

    private static final int BATCH_COMMANDS = 256;
    private static final int BATCH_BYTES = 128 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int mostWaiting;
    private final int mostFacts;
    private final ArrayDeque<Entry> owners = new ArrayDeque<>();
    private final ArrayDeque<Entry> queue = new ArrayDeque<>();

    CommandQueue(int mostWaiting, int mostFacts) {
        this.mostWaiting = mostWaiting;
        this.mostFacts = mostFacts;
    }

    boolean isEmpty() {
        return queue.isEmpty() && owners.isEmpty();
    }

    void put(Entry entry) {
        switch (entry.command()) {
            case Act _, Deliver _, Mute _ -> put(queue, mostWaiting, entry);
            case MembersAre _, StandingChanged _ -> put(owners, mostFacts, entry);
            case StandingIs _, Typing _, AcksAre _, FromHub _ -> {}
        }
    }

    /// The next batch, out of the queue.
    List<Entry> take(boolean factsOnly) {
        var taken = new ArrayList<Entry>();
        int size = take(owners, taken, 0);
        if (!factsOnly) {
            take(queue, taken, size);
        }
        return taken;
    }

    /// The owner's facts among them are first again: applying them twice is applying them once.
    void putBack(List<Entry> batch) {
        batch.reversed().stream().filter(Entry::isOwners).forEach(owners::addFirst);
    }

    /// Refuses all but the owner's facts.
    void refuseAll(RefusalCode code, String message) {
        queue.forEach(entry -> entry.refuse(code, message));
        queue.clear();
    }

    /// Gives up on what has waited too long.
    void expire(Instant now) {
        while (!queue.isEmpty() && queue.getFirst().arrived().plus(PATIENCE).isBefore(now)) {
            queue.removeFirst().refuse(RefusalCode.UNAVAILABLE, "too long in the queue, try again");
        }
    }

    private static void put(ArrayDeque<Entry> where, int most, Entry entry) {
        if (where.size() >= most) {
            entry.refuse(RefusalCode.OVERLOADED, "%d commands are waiting".formatted(where.size()));
        } else {
            where.addLast(entry);
        }
    }

    private static int take(ArrayDeque<Entry> from, List<Entry> taken, int before) {
        int size = before;
        while (!from.isEmpty() && taken.size() < BATCH_COMMANDS) {
            size += from.getFirst().size();
            if (size > BATCH_BYTES && !taken.isEmpty()) {
                break;
            }
            taken.add(from.removeFirst());
        }
        return size;
    }
}
