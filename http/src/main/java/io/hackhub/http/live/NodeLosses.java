package io.hackhub.http.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.ClusterEvent.MemberRemoved;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Subscribe;

/// Tells when another node has been removed from the cluster. What was sent to its entities is lost without a word, and
/// whatever is sent from then on goes to where they start anew.
final class NodeLosses {

    /// Within it whoever is alive answers.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private sealed interface Notice {}

    private record Lost(MemberRemoved event) implements Notice {}

    private record Over(Instant when) implements Notice {}

    private NodeLosses() {}

    /// From now on `lost` gets the moment of each removal, [#GRACE] after it.
    static void watch(ActorSystem<?> system, InstantSource clock, Consumer<Instant> lost) {
        system.systemActorOf(behavior(clock, lost), "node-losses", Props.empty());
    }

    private static Behavior<Notice> behavior(InstantSource clock, Consumer<Instant> lost) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            var removals = context.messageAdapter(MemberRemoved.class, Lost::new);
            Cluster.get(context.getSystem()).subscriptions().tell(Subscribe.create(removals, MemberRemoved.class));
            return Behaviors.receiveMessage(notice -> {
                switch (notice) {
                    case Lost _ -> timers.startSingleTimer(new Object(), new Over(clock.instant()), GRACE);
                    case Over(var when) -> lost.accept(when);
                }
                return Behaviors.same();
            });
        }));
    }
}
