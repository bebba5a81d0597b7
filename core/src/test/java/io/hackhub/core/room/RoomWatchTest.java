package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.HubCommand;
import io.hackhub.core.room.RoomCommand.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pekko.actor.testkit.typed.FishingOutcome;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What those who watch over a room are told.
class RoomWatchTest extends RoomHost implements RoomWatch {

    private static final ActorTestKit ACTORS = startActors();
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Stages> stages = new CopyOnWriteArrayList<>();

    RoomWatchTest() {
        super(ACTORS);
        world.watch = this;
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    @Test
    void eachBatchIsToldWithWhatIsInIt() {
        var room = teamRoom();
        room.tell(act(1, ADA, post("hi")));
        acked();

        outcomes.awaitAssert(
                () -> assertThat(told).containsExactly("recovered", "committed 1 with 2", "committed 1 with 1"));
    }

    @Test
    void aJournalThatFailsIsToldAndSoIsTheNext() {
        var room = teamRoom();
        storage.failNextPersisted(RoomLog.persistenceId(CHAT));
        room.tell(act(1, ADA, post("hi")));
        refused();

        outcomes.awaitAssert(() -> assertThat(told).endsWith("failed", "recovered"));
    }

    @Test
    void aTracedCommandIsFollowedToItsAnswerAndOnToTheHubs() {
        var room = teamRoom();
        follow(room, 2);
        room.tell(act(1, ADA, post("untraced")));
        var untraced = hub.fishForMessage(Duration.ofSeconds(3), RoomWatchTest::anEvent);
        room.tell(new Act(cid(2), ADA, false, post("traced"), 2, outcomes.getRef(), TRACE));
        var traced = hub.fishForMessage(Duration.ofSeconds(3), RoomWatchTest::anEvent);

        assertThat(((HubCommand.Events) untraced.getLast()).trace()).isNull();
        assertThat(((HubCommand.Events) traced.getLast()).trace()).isEqualTo(TRACE);
        outcomes.awaitAssert(() -> assertThat(stages).hasSize(1));
        var way = stages.getFirst();
        assertThat(List.of(way.arrived(), way.decided(), way.committed(), way.answered()))
                .isSorted()
                .allMatch(it -> it.isAfter(Instant.EPOCH));
    }

    private static FishingOutcome anEvent(HubCommand message) {
        return message instanceof HubCommand.Events ? FishingOutcomes.complete() : FishingOutcomes.continueAndIgnore();
    }

    @Override
    public void committed(int commands, int events, Duration took) {
        told.add("committed %d with %d".formatted(commands, events));
    }

    @Override
    public void recovered(Duration took) {
        told.add("recovered");
    }

    @Override
    public void failed() {
        told.add("failed");
    }

    @Override
    public void answered(String trace, Stages way) {
        assertThat(trace).isEqualTo(TRACE);
        stages.add(way);
    }
}
