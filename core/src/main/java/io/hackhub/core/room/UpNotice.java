package io.hackhub.core.room;

import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Hubs;
import io.hackhub.core.shared.Channel;
import java.util.HashSet;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/// Tells every hub that the room is up until it follows or says that it does not: one small message a hub and tick, for
/// as long as the hub is listed. A hub that is listed late, or is back, is told then.
final class UpNotice {

    private final Channel.Log channel;
    private final Hubs hubs;
    private final Set<ActorRef<HubCommand>> answered = new HashSet<>();
    private boolean begun;

    UpNotice(Channel.Log channel, Hubs hubs) {
        this.channel = channel;
        this.hubs = hubs;
    }

    /// The room is up: its journal is read.
    void begin() {
        if (!begun) {
            begun = true;
            tell();
        }
    }

    void answered(ActorRef<HubCommand> hub) {
        answered.add(hub);
    }

    /// Whether all that are listed now have answered.
    boolean isDone() {
        return answered.containsAll(hubs.all());
    }

    void tell() {
        if (!begun) {
            return;
        }
        var listed = hubs.all();
        answered.retainAll(listed);
        listed.stream().filter(hub -> !answered.contains(hub)).forEach(hub -> hub.tell(new HubCommand.Up(channel)));
    }
}
