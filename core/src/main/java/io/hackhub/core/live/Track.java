package io.hackhub.core.live;

import io.hackhub.core.shared.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Where one channel stands on this node: its feed, what is known of its log, and whether its source is awake. Belongs
/// to the hub's thread.
final class Track {

    static final int RING_EVENTS = 512;
    static final int RING_BYTES = 256 * 1024;
    private static final int MOST_AHEAD = 2_000;

    /// What is known of the source.
    enum Contact {
        /// Asked to follow, no answer yet.
        UNKNOWN,
        AWAKE,
        ASLEEP
    }

    final Channel channel;
    final Feed feed;
    final Ring ring = new Ring(RING_EVENTS, RING_BYTES, 0);
    final List<Entering> entering = new ArrayList<>();
    Contact contact = Contact.UNKNOWN;
    /// Whether `ring.last()` means anything yet.
    boolean known;
    boolean filling;
    /// Asked the source for what is missing.
    boolean mending;
    long target;
    Instant askedAt = Instant.EPOCH;
    Instant usedAt;
    Instant countedAt = Instant.EPOCH;
    boolean countChanged;
    Optional<BoardFrame> board = Optional.empty();
    private final TreeMap<Long, EventFrame> ahead = new TreeMap<>();

    Track(Channel channel, Instant now) {
        this.channel = channel;
        this.feed = new Feed(channel);
        this.usedAt = now;
    }

    boolean isUnused() {
        return feed.isEmpty() && entering.isEmpty();
    }

    /// Somebody came or went.
    void readersChanged(Instant now) {
        countChanged = true;
        usedAt = now;
    }

    /// What to say in `Follow`.
    long lastSeq() {
        return known ? ring.last() : SourceCommand.NOTHING;
    }

    /// Something is missing between what is here and what there is.
    boolean behind() {
        return switch (channel) {
            case Channel.Board _ -> board.isEmpty();
            case Channel.Log _ -> !known || ring.last() < target;
        };
    }

    /// Takes what fits behind the last event, whatever order and however often it comes; answers what is new, in order.
    List<EventFrame> take(List<EventFrame> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        if (!known) {
            learn(events.getFirst().seq() - 1);
        }
        for (var event : events) {
            target = Math.max(target, event.seq());
            if (event.seq() > ring.last() && ahead.size() < MOST_AHEAD) {
                ahead.put(event.seq(), event);
            }
        }
        return drain();
    }

    /// Nothing is held, and the next is `head + 1`.
    void learn(long head) {
        known = true;
        ring.reset(head);
        target = Math.max(target, head);
        ahead.headMap(head, true).clear();
    }

    private List<EventFrame> drain() {
        var fresh = new ArrayList<EventFrame>();
        while (!ahead.isEmpty() && ahead.firstKey() <= ring.last() + 1) {
            var next = ahead.pollFirstEntry().getValue();
            if (next.seq() == ring.last() + 1) {
                ring.append(next);
                fresh.add(next);
            }
        }
        return fresh;
    }
}
