package io.hackhub.core.live;

import static io.hackhub.core.live.Fixture.CHAT;
import static io.hackhub.core.live.Fixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What those who watch over a hub are told.
class HubWatchTest extends HubStage implements HubWatch {

    private final List<String> told = new ArrayList<>();

    HubWatchTest() {
        super();
        watch = this;
    }

    @Test
    void whatThereIsIsToldEachSecond() {
        subscribed(ada, null, 0);
        subscribed(bob, null, 0);
        events(1, 3);
        events(2, 3);
        tick(1);

        assertThat(told.getFirst()).isEqualTo("took 3");
        assertThat(told.getLast()).matches("1 channels, 2 readers, [1-9][0-9]* bytes");
    }

    @Test
    void aTraceEndsOnceEveryLaneHasHandedTheEventsOut() {
        subscribed(ada, null, 0);
        events(1, 1);
        hub.on(new HubCommand.Events(CHAT, List.of(posted(2, "traced")), "trace"));
        assertThat(told).noneMatch(it -> it.startsWith("fanned"));
        lane.run();

        assertThat(told).contains("fanned out trace to 1");
    }

    @Test
    void aTraceEndsAtOnceWhereNobodyReads() {
        subscribed(ada, null, 0);
        hub.on(new HubCommand.Gone(ada));
        hub.on(new HubCommand.Events(CHAT, List.of(posted(1, "traced")), "trace"));

        assertThat(told).contains("fanned out trace to 0");
    }

    @Override
    public void took(int events) {
        if (events > 0) {
            told.add("took " + events);
        }
    }

    @Override
    public void holds(int channels, int readers, long ringBytes) {
        told.add("%d channels, %d readers, %d bytes".formatted(channels, readers, ringBytes));
    }

    @Override
    public void fannedOut(String trace, Instant began, Instant ended, int readers) {
        told.add("fanned out %s to %d".formatted(trace, readers));
    }
}
