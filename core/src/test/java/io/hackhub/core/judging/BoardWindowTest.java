package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.team;
import static io.hackhub.core.judging.LeaderboardFixture.OPEN;
import static io.hackhub.core.judging.LeaderboardFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.Bytes;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A window that ends by the clock.
class BoardWindowTest {

    private static final ActorTestKit actors = ActorTestKit.create(EventSourcedBehaviorTestKit.config());

    private final LeaderboardFixture it = new LeaderboardFixture(actors, Duration.ofMillis(50));

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    @Test
    void whoFollowsGetsTheBoardAtOnceAndThenEachChange() {
        it.open();
        it.follow(OPEN);
        assertThat(json(it.nextBoard(OPEN).board()).get("rows")).isEmpty();

        it.score(1, "A", 70);

        var frame = it.nextBoard(OPEN);
        assertThat(json(frame.delta()))
                .isEqualTo(json(Bytes.of("""
                        {"type":"board.delta","channel":"%s","epoch":"%s","from":%d,"to":%d,"rows":[
                          {"rank":1,"teamId":"%s","name":"Team A","score":70.0,"delta":0,"tied":false}],"removed":[]}
                        """.formatted(OPEN, frame.epoch(), frame.from(), frame.to(), team("A")))));
        assertThat(frame.to()).isEqualTo(frame.from() + 1);
    }
}
