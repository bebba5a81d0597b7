package io.hackhub.core.live;

import io.hackhub.core.shared.Channel;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The channels that a hub follows, and the memory that their rings take together.
final class Tracks {

    private final long mostBytes;
    private final HubWatch watch;
    private final Map<Channel, Track> tracks = new HashMap<>();
    private long bytes;

    Tracks(long mostBytes, HubWatch watch) {
        this.mostBytes = mostBytes;
        this.watch = watch;
    }

    Optional<Track> find(Channel channel) {
        return Optional.ofNullable(tracks.get(channel));
    }

    Track open(Channel channel, Instant now) {
        return tracks.computeIfAbsent(channel, _ -> new Track(channel, now));
    }

    boolean contains(Track track) {
        return tracks.get(track.channel) == track;
    }

    List<Track> all() {
        return List.copyOf(tracks.values());
    }

    /// As [Track#take]; until the next [#shed] all rings together may be over the bound.
    List<EventFrame> take(Track track, List<EventFrame> events) {
        int before = track.ring.bytes();
        var fresh = track.take(events);
        bytes += track.ring.bytes() - before;
        watch.took(fresh.size());
        return fresh;
    }

    int count() {
        return tracks.size();
    }

    /// Of all rings.
    long bytes() {
        return bytes;
    }

    void remove(Track track) {
        tracks.remove(track.channel);
        bytes -= track.ring.bytes();
    }

    /// Over the node's bound, the ring that nobody has asked for longest is emptied; its feed goes on.
    void shed() {
        while (bytes > mostBytes) {
            var oldest = tracks.values().stream()
                    .filter(track -> track.ring.bytes() > 0)
                    .min(Comparator.comparing((Track track) -> track.usedAt));
            if (oldest.isEmpty()) {
                return;
            }
            bytes -= oldest.get().ring.bytes();
            oldest.get().ring.reset(oldest.get().ring.last());
        }
    }
}
