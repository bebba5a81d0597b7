package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.EVE;
import static io.hackhub.core.room.Fixture.HALL;
import static io.hackhub.core.room.Fixture.NEWS;
import static io.hackhub.core.room.Fixture.leader;
import static io.hackhub.core.room.Fixture.member;
import static io.hackhub.core.room.Fixture.members;
import static io.hackhub.core.room.Fixture.post;
import static io.hackhub.core.room.Fixture.standing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Refused;
import io.hackhub.core.live.Reader;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.FromHub;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Uuids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final ActorTestKit actors = ActorTestKit.create(PersistenceTestKitPlugin.getInstance()
            .config()
            .withFallback(PersistenceTestKitSnapshotPlugin.config())
            .withFallback(ConfigFactory.parseString("hackhub.room.sleep-after = 2s"))
            .withFallback(ConfigFactory.load()));

    private final PersistenceTestKit storage = PersistenceTestKit.create(actors.system());
    private final World world = new World();
    private final TestProbe<Outcome> outcomes = actors.createTestProbe();
    private final TestProbe<Applied> applied = actors.createTestProbe();
    private final TestProbe<HubCommand> hub = actors.createTestProbe();
    private final TestProbe<HubCommand.Admission> admissions = actors.createTestProbe();
    private final TestProbe<ClusterSharding.ShardCommand> shard = actors.createTestProbe();
    private final List<ActorRef<RoomCommand>> started = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private InstantSource clock = InstantSource.system();
    private Channel.Log channel = CHAT;

    @BeforeEach
    void emptyJournal() {
        storage.clearAll();
        storage.resetPolicy();
    }

    @AfterEach
    void stopRooms() {
        started.forEach(actors::stop);
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    private ActorRef<RoomCommand> start(Channel.Log of) {
        channel = of;
        var room = actors.<RoomCommand>spawn(Room.create(of, world.ports(), world, clock, shard.getRef()));
        started.add(room);
        return room;
    }

    private ActorRef<RoomCommand> teamRoom() {
        var room = start(CHAT);
        room.tell(members(1, applied.getRef(), leader(ADA), member(BOB)));
        applied.receiveMessage();
        return room;
    }

    private ActorRef<RoomCommand> hall() {
        world.standings.put(Optional.of(ADA.id()), standing(ADA, 3, Grant.ORGANIZER));
        world.standings.put(Optional.of(BOB.id()), standing(BOB, 3, Grant.PARTICIPANT));
        world.standings.put(Optional.of(EVE.id()), standing(EVE, 3));
        return start(HALL);
    }

    private static UUID cid(long number) {
        return Uuids.v7(Instant.now().minusMillis(1), "cid " + number);
    }

    private Act act(long number, Author author, Intent intent) {
        return new Act(cid(number), author, false, intent, number, outcomes.getRef());
    }

    private Acked acked() {
        return outcomes.expectMessageClass(Acked.class);
    }

    private RefusalCode refused() {
        return outcomes.expectMessageClass(Refused.class).code();
    }

    private void follow(ActorRef<RoomCommand> room, long lastSeq) {
        room.tell(new FromHub(new SourceCommand.Follow(channel, lastSeq, hub.getRef())));
    }

    private void admit(ActorRef<RoomCommand> room, Author who, @Nullable Long since) {
        room.tell(new FromHub(
                new SourceCommand.Admit(channel, new Reader(who.id(), false), since, 5, admissions.getRef())));
    }

    private List<EventFrame> events() {
        return hub
                .fishForMessage(
                        Duration.ofSeconds(3),
                        it -> it instanceof HubCommand.Events
                                ? FishingOutcomes.complete()
                                : FishingOutcomes.continueAndIgnore())
                .stream()
                .flatMap(it -> ((HubCommand.Events) it).events().stream())
                .toList();
    }

    private <T extends HubCommand> T fromHub(Class<T> type) {
        var found = hub.fishForMessage(
                Duration.ofSeconds(4),
                it -> type.isInstance(it) ? FishingOutcomes.complete() : FishingOutcomes.continueAndIgnore());
        return type.cast(found.getLast());
    }

    @Test
    void whatIsPostedIsAcknowledgedAndPublishedWithTheAuthorsName() {
        var room = teamRoom();
        follow(room, 2);
        room.tell(act(1, ADA, post("hi")));

        var frame = events().getFirst();
        assertThat(acked().seq()).isEqualTo(3);
        assertThat(frame.seq()).isEqualTo(3);
        assertThat(new String(frame.json().array(), UTF_8)).contains("\"text\":\"hi\"", "Ada Lovelace");
    }

    @Test
    void aTeamsRoomAsksItsTeamAndWaitsForTheAnswer() {
        var room = start(CHAT);
        room.tell(act(1, ADA, post("hi")));
        outcomes.expectNoMessage(Duration.ofMillis(200));
        assertThat(world.askedTeams).isNotEmpty();

        room.tell(members(1, applied.getRef(), leader(ADA)));
        assertThat(acked().seq()).isEqualTo(2);
    }

    @Test
    void aTeamThatDoesNotAnswerIsAskedAgain() {
        start(CHAT);

        applied.awaitAssert(Duration.ofSeconds(4), () -> {
            assertThat(world.askedTeams).hasSizeGreaterThan(1);
            return true;
        });
    }

    @Test
    void moreThanFiveHundredAndTwelveWaitingAreOverload() {
        var room = start(CHAT);
        for (int i = 0; i < Desk.MOST_WAITING + 1; i++) {
            room.tell(act(i, ADA, post("hi")));
        }

        var refusal = outcomes.expectMessageClass(Refused.class);
        assertThat(refusal.code()).isEqualTo(RefusalCode.OVERLOADED);
        assertThat(refusal.retryable()).isTrue();
        assertThat(refusal.ticket()).isEqualTo(Desk.MOST_WAITING);
    }

    @Test
    void aHotRoomAnswersEverybodyInOrder() {
        var room = teamRoom();
        for (int i = 0; i < 500; i++) {
            room.tell(act(i, ADA, post("hi " + i)));
        }

        var acks = outcomes.receiveSeveralMessages(500, Duration.ofSeconds(20));
        assertThat(acks)
                .extracting(it -> ((Acked) it).seq())
                .isEqualTo(LongStream.rangeClosed(3, 502).boxed().toList());
        assertThat(acks)
                .extracting(Outcome::ticket)
                .isEqualTo(LongStream.range(0, 500).boxed().toList());
    }

    @Test
    void aHubIsSentWhatItMissesAndThenWhatHappens() {
        var room = teamRoom();
        room.tell(act(1, ADA, post("a")));
        acked();
        follow(room, 1);
        assertThat(events()).extracting(EventFrame::seq).containsExactly(2L, 3L);

        room.tell(act(2, ADA, post("b")));
        assertThat(events()).extracting(EventFrame::seq).containsExactly(4L);
    }

    @Test
    void aHubThatKnowsNothingIsToldTheHeadAndReadsTheJournal() {
        var room = teamRoom();
        follow(room, SourceCommand.NOTHING);

        assertThat(hub.receiveMessage()).isEqualTo(new HubCommand.Head(CHAT, 2));
    }

    @Test
    void aSecondAfterTheLastEventTheHeadIsRepeatedOnce() {
        var room = teamRoom();
        follow(room, 2);
        room.tell(act(1, ADA, post("a")));
        events();

        assertThat(hub.receiveMessage(Duration.ofSeconds(3))).isEqualTo(new HubCommand.Head(CHAT, 3));
    }

    @Test
    void largeBatchesAreCutForTheWayBetweenNodes() {
        var room = teamRoom();
        follow(room, 2);
        hub.receiveMessage();
        for (int i = 0; i < 30; i++) {
            room.tell(act(i, ADA, post("x".repeat(9_900))));
        }
        outcomes.receiveSeveralMessages(30, Duration.ofSeconds(10));

        int seen = 0;
        while (seen < 30) {
            var some = events();
            assertThat(some.stream().mapToInt(it -> it.json().length()).sum()).isLessThanOrEqualTo(Followers.MESSAGE);
            seen += some.size();
        }
        assertThat(seen).isEqualTo(30);
    }

    @Test
    void everyHubIsToldThatTheRoomIsUpUntilItAnswers() {
        world.hubs.add(hub.getRef());
        var room = start(NEWS);
        assertThat(fromHub(HubCommand.Up.class)).isEqualTo(new HubCommand.Up(NEWS, 0));
        assertThat(fromHub(HubCommand.Up.class)).isEqualTo(new HubCommand.Up(NEWS, 0));

        room.tell(new FromHub(new SourceCommand.Unfollow(NEWS, hub.getRef())));
        hub.expectNoMessage(Duration.ofMillis(1_500));
    }

    @Test
    void ifTheJournalFailsNobodyIsToldYesAndTheSameCommandMayBeSentAgain() {
        var room = teamRoom();
        storage.failNextPersisted(RoomLog.persistenceId(CHAT));
        room.tell(act(1, ADA, post("a")));
        assertThat(outcomes.expectMessageClass(Refused.class))
                .isEqualTo(Outcome.refused(1, RefusalCode.UNAVAILABLE, "the log is away, try again"));

        room.tell(act(1, ADA, post("a")));
        var ack = acked();
        assertThat(ack.duplicate()).isFalse();
        assertThat(ack.seq()).isEqualTo(3);
    }

    @Test
    void whileTheJournalIsAwayReadersWaitAndAreAnsweredAfterwards() {
        var room = teamRoom();
        storage.failNextPersisted(RoomLog.persistenceId(CHAT));
        room.tell(act(1, ADA, post("a")));
        refused();
        admit(room, BOB, null);

        assertThat(admissions.receiveMessage()).isEqualTo(new Admission(CHAT, 5, null, 2, true));
    }

    @Test
    void whoMayReadIsSaidByTheTeamsList() {
        var room = teamRoom();
        admit(room, BOB, null);
        admit(room, EVE, null);

        assertThat(admissions.receiveMessage().refusal()).isNull();
        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void aRemovalIsAnsweredOnceTheLeavingIsOutAndNothingIsTakenAfterwards() {
        var room = teamRoom();
        follow(room, 2);
        room.tell(members(2, applied.getRef(), leader(ADA)));
        applied.receiveMessage();

        assertThat(events()).extracting(EventFrame::kind).containsExactly("member.left");
        room.tell(act(1, BOB, post("still here")));
        assertThat(refused()).isEqualTo(RefusalCode.DENIED);
        admit(room, BOB, null);
        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void aHackathonsRoomAsksOncePerPersonWhileTheyMay() {
        var room = hall();
        room.tell(act(1, BOB, post("a")));
        room.tell(act(2, BOB, post("b")));
        acked();
        acked();
        room.tell(act(3, BOB, post("c")));
        acked();

        assertThat(world.asked).containsExactly(BOB.id());
    }

    @Test
    void whoMayNotIsAskedAboutEachTime() {
        var room = hall();
        room.tell(act(1, EVE, post("a")));
        assertThat(refused()).isEqualTo(RefusalCode.DENIED);

        world.standings.put(Optional.of(EVE.id()), standing(EVE, 4, Grant.PARTICIPANT));
        room.tell(act(1, EVE, post("a")));
        assertThat(acked().duplicate()).isFalse();
    }

    @Test
    void anOrganizerWhoReadADraftWritesAsSoonAsItIsPublished() {
        var room = hall();
        world.standings.put(
                Optional.of(ADA.id()), new Standing(ADA.id(), 3, Set.of(Grant.ORGANIZER), false, Instant.EPOCH));
        admit(room, ADA, null);
        assertThat(admissions.receiveMessage().admitted()).isTrue();

        world.standings.put(Optional.of(ADA.id()), standing(ADA, 4, Grant.ORGANIZER));
        room.tell(act(1, ADA, post("welcome")));
        assertThat(acked().duplicate()).isFalse();
    }

    @Test
    void aLostStandingCountsBeforeItIsAnswered() {
        var room = hall();
        admit(room, BOB, null);
        assertThat(admissions.receiveMessage().admitted()).isTrue();
        follow(room, 0);
        world.standings.put(Optional.of(BOB.id()), standing(BOB, 9));
        room.tell(new StandingChanged(standing(BOB, 9), applied.getRef()));
        applied.receiveMessage();

        assertThat(events()).extracting(EventFrame::kind).containsExactly("member.left");
        room.tell(act(1, BOB, post("a")));
        assertThat(refused()).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void aGuestReadsPublishedAnnouncementsAndWritesNothing() {
        world.standings.put(Optional.empty(), new Standing(null, 3, Set.of(), true, Standing.OPEN));
        var room = start(NEWS);
        room.tell(new FromHub(new SourceCommand.Admit(NEWS, Reader.GUEST, null, 5, admissions.getRef())));
        assertThat(admissions.receiveMessage()).isEqualTo(new Admission(NEWS, 5, null, 0, false));

        world.standings.clear();
        var other = start(new Channel.Announcements(new HackathonId(new UUID(9, 9))));
        other.tell(new FromHub(new SourceCommand.Admit(channel, Reader.GUEST, null, 6, admissions.getRef())));
        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void whoseStandingNobodyTellsIsAnsweredUnavailable() {
        var room = hall();
        world.silent = world.standings.get(Optional.of(BOB.id()));
        room.tell(act(1, BOB, post("a")));
        room.tell(act(2, ADA, post("b")));

        assertThat(outcomes.receiveMessage(Duration.ofSeconds(8)))
                .isEqualTo(Outcome.refused(1, RefusalCode.UNAVAILABLE, "your standing is not known, try again"));
        assertThat(acked().ticket()).isEqualTo(2);
    }

    @Test
    void aDeletionIsNeitherAcknowledgedNorShownBeforeTheTextIsGone() {
        var room = teamRoom();
        follow(room, 2);
        room.tell(act(1, ADA, post("secret")));
        var id = acked().cid();
        events();
        var rewritten = new CompletableFuture<Void>();
        world.redaction = () -> rewritten;
        room.tell(act(2, ADA, new Intent.DeleteMessage(id)));
        outcomes.expectNoMessage(Duration.ofMillis(300));

        rewritten.complete(null);
        assertThat(acked().seq()).isEqualTo(4);
        assertThat(events()).extracting(EventFrame::kind).containsExactly("message.deleted");
        assertThat(world.redacted).containsExactly(new Redactable.Texts(List.of(3L)));
    }

    @Test
    void aRedactionThatFailsIsDoneAgainBeforeAnythingElse() {
        var room = teamRoom();
        room.tell(act(1, ADA, post("secret")));
        var id = acked().cid();
        world.redaction = () -> {
            world.redaction = () -> CompletableFuture.completedFuture(null);
            return CompletableFuture.failedFuture(new IllegalStateException("database away"));
        };
        var deletion = act(2, ADA, new Intent.DeleteMessage(id));
        room.tell(deletion);
        assertThat(refused()).isEqualTo(RefusalCode.UNAVAILABLE);

        room.tell(deletion);
        assertThat(acked().duplicate()).isTrue();
        assertThat(world.redacted)
                .containsExactly(new Redactable.Texts(List.of(3L)), new Redactable.Texts(List.of(3L)));
    }

    @Test
    void whatARoomStillHoldsOfADeletedMessageHasNoText() {
        var room = teamRoom();
        room.tell(act(1, ADA, post("secret")));
        room.tell(act(2, ADA, new Intent.DeleteMessage(acked().cid())));
        acked();
        follow(room, 2);

        assertThat(new String(events().getFirst().json().array(), UTF_8))
                .contains("\"text\":null", "\"deleted\":true")
                .doesNotContain("secret");
    }

    @Test
    void aMuteIsKeptAndCounts() {
        var room = hall();
        room.tell(new RoomCommand.Mute(
                cid(1), ADA, false, BOB.id(), Instant.now().plusSeconds(60), 1, outcomes.getRef()));
        acked();
        room.tell(act(2, BOB, post("a")));

        assertThat(refused()).isEqualTo(RefusalCode.MUTED);
        assertThat(world.mutes).containsKey(BOB.id());
        admit(room, BOB, null);
        assertThat(admissions.receiveMessage().canWrite()).isFalse();
    }

    @Test
    void whoIsMentionedFindsItInTheirInboxWithoutNamesOrWords() {
        var room = teamRoom();
        room.tell(act(1, ADA, post("@bob @ada @eve look")));
        acked();

        outcomes.awaitAssert(() -> {
            assertThat(world.notified).containsExactly(BOB.id());
            return true;
        });
        assertThat(world.notices.getFirst().intent().toString())
                .doesNotContain("look")
                .doesNotContain("Ada");
    }

    @Test
    void anAdminsOverrideIsPutOnRecord() {
        var room = hall();
        room.tell(act(1, BOB, post("a")));
        var id = acked().cid();
        room.tell(new Act(cid(2), EVE, true, new Intent.DeleteMessage(id), 2, outcomes.getRef()));
        acked();

        assertThat(world.overridden).containsExactly(EVE.id() + " MODERATE_HACKATHON_CHAT " + id);
    }

    @Test
    void presenceIsTheSumOfTheHubs() {
        var room = teamRoom();
        follow(room, 2);
        room.tell(new FromHub(new SourceCommand.Readers(CHAT, 3, List.of(ADA.id()), hub.getRef())));

        assertThat(new String(fromHub(HubCommand.Signal.class).frame().array(), UTF_8))
                .isEqualTo("{\"type\":\"signal\",\"channel\":\"%s\",\"kind\":\"presence\",\"data\":{\"count\":3}}"
                        .formatted(CHAT));
        var who = actors.<HubCommand.WhoIs>createTestProbe();
        room.tell(new FromHub(new SourceCommand.Who(CHAT, 8, List.of(BOB.id()), who.getRef())));
        assertThat(who.receiveMessage().users()).containsExactlyInAnyOrder(ADA, BOB);
    }

    @Test
    void theReadersOfAHubThatRenewsNoMoreCountNoMore() {
        clock = now::get;
        var room = teamRoom();
        var lost = actors.<HubCommand>createTestProbe();
        room.tell(new FromHub(new SourceCommand.Follow(CHAT, 2, lost.getRef())));
        lost.receiveMessage();
        room.tell(new FromHub(new SourceCommand.Readers(CHAT, 3, List.of(ADA.id()), lost.getRef())));
        now.updateAndGet(at -> at.plusSeconds(60));
        follow(room, 2);
        assertThat(new String(fromHub(HubCommand.Signal.class).frame().array(), UTF_8))
                .contains("\"count\":3");

        now.updateAndGet(at -> at.plusSeconds(31));
        assertThat(new String(fromHub(HubCommand.Signal.class).frame().array(), UTF_8))
                .contains("\"count\":0");
    }

    @Test
    void typingIsShownOfThoseWhoMayWriteAtMostEveryTwoSeconds() {
        var room = teamRoom();
        follow(room, 2);
        hub.receiveMessage();
        room.tell(new RoomCommand.Typing(EVE.id()));
        room.tell(new RoomCommand.Typing(BOB.id()));
        room.tell(new RoomCommand.Typing(BOB.id()));

        assertThat(new String(fromHub(HubCommand.Signal.class).frame().array(), UTF_8))
                .contains("typing", BOB.id().toString());
        hub.expectNoMessage(Duration.ofMillis(200));
    }

    @Test
    void acknowledgementCountsAreForOrganizers() {
        var room = start(NEWS);
        follow(room, 0);
        room.tell(new RoomCommand.AcksAre(cid(1), 12));

        assertThat(fromHub(HubCommand.Signal.class).toWriters()).isTrue();
    }

    @Test
    void aRoomWithoutCommandsGoesToSleepAndSaysSo() {
        var room = teamRoom();
        follow(room, 2);

        assertThat(fromHub(HubCommand.Asleep.class)).isEqualTo(new HubCommand.Asleep(CHAT, 2));
        assertThat(shard.receiveMessage()).isEqualTo(new ClusterSharding.Passivate<>(room));
    }

    @Test
    void aCursorAboveTheHeadMakesTheRoomLookIntoItsJournalFirst() {
        var room = teamRoom();
        storage.persistForRecovery(
                RoomLog.persistenceId(CHAT),
                List.of(new RoomEvent.MessagePosted(cid(9), ADA.id(), Instant.EPOCH, "x", null, List.of(), List.of())));
        world.head = 3;
        admit(room, BOB, 3L);

        assertThat(admissions.receiveMessage(Duration.ofSeconds(4))).isEqualTo(new Admission(CHAT, 5, null, 3, true));
    }

    @Test
    void aCursorAboveEverythingIsAnsweredAsItIs() {
        var room = teamRoom();
        world.head = 2;
        admit(room, BOB, 99L);

        assertThat(admissions.receiveMessage()).isEqualTo(new Admission(CHAT, 5, null, 2, true));
    }

    @Test
    void noMoreThanTwoThousandCursorsWaitForOneLook() {
        var room = teamRoom();
        world.lookUp = CompletableFuture::new;
        for (int i = 0; i < Doorway.MOST_WAITING; i++) {
            admit(room, BOB, 99L);
        }
        admissions.expectNoMessage(Duration.ofMillis(200));

        admit(room, BOB, 99L);
        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.OVERLOADED);
    }

    @Test
    void whoseCursorIsLookedUpWhenARoomStopsIsToldToTryAgain() {
        var room = teamRoom();
        world.lookUp = CompletableFuture::new;
        admit(room, BOB, 99L);
        admissions.expectNoMessage(Duration.ofMillis(200));
        actors.stop(room);

        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.UNAVAILABLE);
    }

    @Test
    void whoWaitsWhenARoomStopsIsToldToTryAgain() {
        var room = start(CHAT);
        room.tell(act(1, ADA, post("a")));
        admit(room, ADA, null);
        room.tell(new FromHub(
                new SourceCommand.Who(CHAT, 1, List.of(), hub.getRef().narrow())));
        hub.fishForMessage(
                Duration.ofSeconds(5),
                it -> it instanceof HubCommand.WhoIs
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndIgnore());
        actors.stop(room);

        assertThat(refused()).isEqualTo(RefusalCode.UNAVAILABLE);
        assertThat(admissions.receiveMessage().refusal()).isEqualTo(RefusalCode.UNAVAILABLE);
    }
}
