package io.hackhub.core.live;

import io.hackhub.core.live.HubCommand.Repair;
import java.util.List;
import java.util.Optional;

/// Sends a reader again what it was sent before: from the ring, or from the backlog where the ring has lost it.
final class Repairs {

    private final Tracks tracks;
    private final OlderEvents older;

    Repairs(Tracks tracks, OlderEvents older) {
        this.tracks = tracks;
        this.older = older;
    }

    void repair(Repair it) {
        var track = tracks.find(it.channel());
        var reading = track.flatMap(found -> found.feed.reading(it.subscriber()));
        if (track.isEmpty() || reading.isEmpty()) {
            it.refuse(RefusalCode.DENIED, "not subscribed");
        } else if (it.from() < reading.get().from() || it.to() < it.from() || it.to() - it.from() >= Entering.REPLAY) {
            it.refuse(
                    RefusalCode.BAD_REQUEST,
                    "repair: at most %d events, none below %d"
                            .formatted(Entering.REPLAY, reading.get().from()));
        } else {
            repair(it, track.get(), reading.get());
        }
    }

    /// Events alone are the answer, so where there are none it is refused.
    private void repair(Repair it, Track track, Feed.Reading reading) {
        if (it.from() > track.ring.last()) {
            it.refuse(RefusalCode.BAD_REQUEST, "repair: nothing above %d".formatted(track.ring.last()));
            return;
        }
        long to = Math.min(it.to(), track.ring.last());
        if (it.from() >= track.ring.first()) {
            repaired(it, track.feed, track.ring.range(it.from(), to));
            return;
        }
        older.read(it.channel(), it.from(), to, found -> {
            if (!track.feed.reading(it.subscriber()).equals(Optional.of(reading))) {
                it.refuse(RefusalCode.DENIED, "not subscribed");
            } else if (found == null || found.isEmpty()) {
                it.refuse(RefusalCode.UNAVAILABLE, "the log is away, try again");
            } else {
                repaired(it, track.feed, track.ring.redacted(found));
            }
        });
    }

    private static void repaired(Repair it, Feed feed, List<EventFrame> found) {
        var batch = new Batch(found.stream().map(EventFrame::json).toList());
        feed.tell(it.subscriber(), () -> it.subscriber().repaired(it.id(), it.channel(), batch));
    }
}
