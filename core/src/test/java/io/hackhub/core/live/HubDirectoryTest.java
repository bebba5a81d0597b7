package io.hackhub.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HubDirectoryTest {

    private static final ActorTestKit actors = ActorTestKit.create();

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    @Test
    void aHubThatCannotBeReachedForAMomentStaysListed() {
        var reachable = actors.<HubCommand>createTestProbe();
        var away = actors.<HubCommand>createTestProbe();
        var directory = new HubDirectory();
        var keeper = actors.spawn(directory.keeper());

        reachable.awaitAssert(() -> {
            keeper.tell(Receptionist.listing(
                    NodeHub.KEY, Set.of(reachable.ref()), Set.of(reachable.ref(), away.ref()), false));
            assertThat(directory.all()).containsExactlyInAnyOrder(reachable.ref(), away.ref());
            return true;
        });
    }
}
