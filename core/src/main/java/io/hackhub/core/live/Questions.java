package io.hackhub.core.live;

import io.hackhub.core.live.HubCommand.AskWho;
import io.hackhub.core.live.HubCommand.WhoIs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Readers who asked who is there, until the source answers or their patience ends.
final class Questions {

    private record Asked(AskWho who, Instant deadline) {}

    private final Tracks tracks;
    private final Upstream upstream;
    private final InstantSource clock;
    private final Map<Long, Asked> waiting = new HashMap<>();
    private long lastTicket;

    Questions(Tracks tracks, Upstream upstream, InstantSource clock) {
        this.tracks = tracks;
        this.upstream = upstream;
        this.clock = clock;
    }

    void ask(AskWho it) {
        var track = tracks.find(it.channel())
                .filter(found -> found.feed.reading(it.subscriber()).isPresent());
        if (track.isEmpty()) {
            it.refuse(RefusalCode.DENIED, "not subscribed");
            return;
        }
        waiting.put(++lastTicket, new Asked(it, clock.instant().plus(Hub.PATIENCE)));
        upstream.who(track.get(), lastTicket);
    }

    void answer(WhoIs told) {
        var asked = waiting.remove(told.ticket());
        if (asked != null) {
            var to = asked.who();
            to.subscriber().lane().execute(() -> to.subscriber().who(to.id(), told.channel(), told.users()));
        }
    }

    void sweep(Instant now) {
        waiting.values().removeIf(asked -> {
            var late = asked.deadline().isBefore(now);
            if (late) {
                asked.who().refuse(RefusalCode.UNAVAILABLE, "no answer, try again");
            }
            return late;
        });
    }
}
