package io.hackhub.core.live;

import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/// The hubs of all nodes of the cluster, reachable or not, as this node knows them now.
@FunctionalInterface
public interface Hubs {
    Set<ActorRef<HubCommand>> all();
}
