package io.hackhub.load.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.load.scenario.Traffic.Member;
import io.hackhub.load.wire.Dialect.Post;
import io.hackhub.load.wire.Faults;
import io.hackhub.load.wire.Seat;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final long FIRST = 1_000;

    private final Faults faults = new Faults();
    private final Traffic traffic = new Traffic(Post.MESSAGE, FIRST, faults);
    private final Traffic.Room room = traffic.room("room");
    private final List<String> posted = new ArrayList<>();
    private final Member ada = traffic.reader(room, seat());
    private final Member bob = traffic.reader(room, seat());

    @Test
    void whatEverybodyHasOnceIsSettled() {
        post(ada);
        deliver(0, ada, bob);
        ada.acknowledged(FIRST);

        assertThat(traffic.isSettled()).isTrue();
        assertThat(faults.first()).isEmpty();
    }

    @Test
    void aLostDeliveryIsNeverSettled() {
        post(ada);
        deliver(0, ada);
        ada.acknowledged(FIRST);

        assertThat(traffic.isSettled()).isFalse();
        assertThat(traffic.unsettled()).contains("1 more acknowledged than delivered");
    }

    @Test
    void anotherNumberDoesNotMakeUpForALostOne() {
        post(ada);
        post(ada);
        deliver(0, ada, bob);
        deliver(0, bob);
        deliver(1, ada);
        ada.acknowledged(FIRST);
        ada.acknowledged(FIRST + 1);

        assertThat(traffic.isSettled()).isFalse();
    }

    @Test
    void aDoubledDeliveryIsAFault() {
        post(ada);
        deliver(0, ada, bob, bob);

        assertThat(faults.first()).hasValueSatisfying(why -> assertThat(why).contains("delivered twice"));
    }

    @Test
    void anAnswerThatNeverComesIsNeverSettled() {
        post(ada);
        deliver(0, ada, bob);

        assertThat(traffic.isSettled()).isFalse();
        assertThat(traffic.unsettled()).contains("1 without an answer");
    }

    @Test
    void whatWasRefusedNeedNotBeDelivered() {
        post(ada);
        ada.refused(FIRST, "overloaded");

        assertThat(traffic.isSettled()).isTrue();
    }

    @Test
    void whatIsReplayedOfEarlierRunsDoesNotCount() {
        ada.event(Unpooled.copiedBuffer("{\"text\":\"~999~\"}", UTF_8));

        assertThat(traffic.isSettled()).isTrue();
    }

    @Test
    void latencyCountsFromWhenAPostWasMeantToGoOut() {
        traffic.begin();
        long heldUpForASecond = System.nanoTime() - 1_000_000_000;
        ada.post(heldUpForASecond);
        deliver(0, ada, bob);
        ada.acknowledged(FIRST);
        var counts = traffic.end();

        assertThat(counts.acknowledgements.percentile(0.5)).isGreaterThanOrEqualTo(1_000);
        assertThat(counts.deliveries.percentile(0.5)).isGreaterThanOrEqualTo(1_000);
        assertThat(counts.lastDeliveries.count()).isEqualTo(1);
    }

    @Test
    void onlyWhatHappensBetweenBeginAndEndIsCounted() {
        post(ada);
        ada.acknowledged(FIRST);
        traffic.begin();
        var counts = traffic.end();
        post(ada);
        ada.acknowledged(FIRST + 1);

        assertThat(counts.acknowledgements.count()).isZero();
    }

    private void post(Member member) {
        member.post(System.nanoTime());
    }

    private void deliver(int index, Member... to) {
        for (var member : to) {
            member.event(Unpooled.copiedBuffer("{\"text\":\"" + posted.get(index) + "\"}", UTF_8));
        }
    }

    private Seat seat() {
        return new Seat() {
            @Override
            public void listen(Listener listener) {}

            @Override
            public void score(String channel, long number, String team, double score) {}

            @Override
            public void post(Post what, String channel, long number, String text) {
                posted.add(text);
            }
        };
    }
}
