package io.hackhub.core.live;

import static io.hackhub.core.live.Fixture.CHAT;
import static io.hackhub.core.live.Fixture.deleted;
import static io.hackhub.core.live.Fixture.left;
import static io.hackhub.core.live.Fixture.posted;
import static io.hackhub.core.live.Fixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.HubCommand.Admission;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionsTest extends HubStage {

    @Test
    void aRefusalIsPassedOn() {
        subscribe(ada, null);
        hub.on(new Admission(CHAT, ticket(), RefusalCode.DENIED, 0, false));
        lane.run();

        assertThat(ada.log).containsExactly("refused 7 denied");
    }

    @Test
    void withoutACursorTheNewestPageIsReplayed() {
        write(120);
        subscribed(ada, null, 120);

        assertThat(ada.subscriptions).containsExactly(new Subscription(120, 71, false, false, true));
        assertThat(ada.seqs()).isEqualTo(range(71, 120));
    }

    @Test
    void aShortLogIsReplayedWhole() {
        write(3);
        subscribed(ada, null, 3);

        assertThat(ada.subscriptions).containsExactly(new Subscription(3, 1, true, false, true));
        assertThat(ada.seqs()).isEqualTo(range(1, 3));
    }

    @Test
    void aCursorBelowTheStartIsTheStart() {
        write(2);
        subscribed(ada, -7L, 2);

        assertThat(ada.subscriptions).containsExactly(new Subscription(2, 1, true, false, true));
        assertThat(ada.seqs()).isEqualTo(range(1, 2));
    }

    @Test
    void anEmptyLogIsSubscribedWithNothing() {
        subscribed(ada, 0L, 0);

        assertThat(ada.subscriptions).containsExactly(new Subscription(0, 1, true, false, true));
        assertThat(ada.seqs()).isEmpty();
    }

    @Test
    void aCursorGetsWhatCameAfterIt() {
        write(600);
        subscribed(ada, 100L, 600);

        assertThat(ada.subscriptions).containsExactly(new Subscription(600, 101, true, false, true));
        assertThat(ada.seqs()).isEqualTo(range(101, 600));
    }

    @Test
    void moreThanFiveHundredAreLeftToPaging() {
        write(601);
        subscribed(ada, 100L, 601);

        assertThat(ada.subscriptions).containsExactly(new Subscription(601, 402, false, false, true));
        assertThat(ada.seqs()).isEqualTo(range(402, 601));
    }

    @Test
    void aCursorAboveTheHeadIsReset() {
        write(10);
        subscribed(ada, 11L, 10);

        assertThat(ada.subscriptions).containsExactly(new Subscription(10, 1, true, true, true));
    }

    @Test
    void nobodyEntersBeforeTheHubKnowsAsMuchAsTheSourceSaid() {
        subscribe(ada, 5L);
        hub.on(new HubCommand.Head(CHAT, 4));
        write(6);
        hub.on(new Admission(CHAT, ticket(), null, 6, true));
        lane.run();
        assertThat(ada.log).isEmpty();

        hub.on(new HubCommand.Head(CHAT, 6));
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "event 6");
    }

    @Test
    void liveEventsFollowTheReplay() {
        write(3);
        subscribed(ada, 1L, 3);
        events(4, 5);
        lane.run();

        assertThat(ada.seqs()).isEqualTo(range(2, 5));
    }

    @Test
    void aSecondReaderIsServedFromTheRing() {
        write(3);
        subscribed(ada, 3L, 3);
        events(4, 8);
        int before = reads;

        subscribed(bob, 5L, 8);

        assertThat(bob.seqs()).isEqualTo(range(6, 8));
        assertThat(reads).isEqualTo(before);
    }

    @Test
    void aReaderWhoNeedsAJournalThatIsAwayMayTryAgain() {
        write(3);
        backlogFails = true;
        subscribed(ada, 0L, 3);

        assertThat(ada.log).containsExactly("refused 7 unavailable");
    }

    @Test
    void whatHappensWhileOldEventsAreReadComesRightAfterThem() {
        write(5);
        subscribed(bob, 5L, 5);
        beforeRead = () -> {
            beforeRead = () -> {};
            events(6, 7);
        };

        subscribed(ada, 1L, 5);

        assertThat(ada.seqs()).isEqualTo(range(2, 7));
        assertThat(ada.subscriptions).containsExactly(new Subscription(7, 2, true, false, true));
    }

    @Test
    void whatIsDeletedWhileItIsReadIsNotReplayed() {
        write(5);
        subscribed(bob, 5L, 5);
        beforeRead = () -> {
            beforeRead = () -> {};
            hub.on(new HubCommand.Events(CHAT, List.of(deleted(6, 3))));
        };

        subscribed(ada, 1L, 5);

        assertThat(ada.frames.get(1))
                .contains("\"seq\":3")
                .contains("\"text\":null")
                .doesNotContain("text-3");
        assertThat(ada.frames.get(0)).contains("text-2");
    }

    @Test
    void whoLeavesWhileEnteringIsRefused() {
        write(5);
        subscribed(bob, 5L, 5);
        beforeRead = () -> {
            beforeRead = () -> {};
            hub.on(new HubCommand.Events(CHAT, List.of(left(6, user(1)))));
        };

        subscribed(ada, 1L, 5);

        assertThat(ada.log).containsExactly("refused 7 denied");
    }

    @Test
    void whoLeftIsCutAndMayComeBackOnceLetInAgain() {
        subscribed(ada, 0L, 0);
        hub.on(new HubCommand.Events(CHAT, List.of(left(1, user(1)), posted(2, "secret"))));
        lane.run();
        assertThat(ada.log).containsExactly("subscribed 7", "event 1", "revoked denied");

        write(2);
        subscribed(ada, 1L, 2);
        assertThat(ada.seqs()).containsExactly(1L, 2L);
    }

    @Test
    void anUnansweredQuestionIsAskedAgainAndThenGivenUp() {
        subscribe(ada, null);
        long first = ticket();
        sent.clear();
        tick(1);
        assertThat(sent).filteredOn(SourceCommand.Admit.class::isInstance).hasSize(1);
        assertThat(ticket()).isEqualTo(first);

        tick(7);
        lane.run();
        assertThat(ada.log).containsExactly("refused 7 unavailable");
    }

    @Test
    void aSecondSubscribeWhileTheFirstIsOnItsWayIsRefused() {
        subscribe(ada, null);
        subscribe(ada, null);
        lane.run();

        assertThat(ada.log).containsExactly("refused 7 bad_request");
    }

    @Test
    void subscribingAnewStartsAtTheNewCursor() {
        write(3);
        subscribed(ada, 3L, 3);
        subscribed(ada, 1L, 3);
        events(4, 4);
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "subscribed 7", "event 2", "event 3", "event 4");
    }

    @Test
    void whoLeavesOnTheWayInIsAnsweredTwice() {
        subscribe(ada, null);
        hub.on(new HubCommand.Unsubscribe(8, CHAT, ada));
        hub.on(new Admission(CHAT, ticket(), null, 0, true));
        lane.run();

        assertThat(ada.log).containsExactly("refused 7 conflict", "unsubscribed 8");
    }

    @Test
    void afterUnsubscribingNothingComes() {
        subscribed(ada, 0L, 0);
        hub.on(new HubCommand.Unsubscribe(8, CHAT, ada));
        events(1, 2);
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "unsubscribed 8");
    }

    @Test
    void aClosedConnectionIsForgottenEverywhereAlsoOnItsWayIn() {
        subscribed(ada, 0L, 0);
        subscribe(ada, null);
        hub.on(new HubCommand.Gone(ada));
        hub.on(new Admission(CHAT, ticket(), null, 0, true));
        events(1, 1);
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7");
    }
}
