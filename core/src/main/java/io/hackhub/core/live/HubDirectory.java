package io.hackhub.core.live;

import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/// Keeps the list of all nodes' hubs, from the receptionist: spawn [#keeper] once a node, hand the directory to the
/// rooms. A node that cannot be reached for a moment stays on it: it will have to be told what it missed.
public final class HubDirectory implements Hubs {

    private volatile Set<ActorRef<HubCommand>> hubs = Set.of();

    @Override
    public Set<ActorRef<HubCommand>> all() {
        return hubs;
    }

    public Behavior<Receptionist.Listing> keeper() {
        return Behaviors.setup(context -> {
            context.getSystem().receptionist().tell(Receptionist.subscribe(NodeHub.KEY, context.getSelf()));
            return Behaviors.receiveMessage(listing -> {
                hubs = Set.copyOf(listing.getAllServiceInstances(NodeHub.KEY));
                return Behaviors.same();
            });
        });
    }
}
