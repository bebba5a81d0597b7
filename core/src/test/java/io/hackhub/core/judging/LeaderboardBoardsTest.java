package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.NINE;
import static io.hackhub.core.judging.JudgingFixtures.judge;
import static io.hackhub.core.judging.LeaderboardFixture.FULL;
import static io.hackhub.core.judging.LeaderboardFixture.OPEN;
import static io.hackhub.core.judging.LeaderboardFixture.ORGANIZER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonCommand.StandingOf;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.judging.LeaderboardCommand.Freeze;
import io.hackhub.core.judging.LeaderboardCommand.FreezeDue;
import io.hackhub.core.judging.LeaderboardCommand.StandingChanged;
import io.hackhub.core.judging.LeaderboardCommand.Unfreeze;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.Reader;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.FishingOutcome;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes on screen, on which channel, and who gets to see it.
class LeaderboardBoardsTest {

    private static final ActorTestKit actors = ActorTestKit.create(EventSourcedBehaviorTestKit.config());
    private static final UserId ADA = judge(50);

    private final LeaderboardFixture it = new LeaderboardFixture(actors);

    @BeforeEach
    void open() {
        it.board.clear();
        it.open();
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    @Test
    void everyHubHearsThatTheBoardsAreHere() {
        assertThat(it.hub.fishForMessage(Duration.ofSeconds(3), message -> switch (message) {
                    case HubCommand.Up(Channel channel) when channel.equals(FULL) -> done();
                    default -> more();
                }))
                .isNotEmpty();
    }

    @Test
    void aBoardThatIsFollowedStaysInMemory() {
        it.follow(FULL);
        it.idle();
        it.shard.expectNoMessage(Duration.ofMillis(10));

        it.tell(new SourceCommand.Unfollow(FULL, it.hub.ref()));
        it.idle();

        it.shard.expectMessageClass(ClusterSharding.Passivate.class);
    }

    @Test
    void whoseFollowIsNotRenewedKeepsNoBoardInMemory() {
        it.follow(OPEN);
        it.now.set(NINE.plusSeconds(101));

        it.idle();

        it.shard.expectMessageClass(ClusterSharding.Passivate.class);
    }

    @Test
    void manyScoresWithinAWindowAreOneVersion() {
        it.score(1, "A", 70);
        it.window();
        long before = it.shown(false).get("version").asLong();
        it.score(1, "B", 80);
        it.score(1, "C", 90);
        it.score(2, "A", 30);

        it.window();

        assertThat(it.shown(false).get("version").asLong()).isEqualTo(before + 1);
        assertThat(it.rows(false)).containsExactly("1 Team C 90.0", "2 Team B 80.0", "3 Team A 50.0");
    }

    @Test
    void aScoreThatChangesNothingOnScreenMakesNoVersion() {
        it.score(1, "A", 70.001);
        it.window();
        long before = it.shown(false).get("version").asLong();

        it.score(1, "A", 70.002);
        it.window();

        assertThat(it.shown(false).get("version").asLong()).isEqualTo(before);
    }

    @Test
    void aRowSaysHowManyPlacesItGained() {
        it.score(1, "A", 30);
        it.score(1, "B", 20);
        it.score(1, "C", 10);
        it.window();
        it.score(2, "C", 90);
        it.window();

        assertThat(it.shown(false)
                        .get("rows")
                        .valueStream()
                        .map(row -> row.get("name").asText() + " "
                                + row.get("delta").asInt()))
                .containsExactly("Team C 2", "Team A -1", "Team B -1");
    }

    @Test
    void countingStartsAnewUnderAnotherEpoch() {
        it.score(1, "A", 30);
        it.window();
        var before = it.shown(false);

        it.board.restart();

        assertThat(it.shown(false).get("epoch")).isNotEqualTo(before.get("epoch"));
        assertThat(it.shown(false).get("rows")).isEqualTo(before.get("rows"));
    }

    @Test
    void whileFrozenThePublicBoardStandsStill() {
        it.score(1, "A", 30);
        it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));
        var frozen = it.shown(false);

        it.score(1, "B", 90);
        it.score(2, "A", 1);
        it.window();

