package io.hackhub.core.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The newest events of a channel, dense, bounded by number and by bytes. What a later event takes back is taken out of
/// the earlier ones here at once, so nothing that was deleted can be sent from a ring.
public final class Ring {

    private final int maxEvents;
    private final int maxBytes;
    private final ArrayDeque<EventFrame> frames = new ArrayDeque<>();
    private long last;
    private int bytes;

    /// An empty ring behind `last`.
    public Ring(int maxEvents, int maxBytes, long last) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
        this.last = last;
    }

    /// The seq of the newest event, whether or not it is still held.
    public long last() {
        return last;
    }

    /// The oldest seq that is held; `last + 1` where none is.
    public long first() {
        return last - frames.size() + 1;
    }

    public int bytes() {
        return bytes;
    }

    /// Adds the next event.
    ///
    /// @throws IllegalArgumentException if it is not the next
    public void append(EventFrame frame) {
        if (frame.seq() != last + 1) {
            throw new IllegalArgumentException("seq: %d (expected: %d)".formatted(frame.seq(), last + 1));
        }
        if (Redactions.takesBack(frame)) {
            redact(frame);
        }
        frames.addLast(frame);
        last = frame.seq();
        bytes += frame.json().length();
        while (frames.size() > maxEvents || bytes > maxBytes) {
            bytes -= frames.removeFirst().json().length();
        }
    }

    /// Forgets everything; the next is `last + 1`.
    public void reset(long newLast) {
        frames.clear();
        bytes = 0;
        last = newLast;
    }

    /// The events `from`..`to` as far as they are held.
    public List<EventFrame> range(long from, long to) {
        var found = new ArrayList<EventFrame>();
        for (var frame : frames) {
            if (frame.seq() >= from && frame.seq() <= to) {
                found.add(frame);
            }
        }
        return found;
    }

    /// `page` without what events held here take back; for what was read elsewhere.
    public List<EventFrame> redacted(List<EventFrame> page) {
        var result = page;
        for (var by : frames) {
            if (Redactions.takesBack(by)) {
                result = result.stream()
                        .map(frame -> frame.seq() < by.seq() ? Redactions.apply(by, frame) : frame)
                        .toList();
            }
        }
        return result;
    }

    private void redact(EventFrame by) {
        var kept = new ArrayList<>(frames);
        frames.clear();
        bytes = 0;
        for (var frame : kept) {
            var now = Redactions.apply(by, frame);
            frames.addLast(now);
            bytes += now.json().length();
        }
    }
}
