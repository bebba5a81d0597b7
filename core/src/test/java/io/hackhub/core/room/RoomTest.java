package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.EVE;
import static io.hackhub.core.room.Fixture.leader;
import static io.hackhub.core.room.Fixture.members;
import static io.hackhub.core.room.Fixture.post;
import static io.hackhub.core.room.Fixture.standing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Refused;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.FromHub;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RoomTest extends RoomHost {

    private static final ActorTestKit ACTORS = startActors();

    RoomTest() {
        super(ACTORS);
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
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
    void aRoomAnswersWhileItsSnapshotIsStoredAndTheNewestIsStoredNext() {
        var storing = new CompletableFuture<Void>();
        world.snapshotStored = () -> storing;
        var room = teamRoom();

        // At least three are due in it: they stand where batches end.
        fill(room, 4_500);
        assertThat(world.snapshots).hasSize(1);
        assertThat(world.snapshots.getFirst().head()).isLessThan(1_500);

        storing.complete(null);
        outcomes.awaitAssert(Duration.ofSeconds(3), () -> {
            assertThat(world.snapshots).hasSizeGreaterThan(1);
            return true;
        });
        assertThat(world.snapshots.get(1).head()).isGreaterThan(2_400);
    }

    @Test
    void aSnapshotThatCannotBeStoredIsStoredLater() {
        world.snapshotStored = () -> CompletableFuture.failedFuture(new IllegalStateException("no room on the disk"));
        // One is due in it, and the next not before a thousand events more.
        fill(teamRoom(), 1_000);
        outcomes.awaitAssert(Duration.ofSeconds(3), () -> {
            assertThat(world.snapshots).hasSize(1);
            return true;
        });
        world.snapshotStored = () -> CompletableFuture.completedFuture(null);

        outcomes.awaitAssert(Duration.ofSeconds(6), () -> {
            assertThat(world.snapshots).hasSizeGreaterThan(1);
            return true;
        });
        assertThat(world.snapshots.getLast()).isEqualTo(world.snapshots.getFirst());
    }

    private void fill(ActorRef<RoomCommand> room, int count) {
        for (int begun = 0; begun < count; begun += 500) {
            for (int i = 0; i < 500; i++) {
                room.tell(act(begun + i, ADA, post("hi")));
            }
            assertThat(outcomes.receiveSeveralMessages(500, Duration.ofSeconds(20)))
                    .allMatch(Acked.class::isInstance);
        }
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
    void aHackathonsRoomAsksOnceForWhoIsMentionedWhileTheyMayRead() {
        var room = hall();
        room.tell(act(1, ADA, post("hi @bob")));
        acked();
        room.tell(act(2, ADA, post("are you there, @bob?")));
        room.tell(act(3, ADA, post("talking to myself, @ada")));
        acked();
        acked();

        assertThat(world.asked).containsExactly(ADA.id(), BOB.id());
        assertThat(world.notified).contains(BOB.id(), BOB.id());
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
        assertThat(admissions.receiveMessage().refusal()).isNull();

        world.standings.put(Optional.of(ADA.id()), standing(ADA, 4, Grant.ORGANIZER));
        room.tell(act(1, ADA, post("welcome")));
        assertThat(acked().duplicate()).isFalse();
    }

    @Test
    void aLostStandingCountsBeforeItIsAnswered() {
        var room = hall();
        admit(room, BOB, null);
        assertThat(admissions.receiveMessage().refusal()).isNull();
        follow(room, 0);
        world.standings.put(Optional.of(BOB.id()), standing(BOB, 9));
        room.tell(new StandingChanged(standing(BOB, 9), applied.getRef()));
        applied.receiveMessage();

        assertThat(events()).extracting(EventFrame::kind).containsExactly("member.left");
        room.tell(act(1, BOB, post("a")));
        assertThat(refused()).isEqualTo(RefusalCode.DENIED);
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
        assertThat(world.redacted).containsExactly(new Redactable.Texts(List.of(3L), 4L));
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
                .containsExactly(new Redactable.Texts(List.of(3L), 4L), new Redactable.Texts(List.of(3L), 4L));
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
    void aMentionIsDeliveredAgainWhenTheRoomStartsAgain() {
        var room = teamRoom();
        room.tell(act(1, ADA, post("@bob look")));
        acked();
        outcomes.awaitAssert(() -> {
            assertThat(world.notices).hasSize(1);
            return true;
        });
        actors.stop(room);

        start(CHAT);
        outcomes.awaitAssert(() -> {
            assertThat(world.notices).hasSize(2);
            return true;
        });
        assertThat(world.notices.getLast().cid())
                .isEqualTo(world.notices.getFirst().cid());
    }

    @Test
    void aRoomStaysAwakeUntilItsMentionsAreTaken() {
        world.inbox = it -> Outcome.refused(it.ticket(), RefusalCode.UNAVAILABLE, "away");
        var room = teamRoom();
        room.tell(act(1, ADA, post("@bob look")));
        acked();
        shard.expectNoMessage(Duration.ofSeconds(3));

        world.inbox = it -> new Acked(it.ticket(), it.cid(), 1L, Outcome.Receipt.NONE, false);
        shard.receiveMessage(Duration.ofSeconds(8));
        assertThat(world.notified).containsExactly(BOB.id(), BOB.id());
    }

    @Test
    void anAdminsOverrideIsOnRecordBeforeItIsAnswered() {
        var room = hall();
        room.tell(act(1, BOB, post("a")));
        var id = acked().cid();
        var recorded = new CompletableFuture<Void>();
        world.record = () -> recorded;
        room.tell(new Act(cid(2), EVE, true, new Intent.DeleteMessage(id), 2, outcomes.getRef()));
        outcomes.expectNoMessage(Duration.ofMillis(300));

        recorded.complete(null);
        acked();
        assertThat(world.overridden).singleElement().satisfies(it -> {
            assertThat(it.by()).isEqualTo(EVE.id());
            assertThat(it.action()).isEqualTo(Action.MODERATE_HACKATHON_CHAT);
            assertThat(it.messageId()).isEqualTo(id);
        });
    }

    @Test
    void anOverrideThatCouldNotBeRecordedIsRecordedBeforeAnythingElse() {
        var room = hall();
        room.tell(act(1, BOB, post("a")));
        var id = acked().cid();
        world.record = () -> {
            world.record = () -> CompletableFuture.completedFuture(null);
            return CompletableFuture.failedFuture(new IllegalStateException("database away"));
        };
        room.tell(new Act(cid(2), EVE, true, new Intent.DeleteMessage(id), 2, outcomes.getRef()));
        assertThat(refused()).isEqualTo(RefusalCode.UNAVAILABLE);

        room.tell(act(3, BOB, post("b")));
        acked();
        assertThat(world.overridden).extracting(Verdict.Overridden::messageId).containsExactly(id);
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
