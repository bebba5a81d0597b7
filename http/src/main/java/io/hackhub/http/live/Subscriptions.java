package io.hackhub.http.live;

import io.hackhub.core.live.BoardFrame;
import io.hackhub.core.live.Subscription;
import io.hackhub.core.shared.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which channels one connection reads, how far each has been sent, and how far its person has read.
final class Subscriptions {

    private static final Duration TYPING_EVERY = Duration.ofSeconds(1);

    /// One channel that is being read.
    private static final class Entry {
        private long from = 1;
        private long sent;
        private Instant typedAt = Instant.EPOCH;
        private @Nullable BoardFrame held;
        private @Nullable BoardFrame waiting;
    }

    private final int most;
    private final Map<Channel, Entry> entries = new HashMap<>();
    private final Map<Long, Channel> asked = new HashMap<>();
    private final Map<Channel, Long> positions = new HashMap<>();
    private final Map<Channel, Long> unsentReads = new HashMap<>();
    private boolean boardsWait;

    Subscriptions(int most) {
        this.most = most;
    }

    /// False: there are too many already.
    boolean ask(long id, Channel channel) {
        if (!entries.containsKey(channel) && entries.size() + asked.size() >= most) {
            return false;
        }
        asked.put(id, channel);
        return true;
    }

    /// The hub lets go of what was read before as soon as it is asked anew.
    Optional<Channel> refused(long id) {
        var channel = Optional.ofNullable(asked.remove(id));
        channel.ifPresent(this::ended);
        return channel;
    }

    /// True if the channel was not read before.
    boolean started(long id, Channel channel, Subscription subscription) {
        asked.remove(id);
        var entry = new Entry();
        entry.from = subscription.from();
        entry.sent = Math.min(subscription.head(), subscription.from() - 1);
        return entries.put(channel, entry) == null;
    }

    void ended(Channel channel) {
        entries.remove(channel);
        unsentReads.remove(channel);
    }

    boolean reads(Channel channel) {
        return entries.containsKey(channel);
    }

    int size() {
        return entries.size();
    }

    /// The lowest seq that this connection was sent.
    long from(Channel channel) {
        var entry = entries.get(channel);
        return entry == null ? Long.MAX_VALUE : entry.from;
    }

    void sent(Channel channel, int events) {
        var entry = entries.get(channel);
        if (entry != null) {
            entry.sent += events;
        }
    }

    // What the person has read

    void positions(Map<Channel, Long> known) {
        known.forEach((channel, seq) -> positions.merge(channel, seq, Math::max));
    }

    Map<Channel, Long> positions() {
        return positions;
    }

    long position(Channel channel) {
        return positions.getOrDefault(channel, 0L);
    }

    /// Never more than what was sent; kept until [#takeReads], so that a client that scrolls makes one message of many.
    void read(Channel channel, long seq) {
        var entry = entries.get(channel);
        var seen = entry == null ? 0 : Math.min(seq, entry.sent);
        if (seen > position(channel)) {
            positions.put(channel, seen);
            unsentReads.put(channel, seen);
        }
    }

    Map<Channel, Long> takeReads() {
        if (unsentReads.isEmpty()) {
            return Map.of();
        }
        var reads = Map.copyOf(unsentReads);
        unsentReads.clear();
        return reads;
    }

    /// Whether a `typing` is worth passing on: the channel is read here, and the last one was a while ago.
    boolean types(Channel channel, Instant now) {
        var entry = entries.get(channel);
        if (entry == null || now.isBefore(entry.typedAt.plus(TYPING_EVERY))) {
            return false;
        }
        entry.typedAt = now;
        return true;
    }

    // Boards

    /// Holds a board back until [#takeWaiting]; a newer one takes its place.
    void hold(Channel channel, BoardFrame board) {
        var entry = entries.get(channel);
        if (entry != null) {
            entry.waiting = board;
            boardsWait = true;
        }
    }

    /// Notes that the client has this board now. True: a delta takes it there from the one it has.
    boolean advance(Channel channel, BoardFrame board) {
        var entry = entries.get(channel);
        if (entry == null) {
            return false;
        }
        var before = entry.held;
        entry.held = board;
        entry.waiting = null;
        return before != null
                && board.delta() != null
                && before.epoch().equals(board.epoch())
                && before.to() == board.from();
    }

    /// The newest board of each channel that one was held back of.
    List<Map.Entry<Channel, BoardFrame>> takeWaiting() {
        if (!boardsWait) {
            return List.of();
        }
        var boards = new ArrayList<Map.Entry<Channel, BoardFrame>>();
        entries.forEach((channel, entry) -> {
            if (entry.waiting != null) {
                boards.add(Map.entry(channel, entry.waiting));
            }
        });
        boardsWait = false;
        return boards;
    }
}
