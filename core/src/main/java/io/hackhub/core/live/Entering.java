package io.hackhub.core.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subscription on its way in: first the source says yes, then what is older than the ring is read, page by page,
/// until the next event is in the ring.
final class Entering {

    /// More than this lies between: only the newest are replayed.
    static final int REPLAY = 500;
    static final int SHORT_REPLAY = 200;
    /// What a client without a cursor gets.
    static final int NEWEST = 50;
    /// A log that grows faster than it is read is not caught up with.
    static final int MOST = 4 * REPLAY;

    final HubCommand.Subscribe asked;
    final Track track;
    final @Nullable Long since;
    final long ticket;
    final Instant deadline;
    Instant askedAt;
    boolean admitted;
    /// A page of what is older is under way.
    boolean readsOlder;
    boolean canWrite;
    /// The source's head when it said yes.
    long admittedAt;
    final List<EventFrame> older = new ArrayList<>();
    /// The first seq to replay; 0 until it is settled.
    private long from;
    private boolean complete;
    private boolean reset;

    Entering(HubCommand.Subscribe asked, Track track, long ticket, Instant now) {
        this.asked = asked;
        this.track = track;
        var cursor = asked.since();
        this.since = cursor == null ? null : Long.valueOf(Math.max(0, cursor));
        this.ticket = ticket;
        this.askedAt = now;
        this.deadline = now.plus(Hub.PATIENCE);
    }

    Subscriber subscriber() {
        return asked.subscriber();
    }

    void admit(HubCommand.Admission admission) {
        admitted = true;
        admittedAt = admission.head();
        canWrite = admission.canWrite();
    }

    /// Settles, once, what is replayed of a log that ends where the ring does now.
    void settle() {
        if (from > 0) {
            return;
        }
        long head = track.ring.last();
        var cursor = since;
        reset = cursor != null && cursor > head;
        if (cursor == null || reset) {
            from = Math.max(1, head - NEWEST + 1);
            complete = from == 1;
        } else {
            complete = head - cursor <= REPLAY;
            from = complete ? cursor + 1 : head - SHORT_REPLAY + 1;
        }
    }

    /// The next seq that is not at hand.
    long next() {
        return from + older.size();
    }

    /// Something lies between what is at hand and what the ring holds.
    boolean lacksOlder() {
        return next() < track.ring.first() && next() <= track.ring.last();
    }

    List<EventFrame> replay() {
        var replay = new ArrayList<>(track.ring.redacted(older));
        replay.addAll(track.ring.range(next(), track.ring.last()));
        return replay;
    }

    Feed.Reading reading() {
        return new Feed.Reading(subscriber(), admittedAt, from, canWrite);
    }

    Subscription subscription() {
        return new Subscription(track.ring.last(), from, complete, reset, canWrite);
    }
}
