package io.hackhub.core.shared;

import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;

/// Takes a sharded entity out of memory that has had no message for a while: its shard stops it, and the next message
/// starts it from its journal. One that nothing is stored of goes within seconds, so that made-up ids do not fill the
/// memory. Belongs to one entity and runs inside it.
public final class Passivation<C, S> {

    private final ActorContext<C> context;
    private final ActorRef<ClusterSharding.ShardCommand> shard;
    private final C idle;
    private final S empty;
    private final Duration after;
    private final Duration emptyAfter;
    private boolean wasEmpty;

    /// `idle` is what the entity tells itself after each such while; its answer is [#idle]. `empty` is the state
    /// without events.
    public Passivation(ActorContext<C> context, ActorRef<ClusterSharding.ShardCommand> shard, C idle, S empty) {
        var config = context.getSystem().settings().config();
        this.context = context;
        this.shard = shard;
        this.idle = idle;
        this.empty = empty;
        this.after = config.getDuration("hackhub.passivation.after");
        this.emptyAfter = config.getDuration("hackhub.passivation.empty-after");
    }

    /// Recovered: time counts from here.
    public void begin(S state) {
        wasEmpty = state.equals(empty);
        context.setReceiveTimeout(wasEmpty ? emptyAfter : after, idle);
    }

    /// No message came for a while. `owes` = something is under way that must not be left to the next message.
    public void idle(S state, boolean owes) {
        if (wasEmpty && !state.equals(empty)) {
            begin(state);
        } else if (!owes) {
            shard.tell(new ClusterSharding.Passivate<>(context.getSelf()));
        }
    }
}
