package io.hackhub.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassivationTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create(ManualTime.config());
    private static final String EMPTY = "empty";
    private static final String STORED = "stored";

    private sealed interface Message {}

    private record Idle() implements Message {}

    /// Becomes `state` and owes something or not.
    private record Be(String state, boolean owes, ActorRef<Done> replyTo) implements Message {}

    private final ManualTime time = ManualTime.get(ACTORS.system());
    private final TestProbe<ClusterSharding.ShardCommand> shard = ACTORS.createTestProbe();
    private final TestProbe<Done> done = ACTORS.createTestProbe();
    private ActorRef<Message> entity = ACTORS.<Message>createTestProbe().ref();

    @AfterEach
    void stopEntity() {
        ACTORS.stop(entity);
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    @Test
    void anEntityWithoutMessagesLeavesAfterTwoMinutes() {
        start(STORED, false);

        time.expectNoMessageFor(Duration.ofSeconds(119), shard);
        time.timePasses(Duration.ofSeconds(1));

        assertThat(shard.receiveMessage()).isEqualTo(new ClusterSharding.Passivate<>(entity));
    }

    @Test
    void oneThatNothingIsStoredOfLeavesAfterFiveSeconds() {
        start(EMPTY, false);

        time.expectNoMessageFor(Duration.ofSeconds(4), shard);
        time.timePasses(Duration.ofSeconds(1));

        assertThat(shard.receiveMessage()).isEqualTo(new ClusterSharding.Passivate<>(entity));
    }

    @Test
    void aMessageIsASignThatItIsNeeded() {
        start(STORED, false);
        time.timePasses(Duration.ofSeconds(119));

        be(STORED, false);

        time.expectNoMessageFor(Duration.ofSeconds(119), shard);
    }

    @Test
    void oneThatWasEmptyWhenItStartedStaysAsLongAsAnyOther() {
        start(EMPTY, false);
        be(STORED, false);
        time.timePasses(Duration.ofSeconds(5));
        be(STORED, false);

        time.expectNoMessageFor(Duration.ofSeconds(119), shard);
        time.timePasses(Duration.ofSeconds(1));

        assertThat(shard.receiveMessage()).isEqualTo(new ClusterSharding.Passivate<>(entity));
    }

    @Test
    void oneThatOwesSomethingStaysUntilItDoesNot() {
        start(STORED, true);
        time.expectNoMessageFor(Duration.ofMinutes(2), shard);

        be(STORED, false);
        time.timePasses(Duration.ofMinutes(2));

        assertThat(shard.receiveMessage()).isEqualTo(new ClusterSharding.Passivate<>(entity));
    }

    private void start(String state, boolean owes) {
        entity = ACTORS.spawn(entity(state, owes));
        be(state, owes);
    }

    private void be(String state, boolean owes) {
        entity.tell(new Be(state, owes, done.ref()));
        done.receiveMessage();
    }

    private Behavior<Message> entity(String state, boolean owes) {
        return Behaviors.setup(context -> {
            var passivation = new Passivation<Message, String>(context, shard.ref(), new Idle(), EMPTY);
            passivation.begin(state);
            return running(passivation, state, owes);
        });
    }

    private static Behavior<Message> running(Passivation<Message, String> passivation, String state, boolean owes) {
        return Behaviors.receiveMessage(message -> switch (message) {
            case Idle _ -> {
                passivation.idle(state, owes);
                yield Behaviors.same();
            }
            case Be(var next, var owing, var replyTo) -> {
                replyTo.tell(Done.getInstance());
                yield running(passivation, next, owing);
            }
        });
    }
}
