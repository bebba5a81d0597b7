package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.NEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.HubCommand;
import java.util.HashSet;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;

class UpNoticeTest {

    private static final HubCommand UP = new HubCommand.Up(NEWS);

    private final TestInbox<HubCommand> one = TestInbox.create();
    private final TestInbox<HubCommand> other = TestInbox.create();
    private final Set<ActorRef<HubCommand>> listed = new HashSet<>();
    private final UpNotice notice = new UpNotice(NEWS, () -> Set.copyOf(listed));

    @Test
    void aHubIsToldAtEachTickForAsLongAsItDoesNotAnswer() {
        listed.add(one.getRef());
        notice.begin();
        for (int tick = 0; tick < 30; tick++) {
            notice.tell();
        }
        assertThat(one.getAllReceived()).hasSize(31).containsOnly(UP);
        assertThat(notice.isDone()).isFalse();

        notice.answered(one.getRef());
        notice.tell();
        assertThat(one.getAllReceived()).isEmpty();
        assertThat(notice.isDone()).isTrue();
    }

    @Test
    void aHubThatIsListedAfterTheOthersHaveAnsweredIsToldToo() {
        listed.add(one.getRef());
        notice.begin();
        notice.answered(one.getRef());
        assertThat(notice.isDone()).isTrue();

        listed.add(other.getRef());
        assertThat(notice.isDone()).isFalse();
        notice.tell();
        assertThat(other.getAllReceived()).containsExactly(UP);
        assertThat(one.getAllReceived()).containsExactly(UP);
    }

    @Test
    void aHubThatIsListedNoMoreIsNotWaitedFor() {
        listed.add(one.getRef());
        notice.begin();
        listed.clear();

        assertThat(notice.isDone()).isTrue();
    }

    @Test
    void nobodyIsToldBeforeTheRoomIsUp() {
        listed.add(one.getRef());
        notice.tell();

        assertThat(one.getAllReceived()).isEmpty();
    }
}
