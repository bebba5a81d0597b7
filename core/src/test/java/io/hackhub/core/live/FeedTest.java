package io.hackhub.core.live;

import static io.hackhub.core.live.Fixture.CHAT;
import static io.hackhub.core.live.Fixture.left;
import static io.hackhub.core.live.Fixture.posted;
import static io.hackhub.core.live.Fixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.Screen.TestLane;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final TestLane lane = new TestLane();
    private final TestLane other = new TestLane();
    private final Feed feed = new Feed(CHAT);
    private final Screen ada = new Screen(new Reader(user(1), false), lane);
    private final Screen bob = new Screen(new Reader(user(2), false), other);

    @Test
    void replayAndLiveAreOneSequenceThoughTheLaneLags() {
        enter(ada, 0, List.of(posted(1, "a"), posted(2, "b")));
        feed.deliver(List.of(posted(3, "c")));

        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "event 1", "event 2", "event 3");
    }

    @Test
    void oneBatchIsOneTaskALaneAndOneToWriteIt() {
        enter(ada, 0, List.of());
        enter(bob, 0, List.of());
        lane.run();
        other.run();

        feed.deliver(List.of(posted(1, "a"), posted(2, "b")));

        assertThat(lane.runOne()).isTrue();
        assertThat(lane.runOne()).isTrue();
        assertThat(lane.runOne()).isFalse();
        other.run();
        assertThat(ada.seqs()).isEqualTo(bob.seqs()).containsExactly(1L, 2L);
    }

    @Test
    void whatABusyLaneFindsWaitingIsOneWrite() {
        enter(ada, 0, List.of());
        feed.deliver(List.of(posted(1, "a")));
        feed.deliver(List.of(posted(2, "b"), posted(3, "c")));
        feed.deliver(List.of(posted(4, "d")));

        lane.run();

        assertThat(ada.seqs()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ada.writes).isEqualTo(1);
    }

    @Test
    void nobodyIsSentTooMuchAtOnce() {
        enter(ada, 0, List.of());
        for (int seq = 1; seq <= 10; seq++) {
            feed.deliver(List.of(posted(seq, "a".repeat(20_000))));
        }

        lane.run();

        assertThat(ada.seqs()).hasSize(10).isSorted();
        assertThat(ada.writes).isEqualTo(3);
    }

    @Test
    void eventsKeepTheirPlaceAmongEverythingElse() {
        enter(ada, 0, List.of());
        feed.deliver(List.of(posted(1, "a")));
        feed.signal(Bytes.of("{}"), false);
        feed.deliver(List.of(posted(2, "b")));
        var late = new Screen(new Reader(user(3), false), lane);
        enter(late, 0, List.of(posted(1, "a"), posted(2, "b")));
        feed.deliver(List.of(posted(3, "c")));
        feed.onceWritten(() -> ada.log.add("written"));
        feed.leave(ada, () -> ada.unsubscribed(9, CHAT));

        lane.run();

        assertThat(ada.log)
                .containsExactly(
                        "subscribed 7", "event 1", "signal {}", "event 2", "event 3", "written", "unsubscribed 9");
        assertThat(late.log).containsExactly("subscribed 7", "event 1", "event 2", "event 3");
    }

    @Test
    void whoLeavesGetsThatEventAndNothingAfterIt() {
        enter(ada, 0, List.of());
        enter(bob, 0, List.of());

        var gone = feed.deliver(List.of(posted(1, "a"), left(2, user(1)), posted(3, "not for ada")));
        lane.run();
        other.run();

        assertThat(gone).containsExactly(ada);
        assertThat(ada.log).containsExactly("subscribed 7", "event 1", "event 2", "revoked denied");
        assertThat(bob.seqs()).containsExactly(1L, 2L, 3L);
        assertThat(feed.count()).isEqualTo(1);
    }

    @Test
    void aLeavingBeforeOneWasLetInAgainIsNotTheirs() {
        enter(ada, 5, List.of());

        feed.deliver(List.of(left(5, user(1)), posted(6, "a")));
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "event 5", "event 6");
    }

    @Test
    void nothingIsWrittenAfterLeaving() {
        enter(ada, 0, List.of());
        feed.leave(ada, () -> ada.unsubscribed(9, CHAT));
        feed.deliver(List.of(posted(1, "a")));

        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "unsubscribed 9");
    }

    @Test
    void aLaneIsForgottenWithItsLastReader() {
        enter(ada, 0, List.of());
        feed.leave(ada, () -> {});
        lane.run();

        feed.deliver(List.of(posted(1, "a")));

        assertThat(lane.runOne()).isFalse();
    }

    @Test
    void aSubscriberThatFailsDoesNotRobTheOthers() {
        var broken = new Screen(new Reader(user(3), false), lane);
        enter(broken, 0, List.of());
        enter(ada, 0, List.of());
        broken.breaks = true;

        feed.deliver(List.of(posted(1, "a")));
        lane.run();

        assertThat(ada.seqs()).containsExactly(1L);
    }

    @Test
    void someSignalsAreForWritersAlone() {
        feed.enter(new Feed.Reading(ada, 0, 1, false), 7, new Subscription(0, 1, true, false, false), List.of());
        feed.enter(new Feed.Reading(bob, 0, 1, true), 7, new Subscription(0, 1, true, false, true), List.of());

        feed.signal(Bytes.of("{}"), true);
        lane.run();
        other.run();

        assertThat(ada.log).containsExactly("subscribed 7");
        assertThat(bob.log).containsExactly("subscribed 7", "signal {}");
    }

    private void enter(Screen screen, long since, List<EventFrame> replay) {
        feed.enter(
                new Feed.Reading(screen, since, 1, true),
                7,
                new Subscription(replay.size(), 1, true, false, true),
                replay);
    }
}
