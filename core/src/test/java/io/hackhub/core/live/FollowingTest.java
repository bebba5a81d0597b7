package io.hackhub.core.live;

import static io.hackhub.core.live.Fixture.CHAT;
import static io.hackhub.core.live.Fixture.posted;
import static io.hackhub.core.live.Fixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.HubCommand.Subscribe;
import io.hackhub.core.shared.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest extends HubStage {

    @Test
    void theFirstReaderMakesTheHubFollowAndAsk() {
        subscribe(ada, null);

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0))
                .isInstanceOfSatisfying(
                        SourceCommand.Follow.class,
                        it -> assertThat(it.lastSeq()).isEqualTo(SourceCommand.NOTHING));
        assertThat(sent.get(1)).isInstanceOf(SourceCommand.Admit.class);
    }

    @Test
    void aLostMessageIsAskedForOnceAndMendedInOrder() {
        subscribed(ada, 0L, 0);
        events(1, 1);
        sent.clear();
        events(3, 3);
        events(4, 4);
        lane.run();

        assertThat(ada.seqs()).containsExactly(1L);
        assertThat(sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        SourceCommand.Follow.class,
                        it -> assertThat(it.lastSeq()).isEqualTo(1));

        events(2, 4);
        lane.run();
        assertThat(ada.seqs()).isEqualTo(range(1, 4));
    }

    @Test
    void theLastMessageLostIsNoticedByTheRepeatedHead() {
        subscribed(ada, 0L, 0);
        write(2);

        hub.on(new HubCommand.Head(CHAT, 2));
        lane.run();

        assertThat(ada.seqs()).isEqualTo(range(1, 2));
    }

    @Test
    void aJournalThatIsAwayIsAskedAgain() {
        subscribed(ada, 0L, 0);
        write(2);
        backlogFails = true;
        hub.on(new HubCommand.Head(CHAT, 2));
        backlogFails = false;
        tick(1);
        lane.run();

        assertThat(ada.seqs()).isEqualTo(range(1, 2));
    }

    @Test
    void eventsThatComeTwiceAreSentOnce() {
        subscribed(ada, 0L, 0);
        events(1, 3);
        events(1, 3);
        events(2, 4);
        lane.run();

        assertThat(ada.seqs()).isEqualTo(range(1, 4));
    }

    @Test
    void aLongGapIsReadPageByPage() {
        subscribed(ada, 0L, 0);
        write(1_300);
        hub.on(new HubCommand.Head(CHAT, 1_300));
        lane.run();

        assertThat(ada.seqs()).isEqualTo(range(1, 1_300));
        assertThat(reads).isEqualTo(3);
    }

    @Test
    void followsAreRenewedUntilTheSourceSleeps() {
        subscribed(ada, 0L, 0);
        sent.clear();
        tick(31);
        assertThat(sent).hasAtLeastOneElementOfType(SourceCommand.Follow.class);

        hub.on(new HubCommand.Asleep(CHAT, 0));
        sent.clear();
        tick(31);
        tick(31);
        assertThat(sent).isEmpty();
    }

    @Test
    void aSourceThatIsUpAgainIsFollowedFromWhereTheHubIs() {
        subscribed(ada, 0L, 0);
        events(1, 2);
        hub.on(new HubCommand.Asleep(CHAT, 2));
        sent.clear();
        hub.on(new HubCommand.Up(CHAT));

        assertThat(sent).singleElement().isEqualTo(new SourceCommand.Follow(CHAT, 2, self.getRef()));
    }

    @Test
    void aSourceThatNobodyReadsHereIsToldSo() {
        hub.on(new HubCommand.Up(CHAT));

        assertThat(sent).containsExactly(new SourceCommand.Unfollow(CHAT, self.getRef()));
    }

    @Test
    void aFeedIsKeptAMinuteAndThenLetGo() {
        subscribed(ada, 0L, 0);
        hub.on(new HubCommand.Gone(ada));
        sent.clear();
        tick(29);
        assertThat(sent).noneMatch(SourceCommand.Unfollow.class::isInstance);

        tick(32);
        assertThat(sent).contains(new SourceCommand.Unfollow(CHAT, self.getRef()));
    }

    @Test
    void lettingGoOfASleeperWakesNobody() {
        subscribed(ada, 0L, 0);
        hub.on(new HubCommand.Gone(ada));
        hub.on(new HubCommand.Asleep(CHAT, 0));
        sent.clear();
        tick(61);

        assertThat(sent).isEmpty();
    }

    @Test
    void readersAreCountedAtMostEveryTwoSeconds() {
        subscribed(ada, 0L, 0);
        sent.clear();
        tick(1);
        subscribed(bob, 0L, 0);
        tick(1);

        assertThat(counts()).containsExactly(1);
        tick(1);
        assertThat(counts()).containsExactly(1, 2);
    }

    @Test
    void overTheBoundTheRingThatIsLongestUnreadGoesFirst() {
        var inbox = new Channel.Inbox(user(9));
        subscribed(ada, 0L, 0);
        now = now.plusSeconds(1);
        hub.on(new Subscribe(3, inbox, 0L, bob));
        hub.on(new HubCommand.Head(inbox, 0));
        hub.on(new Admission(inbox, ticket(), null, 0, false));
        var large = "x".repeat(60_000);
        hub.on(new HubCommand.Events(CHAT, List.of(posted(1, large), posted(2, large))));
        hub.on(new HubCommand.Events(inbox, List.of(posted(1, large), posted(2, large))));
        lane.run();
        write(2);
        int before = reads;

        hub.on(new HubCommand.Repair(8, CHAT, 1, 2, ada));
        hub.on(new HubCommand.Repair(9, inbox, 1, 2, bob));
        lane.run();

        assertThat(reads - before).isEqualTo(1);
        assertThat(ada.log).endsWith("repaired 8 [1, 2]");
        assertThat(bob.log).endsWith("repaired 9 [1, 2]");
    }

    @Test
    void whoMayWriteNoMoreGetsNoMoreOfTheWritersSignals() {
        subscribed(ada, 0L, 0);
        subscribed(bob, 0L, 0);
        signal("{1}", true);
        hub.on(new HubCommand.RightsAre(CHAT, user(1), true, false));
        signal("{2}", true);
        signal("{3}", false);
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "signal {1}", "signal {3}");
        assertThat(bob.log).containsExactly("subscribed 7", "signal {1}", "signal {2}", "signal {3}");
        hub.on(new HubCommand.Unsubscribe(8, CHAT, ada));
        signal("{4}", false);
        lane.run();
        assertThat(ada.log).endsWith("signal {3}", "unsubscribed 8");
    }

    @Test
    void aWriterOnTheWayInIsOneNoMoreEither() {
        subscribe(ada, 0L);
        hub.on(new Admission(CHAT, ticket(), null, 0, true));
        hub.on(new HubCommand.RightsAre(CHAT, user(1), true, false));
        hub.on(new HubCommand.Head(CHAT, 0));
        signal("{1}", true);
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7");
        assertThat(ada.subscriptions.getFirst().canWrite()).isFalse();
    }

    @Test
    void whoMayReadNoMoreIsCutOffPlatformAdminsApart() {
        var admin = new Screen(new Reader(user(1), true), lane);
        subscribed(ada, 0L, 0);
        subscribed(admin, 0L, 0);
        hub.on(new HubCommand.RightsAre(CHAT, user(1), false, false));
        signal("{1}", true);
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "revoked denied");
        assertThat(admin.log).containsExactly("subscribed 7", "signal {1}");
    }

    private void signal(String frame, boolean toWriters) {
        hub.on(new HubCommand.Signal(CHAT, Bytes.of(frame), toWriters));
    }
}
