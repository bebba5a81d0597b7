package io.hackhub.core.room;

import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Hubs;
import io.hackhub.core.shared.Channel;
import java.util.HashSet;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/// Tells every hub that the room is up, each second until it follows or says that it does not; once in a room's life,
/// and ten times at most.
final class UpNotice {

    private static final int MOST_TRIES = 10;

    private final Channel.Log channel;
    private final Hubs hubs;
    private final Publisher publisher;
    private final Set<ActorRef<HubCommand>> untold = new HashSet<>();
    private boolean begun;
    private int tries;

    UpNotice(Channel.Log channel, Hubs hubs, Publisher publisher) {
        this.channel = channel;
        this.hubs = hubs;
        this.publisher = publisher;
    }

    void begin() {
        if (!begun) {
            begun = true;
            untold.addAll(hubs.all());
            tell();
        }
    }

    void answered(ActorRef<HubCommand> hub) {
        untold.remove(hub);
    }

    boolean isDone() {
        return untold.isEmpty();
    }

    void tell() {
        untold.retainAll(hubs.all());
        if (!untold.isEmpty() && tries++ < MOST_TRIES) {
            untold.forEach(hub -> hub.tell(new HubCommand.Up(channel, publisher.last())));
        } else {
            untold.clear();
        }
    }
}