        assertThat(frozen.get("frozen").asBoolean()).isTrue();
        assertThat(it.shown(false)).isEqualTo(frozen);
        assertThat(it.rows(true)).containsExactly("1 Team B 90.0", "2 Team A 15.5");
    }

    @Test
    void whileFrozenNothingAtAllIsSentToThePublicChannel() {
        it.score(1, "A", 30);
        it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));
        it.follow(OPEN);
        it.follow(FULL);
        it.nextBoard(FULL);

        it.score(1, "B", 90);
        it.window();

        assertThat(it.hub.receiveMessage())
                .isInstanceOfSatisfying(
                        HubCommand.BoardIs.class,
                        sent -> assertThat(sent.channel()).isEqualTo(FULL));
        it.hub.expectNoMessage(Duration.ofMillis(150));
    }

    @Test
    void aFrozenBoardIsTheSameAfterACrash() {
        it.score(1, "A", 30);
        it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));
        it.score(1, "B", 90);

        it.board.restart();

        assertThat(it.rows(false)).containsExactly("1 Team A 30.0");
        assertThat(it.shown(false).get("frozen").asBoolean()).isTrue();
    }

    @Test
    void unfreezingShowsEverythingAsAWholeBoard() {
        it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));
        it.score(1, "B", 90);
        it.follow(OPEN);
        it.nextBoard(OPEN);

        it.ask(replyTo -> new Unfreeze(ORGANIZER, replyTo));

        var frame = it.nextBoard(OPEN);
        assertThat(frame.delta()).isNull();
        assertThat(LeaderboardFixture.json(frame.board()).get("rows")).hasSize(1);
    }

    @Test
    void freezingTwiceIsFreezingOnce() {
        it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));

        assertThat(it.board
                        .<LeaderboardReply>runCommand(replyTo -> new Freeze(ORGANIZER, replyTo))
                        .hasNoEvents())
                .isTrue();
    }

    // The clock

    @Test
    void theBoardFreezesWhenItsTimeComes() {
        it.setUp(LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));
        it.score(1, "A", 30);
        assertThat(it.board.runCommand(FreezeDue.INSTANCE).hasNoEvents()).isTrue();

        it.now.set(NINE.plusSeconds(60));
        it.board.runCommand(FreezeDue.INSTANCE);

        assertThat(it.shown(false).get("frozen").asBoolean()).isTrue();
    }

    @Test
    void aLateTimerHidesNoLessThanAPunctualOne() {
        it.setUp(LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));
        it.score(1, "A", 30);
        it.now.set(NINE.plusSeconds(60));

        it.score(1, "B", 90);

        assertThat(it.rows(false)).containsExactly("1 Team A 30.0");
        assertThat(it.rows(true)).containsExactly("1 Team B 90.0", "2 Team A 30.0");
    }

    @Test
    void aBoardThatSleptThroughItsFreezeCatchesUp() {
        it.setUp(LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));
        it.score(1, "A", 30);
        it.now.set(NINE.plusSeconds(3600));
        it.board.restart();

        it.score(1, "B", 90);

        assertThat(it.rows(false)).containsExactly("1 Team A 30.0");
    }

    @Test
    void onceUnfrozenByHandTheClockDoesNotFreezeAgain() {
        it.setUp(LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));
        it.now.set(NINE.plusSeconds(60));
        it.board.runCommand(FreezeDue.INSTANCE);
        it.ask(replyTo -> new Unfreeze(ORGANIZER, replyTo));

        it.score(1, "B", 90);
        it.board.runCommand(FreezeDue.INSTANCE);

        assertThat(it.rows(false)).containsExactly("1 Team B 90.0");
    }

    @Test
    void aFreezeByHandBeforehandDoesNotUseUpTheClocks() {
        it.setUp(LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));
        it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));
        it.ask(replyTo -> new Unfreeze(ORGANIZER, replyTo));
        it.now.set(NINE.plusSeconds(60));

        it.score(1, "B", 90);

        assertThat(it.rows(false)).isEmpty();
    }

    @Test
    void whileTheBoardIsFrozenByHandTheClockWaitsForNothing() {
        it.setUp(LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));
        assertThat(it.board.getState().nextFreeze()).contains(NINE.plusSeconds(60));

        it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));
        assertThat(it.board.getState().nextFreeze()).isEmpty();
        it.ask(replyTo -> new Unfreeze(ORGANIZER, replyTo));

        assertThat(it.board.getState().nextFreeze()).contains(NINE.plusSeconds(60));
    }

    @Test
    void aTimerThatMayNotFreezeTheBoardRests() {
        it.setUp(LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));
        it.ask(replyTo -> new Freeze(ORGANIZER, replyTo));
        it.now.set(NINE.plusSeconds(60));
        int before = it.looks.get();

        it.board.runCommand(FreezeDue.INSTANCE);
        it.hackathon.expectNoMessage(Duration.ofMillis(300));

        assertThat(it.looks.get() - before).isLessThan(3);
    }

    @Test
    void whileJudgingIsClosedTheClockWaitsForNothing() {
        it.setUp(1, true, LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));

        it.setUp(2, false, LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));
        assertThat(it.board.getState().nextFreeze()).isEmpty();
        it.setUp(3, true, LeaderboardVisibility.PUBLIC, NINE.plusSeconds(60));

        assertThat(it.board.getState().nextFreeze()).contains(NINE.plusSeconds(60));
    }

    // Readers

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of(LeaderboardVisibility.PUBLIC, OPEN, null, Set.of(), true, null),
                Arguments.of(LeaderboardVisibility.PUBLIC, OPEN, null, Set.of(), false, RefusalCode.NOT_FOUND),
                Arguments.of(LeaderboardVisibility.PARTICIPANTS, OPEN, null, Set.of(), true, RefusalCode.DENIED),
                Arguments.of(LeaderboardVisibility.PARTICIPANTS, OPEN, ADA, Set.of(), true, RefusalCode.DENIED),
                Arguments.of(
                        LeaderboardVisibility.PARTICIPANTS,
                        OPEN,
                        ADA,
                        Set.of(Grant.WAITLISTED),
                        true,
                        RefusalCode.DENIED),
                Arguments.of(LeaderboardVisibility.PARTICIPANTS, OPEN, ADA, Set.of(Grant.PARTICIPANT), true, null),
                Arguments.of(LeaderboardVisibility.PARTICIPANTS, OPEN, ADA, Set.of(Grant.MENTOR), true, null),
                Arguments.of(
                        LeaderboardVisibility.STAFF, OPEN, ADA, Set.of(Grant.PARTICIPANT), true, RefusalCode.DENIED),
                Arguments.of(LeaderboardVisibility.STAFF, OPEN, ADA, Set.of(Grant.JUDGE), true, null),
                Arguments.of(LeaderboardVisibility.PUBLIC, FULL, ADA, Set.of(Grant.JUDGE), true, RefusalCode.DENIED),
                Arguments.of(LeaderboardVisibility.PUBLIC, FULL, null, Set.of(), true, RefusalCode.DENIED),
                Arguments.of(LeaderboardVisibility.PUBLIC, FULL, ADA, Set.of(Grant.ORGANIZER), true, null),
                Arguments.of(LeaderboardVisibility.STAFF, OPEN, ADA, Set.of(Grant.ADMIN), true, null),
                Arguments.of(LeaderboardVisibility.STAFF, FULL, ADA, Set.of(Grant.ADMIN), true, null));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void admitsByVisibilityAndStanding(
            LeaderboardVisibility visibility,
            Channel.Board channel,
            @Nullable UserId user,
            Set<Grant> grants,
            boolean published,
            @Nullable RefusalCode refusal) {
        it.setUp(visibility, null);
        var answer = actors.createTestProbe(Admission.class);
        boolean admin = grants.contains(Grant.ADMIN);

        it.tell(new SourceCommand.Admit(channel, new Reader(user, admin), null, 7, answer.ref()));
        var asked = it.hackathon.expectMessageClass(StandingOf.class);
        assertThat(asked.user()).isEqualTo(user);
        asked.replyTo().tell(new Standing(user, 1, admin ? Set.of() : grants, published, Standing.OPEN));

        var admission = answer.receiveMessage();
        assertThat(admission.refusal()).isEqualTo(refusal);
        assertThat(admission.ticket()).isEqualTo(7);
        assertThat(admission.canWrite()).isFalse();
    }

    @Test
    void whoIsLessThanBeforeIsCutOff() {
        it.setUp(LeaderboardVisibility.PARTICIPANTS, null);
        cuts();

        it.ask(replyTo ->
                new StandingChanged(new Standing(ADA, 3, Set.of(Grant.PARTICIPANT), true, Standing.OPEN), replyTo));
        assertThat(cuts()).containsExactly(new HubCommand.Cut(FULL, ADA));

        it.ask(replyTo -> new StandingChanged(new Standing(ADA, 4, Set.of(), true, Standing.OPEN), replyTo));
        assertThat(cuts()).containsExactly(new HubCommand.Cut(OPEN, ADA), new HubCommand.Cut(FULL, ADA));
    }

    @Test
    void anotherVisibilityLetsEverybodyAskAnew() {
        it.setUp(LeaderboardVisibility.STAFF, null);

        assertThat(cuts()).containsExactly(new HubCommand.Cut(OPEN, null));
    }

    @Test
    void viewersAreSummedOverNodesAndSignalled() {
        it.follow(OPEN);
        it.tell(new SourceCommand.Readers(OPEN, 41, List.of(), it.hub.ref()));
        it.board.runCommand(LeaderboardCommand.ViewersDue.INSTANCE);

        var signal = it.hub.fishForMessage(
                Duration.ofSeconds(3), message -> message instanceof HubCommand.Signal ? done() : more());

        assertThat(signal)
                .last()
                .isInstanceOfSatisfying(
                        HubCommand.Signal.class,
                        sent -> assertThat(LeaderboardFixture.json(sent.frame()).toString())
                                .isEqualTo("""
                        {"type":"signal","channel":"%s","kind":"viewers","data":{"count":41}}""".formatted(OPEN)));
    }

    /// The cuts that the hub has been told of so far.
    private List<HubCommand.Cut> cuts() {
        it.hub.ref().tell(new HubCommand.Head(new Channel.HackathonChat(LeaderboardFixture.SPRING), 0));
        return it
                .hub
                .fishForMessage(Duration.ofSeconds(3), message -> switch (message) {
                    case HubCommand.Head _ -> done();
                    case HubCommand.Cut _ -> FishingOutcomes.continueAndCollect();
                    default -> more();
                })
                .stream()
                .filter(HubCommand.Cut.class::isInstance)
                .map(HubCommand.Cut.class::cast)
                .toList();
    }

    private static FishingOutcome done() {
        return FishingOutcomes.complete();
    }

    private static FishingOutcome more() {
        return FishingOutcomes.continueAndIgnore();
    }
}
