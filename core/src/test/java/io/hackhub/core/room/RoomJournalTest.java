package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.act;
import static io.hackhub.core.room.Fixture.cid;
import static io.hackhub.core.room.Fixture.leader;
import static io.hackhub.core.room.Fixture.member;
import static io.hackhub.core.room.Fixture.members;
import static io.hackhub.core.room.Fixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.room.RoomEvent.MessageDeleted;
import io.hackhub.core.room.RoomEvent.MessagePosted;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomJournalTest {

    private static final ActorTestKit actors = ActorTestKit.create(EventSourcedBehaviorTestKit.config());

    private final TestProbe<RoomCommand> room = actors.createTestProbe();
    private final TestProbe<Outcome> outcomes = actors.createTestProbe();
    private final TestProbe<Applied> applied = actors.createTestProbe();
    private Rights rights = Rights.none(CHAT);

    private final EventSourcedBehaviorTestKit<RoomJournal.Decide, RoomEvent, RoomState> journal =
            EventSourcedBehaviorTestKit.create(
                    actors.system(),
                    RoomJournal.create(CHAT, 1, room.getRef(), InstantSource.fixed(NOW)),
                    EventSourcedBehaviorTestKit.enabledSerializationSettings()
                            .withVerifyEquality(true)
                            .withVerifyCommands(false)
                            .withVerifyState(false));

    @BeforeEach
    void emptyJournal() {
        journal.clear();
        room.receiveMessage();
        decide(members(1, applied.getRef(), leader(ADA), member(BOB)));
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    private RoomInternal.Decided decide(RoomCommand.Public... commands) {
        return decide(
                Stream.of(commands).map(it -> new Entry(it, List.of(), NOW)).toArray(Entry[]::new));
    }

    private RoomInternal.Decided decide(Entry... batch) {
        journal.runCommand(new RoomJournal.Decide(List.of(batch), rights));
        var decided = (RoomInternal.Decided) Stream.generate(room::receiveMessage)
                .filter(RoomInternal.Decided.class::isInstance)
                .findFirst()
                .orElseThrow();
        rights = decided.verdict().rights();
        decided.verdict().answers().forEach(Verdict.Answer::tell);
        return decided;
    }

    private Acked acked() {
        return (Acked) outcomes.receiveMessage();
    }

    @Test
    void aBatchIsStoredTogetherAndItsPlacesAreTheSeqs() {
        var decided = decide(act(1, ADA, post("a"), outcomes.getRef()), act(2, BOB, post("b"), outcomes.getRef()));

        assertThat(decided.before()).isEqualTo(2);
        assertThat(decided.verdict().events())
                .extracting(it -> ((MessagePosted) it).text())
                .containsExactly("a", "b");
        assertThat(acked().seq()).isEqualTo(3);
        assertThat(acked().seq()).isEqualTo(4);
        assertThat(journal.getState().head).isEqualTo(4);
    }

    @Test
    void aBatchThatChangesNothingIsAnsweredAllTheSame() {
        var decided = decide(act(1, ADA, new Intent.Pin(cid(9)), outcomes.getRef()));

        assertThat(decided.verdict().events()).isEmpty();
        assertThat(outcomes.receiveMessage()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void afterACrashTheSameCommandGetsTheSameAck() {
        decide(act(1, ADA, post("a"), outcomes.getRef()));
        var first = acked();

        journal.restart();
        decide(act(1, ADA, post("a"), outcomes.getRef()));

        assertThat(acked()).isEqualTo(new Acked(1, cid(1), first.seq(), first.data(), true));
        assertThat(journal.getState().head).isEqualTo(3);
    }

    @Test
    void recoveryTellsWhereTheLogEndsAndWhatMayNotBeRedactedYet() {
        decide(act(1, ADA, post("a"), outcomes.getRef()));
        decide(act(2, ADA, new Intent.EditMessage(cid(1), "b"), outcomes.getRef()));
        var decided = decide(act(3, ADA, new Intent.DeleteMessage(cid(1)), outcomes.getRef()));
        assertThat(decided.redactions()).containsExactly(new Redactable.Texts(List.of(3L, 4L), 5L));

        journal.restart();

        assertThat(room.receiveMessage())
                .isEqualTo(new RoomInternal.Recovered(
                        1, 5, List.of(new Redactable.Texts(List.of(3L, 4L), 5L)), List.of()));
    }

    @Test
    void recoveryTellsWhoWasMentionedInWhatIsNotDeleted() {
        for (int number = 1; number <= 2; number++) {
            decide(new Entry(act(number, ADA, post("@bob @ada"), outcomes.getRef()), List.of(BOB.id(), ADA.id()), NOW));
        }
        decide(act(3, ADA, new Intent.DeleteMessage(cid(1)), outcomes.getRef()));

        journal.restart();

        assertThat(((RoomInternal.Recovered) room.receiveMessage()).mentions())
                .containsExactly(new Mentioning(cid(2), ADA.id(), NOW, List.of(BOB.id())));
    }

    @Test
    void onlyTheDeletionsOfABatchAreItsRedactions() {
        decide(
                act(1, ADA, post("a"), outcomes.getRef()),
                act(2, ADA, post("b"), outcomes.getRef()),
                act(3, ADA, new Intent.DeleteMessage(cid(1)), outcomes.getRef()));
        var decided = decide(act(4, ADA, new Intent.DeleteMessage(cid(2)), outcomes.getRef()));

        assertThat(decided.redactions()).containsExactly(new Redactable.Texts(List.of(4L), 6L));
        assertThat(decide(act(5, ADA, post("c"), outcomes.getRef())).redactions())
                .isEmpty();
    }

    @Test
    void membersAndPinsAreAsTheyWereAfterACrash() {
        decide(
                act(1, ADA, post("a"), outcomes.getRef()),
                act(2, ADA, new Intent.Pin(cid(1)), outcomes.getRef()),
                act(3, BOB, new Intent.AddReaction(cid(1), "👍"), outcomes.getRef()));
        var before = RoomSnapshot.of(journal.getState());

        journal.restart();

        assertThat(RoomSnapshot.of(journal.getState())).isEqualTo(before);
    }

    @Test
    void aDeletionIsAnEventLikeOthers() {
        decide(act(1, ADA, post("a"), outcomes.getRef()));
        var decided = decide(act(2, ADA, new Intent.DeleteMessage(cid(1)), outcomes.getRef()));

        assertThat(decided.verdict().events()).containsExactly(new MessageDeleted(cid(2), ADA.id(), NOW, cid(1)));
    }

    @Test
    void aSnapshotIsDueSoonInAShortRoomAndSeldomInALongOne() {
        assertThat(snapshots(1, 4_000)).containsExactly(1_000L, 2_000L, 3_000L);
        assertThat(snapshots(1, 100_000)).hasSizeLessThan(20);
        assertThat(snapshots(100_000, 1_000_000)).hasSizeBetween(36, 37);
    }

    private static List<Long> snapshots(long from, long to) {
        var found = new ArrayList<Long>();
        long packed = from - 1;
        for (long seq = from; seq < to; seq++) {
            if (RoomJournal.isDue(seq, packed)) {
                packed = seq;
                found.add(seq);
            }
        }
        return found;
    }
}
