package io.hackhub.core.live;

import io.hackhub.core.shared.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subscription on its way in: first the source says yes, then what is older than the ring is read, page by page,
/// until
/// the next event is in the ring.
final class Entering {

    /// More than this lies between: only the newest are replayed.
    static final int REPLAY = 500;
    static final int SHORT_REPLAY = 200;
    /// What a client without a cursor gets.
    static final int NEWEST = 50;
    /// A log that grows faster than it is read is not caught up with.
    static final int MOST = 4 * REPLAY;

    final long id;
    final Channel channel;
    final @Nullable Long since;
    final Subscriber subscriber;
    final long ticket;
    final Instant deadline;
    Instant askedAt;
    boolean admitted;
    boolean reading;
    boolean canWrite;
    long admittedAt;
    /// The first seq to replay; 0 until it is settled.
    long from;
    boolean complete;
    boolean reset;
    final List<EventFrame> older = new ArrayList<>();

    Entering(HubCommand.Subscribe asked, long ticket, Instant now, Instant deadline) {
        this.id = asked.id();
        this.channel = asked.channel();
        var cursor = asked.since();
        this.since = cursor == null ? null : Long.valueOf(Math.max(0, cursor));
        this.subscriber = asked.subscriber();
        this.ticket = ticket;
        this.askedAt = now;
        this.deadline = deadline;
    }

    void admit(HubCommand.Admission admission) {
        admitted = true;
        admittedAt = admission.head();
        canWrite = admission.canWrite();
    }

    /// Settles, once, what is replayed of a log that ends at `head`.
    void settle(long head) {
        if (from > 0) {
            return;
        }
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

    Subscription subscription(long head) {
        return new Subscription(head, from, complete, reset, canWrite);
    }
}
