package io.hackhub.core.live;

import static io.hackhub.core.live.Fixture.CHAT;
import static io.hackhub.core.live.Fixture.deleted;
import static io.hackhub.core.live.Fixture.left;
import static io.hackhub.core.live.Fixture.posted;
import static io.hackhub.core.live.Fixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.HubCommand.Subscribe;
import io.hackhub.core.live.Screen.TestLane;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HubTest {

    private static final Channel.Board BOARD = new Channel.Board(new HackathonId(new UUID(3, 3)), false);

    private final TestLane lane = new TestLane();
    private final Screen ada = new Screen(new Reader(user(1), false), lane);
    private final Screen bob = new Screen(new Reader(user(2), false), lane);
    private final List<SourceCommand> sent = new ArrayList<>();
    private final List<EventFrame> journal = new ArrayList<>();
    private final TestInbox<HubCommand> self = TestInbox.create();
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");
    private boolean backlogFails;
    private int reads;
    private Runnable beforeRead = () -> {};
    private final Hub hub = new Hub(sent::add, this::read, () -> now, self.getRef(), HubTest.NOW, 200_000);

    private static final Hub.Turn NOW = new Hub.Turn() {
        @Override
        public <T> void after(CompletionStage<T> work, BiConsumer<@Nullable T, @Nullable Throwable> then) {
            work.whenComplete(then);
        }
    };

    private CompletionStage<List<EventFrame>> read(Channel.Log channel, long from, long to) {
        reads++;
        beforeRead.run();
        return backlogFails
                ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                : CompletableFuture.completedFuture(journal.stream()
                        .filter(it -> it.seq() >= from && it.seq() <= to)
                        .toList());
    }

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
    void aReaderWhoNeedsAJournalThatIsAwayMayTryAgain() {
        write(3);
        backlogFails = true;
        subscribed(ada, 0L, 3);

        assertThat(ada.log).containsExactly("refused 7 unavailable");
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

    @Test
    void aRepairComesFromTheRingOrTheJournal() {
        write(3);
        subscribed(ada, 1L, 3);
        events(4, 6);
        write(6);
        hub.on(new HubCommand.Repair(8, CHAT, 5, 6, ada));
        hub.on(new HubCommand.Repair(9, CHAT, 2, 4, ada));
        hub.on(new HubCommand.Repair(10, CHAT, 6, 9, ada));
        lane.run();

        assertThat(ada.log).endsWith("repaired 8 [5, 6]", "repaired 9 [2, 3, 4]", "repaired 10 [6]");
    }

    @Test
    void aRepairIsBoundedAndNeverBelowTheSubscription() {
        write(600);
        subscribed(ada, 100L, 600);
        hub.on(new HubCommand.Repair(8, CHAT, 100, 110, ada));
        hub.on(new HubCommand.Repair(9, CHAT, 101, 601, ada));
        hub.on(new HubCommand.Repair(10, CHAT, 110, 109, ada));
        hub.on(new HubCommand.Repair(11, CHAT, 101, 110, bob));
        hub.on(new HubCommand.Repair(12, CHAT, 101, 600, ada));
        lane.run();

        assertThat(ada.log).contains("refused 8 bad_request", "refused 9 bad_request", "refused 10 bad_request");
        assertThat(ada.log.getLast()).isEqualTo("repaired 12 " + range(101, 600));
        assertThat(bob.log).containsExactly("refused 11 denied");
    }

    @Test
    void aRepairOfADeletedMessageHasNoText() {
        write(3);
        subscribed(ada, 0L, 3);
        hub.on(new HubCommand.Events(CHAT, List.of(deleted(4, 2))));
        hub.on(new HubCommand.Repair(8, CHAT, 2, 2, ada));
        lane.run();

        assertThat(ada.frames.getLast()).contains("\"text\":null").doesNotContain("text-2");
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
        hub.on(new HubCommand.Up(CHAT, 2));

        assertThat(sent).singleElement().isEqualTo(new SourceCommand.Follow(CHAT, 2, self.getRef()));
    }

    @Test
    void aSourceThatNobodyReadsHereIsToldSo() {
        hub.on(new HubCommand.Up(CHAT, 2));

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
    void aBoardIsShownAfterSubscribedAndTheNewestWins() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        hub.on(new HubCommand.BoardIs(BOARD, board(2)));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        hub.on(new HubCommand.BoardIs(BOARD, board(3)));
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "board 2", "board 3");
    }

    @Test
    void aBoardThatIsThereIsNotAskedForEachSecond() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        tick(3);
        sent.clear();
        tick(1);
        tick(1);

        assertThat(sent).noneMatch(SourceCommand.Follow.class::isInstance);
    }

    @Test
    void whoMayNoLongerSeeABoardIsCut() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        hub.on(new HubCommand.Cut(BOARD, user(1)));
        hub.on(new HubCommand.BoardIs(BOARD, board(2)));
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "board 1", "revoked denied");
    }

    @Test
    void whoIsCutWhileTheFirstBoardIsAwaitedIsRefused() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        hub.on(new HubCommand.Cut(BOARD, user(1)));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        lane.run();

        assertThat(ada.log).containsExactly("refused 7 denied");
    }

    @Test
    void whoIsNotMeantByACutStillWaitsForTheFirstBoard() {
        hub.on(new Subscribe(7, BOARD, null, ada));
        hub.on(new Admission(BOARD, ticket(), null, 0, false));
        hub.on(new HubCommand.Cut(BOARD, user(2)));
        hub.on(new HubCommand.BoardIs(BOARD, board(1)));
        lane.run();

        assertThat(ada.log).containsExactly("subscribed 7", "board 1");
    }

    @Test
    void whoIsThereIsForReadersToAsk() {
        hub.on(new HubCommand.AskWho(5, CHAT, bob));
        subscribed(ada, 0L, 0);
        sent.clear();
        hub.on(new HubCommand.AskWho(6, CHAT, ada));
        var asked = (SourceCommand.Who) sent.getFirst();
        hub.on(new HubCommand.WhoIs(CHAT, asked.ticket(), List.of()));
        hub.on(new HubCommand.AskWho(8, CHAT, ada));
        tick(7);
        lane.run();

        assertThat(asked.here()).containsExactly(user(1));
        assertThat(bob.log).containsExactly("refused 5 denied");
        assertThat(ada.log).containsExactly("subscribed 7", "who 6 0", "refused 8 unavailable");
    }

    private List<Integer> counts() {
        return sent.stream()
                .filter(SourceCommand.Readers.class::isInstance)
                .map(it -> ((SourceCommand.Readers) it).count())
                .toList();
    }

    private static BoardFrame board(long version) {
        return new BoardFrame("e", version - 1, version, Bytes.of("{}"), null);
    }

    private void write(int head) {
        for (long seq = journal.size() + 1L; seq <= head; seq++) {
            journal.add(posted(seq, "text-" + seq));
        }
    }

    private void events(long from, long to) {
        hub.on(new HubCommand.Events(
                CHAT,
                range(from, to).stream().map(seq -> posted(seq, "text-" + seq)).toList()));
    }

    private void subscribe(Screen screen, @Nullable Long since) {
        hub.on(new Subscribe(7, CHAT, since, screen));
    }

    private void subscribed(Screen screen, @Nullable Long since, long head) {
        subscribe(screen, since);
        hub.on(new HubCommand.Head(CHAT, head));
        hub.on(new Admission(CHAT, ticket(), null, head, true));
        lane.run();
    }

    private long ticket() {
        return sent.stream()
                .filter(SourceCommand.Admit.class::isInstance)
                .map(it -> ((SourceCommand.Admit) it).ticket())
                .reduce(0L, (_, last) -> last);
    }

    private void tick(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
        hub.sweep();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
