package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.EVE;
import static io.hackhub.core.room.Fixture.HALL;
import static io.hackhub.core.room.Fixture.INBOX;
import static io.hackhub.core.room.Fixture.NEWS;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.actAsAdmin;
import static io.hackhub.core.room.Fixture.cid;
import static io.hackhub.core.room.Fixture.deliver;
import static io.hackhub.core.room.Fixture.leader;
import static io.hackhub.core.room.Fixture.member;
import static io.hackhub.core.room.Fixture.members;
import static io.hackhub.core.room.Fixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomEvent.MemberJoined;
import io.hackhub.core.room.RoomEvent.MemberLeft;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeciderTest extends Deciding {

    // Membership

    @Test
    void theTeamsListBecomesJoiningsAndLeavings() {
        team();
        assertThat(written)
                .containsExactly(
                        new MemberJoined(ADA.id(), Grant.LEADER, 1, NOW),
                        new MemberJoined(BOB.id(), Grant.MEMBER, 1, NOW));

        decide(members(2, applied.getRef(), leader(ADA), member(EVE)));
        assertThat(written)
                .containsExactly(new MemberLeft(BOB.id(), 2, NOW), new MemberJoined(EVE.id(), Grant.MEMBER, 2, NOW));
        assertThat(applied.getAllReceived()).containsExactly(new Applied(CHAT, 1), new Applied(CHAT, 2));
    }

    @Test
    void theSameListAgainWritesNothingAndIsAnswered() {
        team();
        team();

        assertThat(written).isEmpty();
        assertThat(applied.getAllReceived()).hasSize(2);
    }

    @Test
    void anOlderListIsAnsweredAndIgnored() {
        decide(members(5, applied.getRef(), leader(ADA)));
        decide(members(4, applied.getRef(), leader(ADA), member(BOB)));

        assertThat(written).isEmpty();
        assertThat(code(one(by(BOB, 1, post("hi"))))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void aChangedLeaderWritesNothingAndCounts() {
        team();
        decide(members(2, applied.getRef(), member(ADA), leader(BOB)));
        assertThat(written).isEmpty();

        decide(by(ADA, 1, post("hi")));
        assertThat(one(by(BOB, 2, new Intent.Pin(cid(1))))).isInstanceOf(Acked.class);
        assertThat(code(one(by(ADA, 3, new Intent.Unpin(cid(1)))))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void whoIsRemovedInABatchIsRefusedLaterInTheSameBatch() {
        team();
        var answers = decide(
                by(BOB, 1, post("before")), members(2, applied.getRef(), leader(ADA)), by(BOB, 2, post("after")));

        assertThat(answers.get(0)).isInstanceOf(Acked.class);
        assertThat(code(answers.get(1))).isEqualTo(RefusalCode.DENIED);
        assertThat(written).hasSize(2);
    }

    @Test
    void anAdminIsNothingInATeamsRoom() {
        team();

        assertThat(code(one(actAsAdmin(1, EVE, post("hi"), outcomes.getRef())))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void aTeamThatIsNotThereIsNotFound() {
        decide(members(0, applied.getRef()));

        assertThat(code(one(by(ADA, 1, post("hi"))))).isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void afterTheEndATeamReadsAndDeletesButDoesNotWrite() {
        team();
        decide(by(ADA, 1, post("hi")));
        decide(new RoomCommand.MembersAre(2, List.of(leader(ADA)), NOW, applied.getRef()));

        assertThat(code(one(by(ADA, 2, post("late"))))).isEqualTo(RefusalCode.DENIED);
        assertThat(rights.mayRead(ADA.id(), false)).isTrue();
        assertThat(one(by(ADA, 3, new Intent.DeleteMessage(cid(1))))).isInstanceOf(Acked.class);
    }

    // Once

    @Test
    void theSameCommandAgainGetsTheSameAck() {
        team();
        var first = acked(one(by(ADA, 1, post("hi"))));
        var again = acked(one(by(ADA, 1, post("hi"))));

        assertThat(written).isEmpty();
        assertThat(first.duplicate()).isFalse();
        assertThat(again).isEqualTo(new Acked(1, cid(1), 3L, Receipt.message(cid(1)), true));
        assertThat(again.seq()).isEqualTo(first.seq());
    }

    @Test
    void theSameCommandTwiceInOneBatchIsWrittenOnce() {
        team();
        var answers = decide(by(ADA, 1, post("hi")), by(ADA, 1, post("hi")));

        assertThat(written).hasSize(1);
        assertThat(answers).extracting(it -> acked(it).duplicate()).containsExactly(false, true);
    }

    @Test
    void theSameCidWithOtherContentOrByAnotherIsAConflict() {
        team();
        decide(by(ADA, 1, post("hi")));

        assertThat(code(one(by(ADA, 1, post("other"))))).isEqualTo(RefusalCode.CONFLICT);
        assertThat(code(one(by(BOB, 1, post("hi"))))).isEqualTo(RefusalCode.CONFLICT);
        assertThat(code(one(by(ADA, 1, new Intent.DeleteMessage(cid(1)))))).isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void aRefusalIsNotRemembered() {
        team();
        assertThat(code(one(by(EVE, 1, post("hi"))))).isEqualTo(RefusalCode.DENIED);
        decide(members(2, applied.getRef(), leader(ADA), member(EVE)));

        assertThat(acked(one(by(EVE, 1, post("hi")))).duplicate()).isFalse();
    }

    @Test
    void aCommandDatedAheadIsRefusedAndOneAMinuteAheadTaken() {
        team();
        var ahead = cid(1, NOW.plus(Duration.ofSeconds(61)));
        var near = cid(2, NOW.plus(Duration.ofSeconds(60)));

        assertThat(code(one(new Act(ahead, ADA, false, post("a"), 1, outcomes.getRef()))))
                .isEqualTo(RefusalCode.BAD_REQUEST);
        assertThat(one(new Act(near, ADA, false, post("a"), 1, outcomes.getRef())))
                .isInstanceOf(Acked.class);
    }

    @Test
    void anOldCidIsTakenUntilOneOfItsAgeIsForgotten() {
        team();
        var old = cid(1, NOW.minus(Duration.ofDays(3)));
        assertThat(one(new Act(old, ADA, false, post("a"), 1, outcomes.getRef())))
                .isInstanceOf(Acked.class);

        now = NOW.plus(Duration.ofHours(25));
        decide(by(ADA, 2, post("b")));
        assertThat(code(one(new Act(old, ADA, false, post("a"), 1, outcomes.getRef()))))
                .isEqualTo(RefusalCode.CONFLICT);
        var older = cid(3, NOW.minus(Duration.ofDays(4)));
        assertThat(code(one(new Act(older, ADA, false, post("a"), 1, outcomes.getRef()))))
                .isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void aCidIsAVersionSevenUuid() {
        team();

        assertThat(code(one(new Act(
                        UUID.fromString("6f1f3cf0-4d4c-4a41-9c46-5d1a1b5b2f11"),
                        ADA,
                        false,
                        post("a"),
                        1,
                        outcomes.getRef()))))
                .isEqualTo(RefusalCode.BAD_REQUEST);
    }

    @Test
    void aResentCommandWhoseTextIsDeletedIsStillTheSame() {
        team();
        decide(by(ADA, 1, post("secret")));
        decide(by(ADA, 2, new Intent.DeleteMessage(cid(1))));

        assertThat(acked(one(by(ADA, 1, post("secret")))).duplicate()).isTrue();
    }

    @Test
    void aResentCommandOfSomebodyMutedSinceIsAcknowledged() {
        team();
        decide(by(BOB, 1, post("hi")));
        rights = rights.with(BOB.id(), NOW.plusSeconds(60));

        assertThat(acked(one(by(BOB, 1, post("hi")))).duplicate()).isTrue();
        assertThat(code(one(by(BOB, 2, post("more"))))).isEqualTo(RefusalCode.MUTED);
    }

    // What HackHub delivers

    @Test
    void notificationsAreDeliveredOnceAndNobodyElseWritesThere() {
        rights = Rights.none(INBOX);
        var notice = new Intent.Notify(cid(1), "invitation", "You are invited", null, "/teams");
        var first = acked(one(deliver(1, notice, outcomes.getRef())));
        var again = acked(one(deliver(1, notice, outcomes.getRef())));

        assertThat(first.duplicate()).isFalse();
        assertThat(again.duplicate()).isTrue();
        assertThat(code(one(by(ADA, 2, post("to myself"))))).isEqualTo(RefusalCode.DENIED);
        assertThat(code(one(by(BOB, 3, post("to ada"))))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void aScheduledAnnouncementHasItsAuthor() {
        news();
        var intent = new Intent.PublishAnnouncement(
                cid(5), "Lunch", "At noon", UpdateType.REMINDER, Priority.LOW, List.of(), ADA.id());

        assertThat(one(deliver(1, intent, outcomes.getRef()))).isInstanceOf(Acked.class);
        assertThat(((RoomEvent.AnnouncementPublished) written.getFirst()).author())
                .isEqualTo(ADA.id());
        assertThat(code(one(deliver(2, publish(2), outcomes.getRef())))).isEqualTo(RefusalCode.BAD_REQUEST);
    }

    @Test
    void whatOnlyPeopleDoIsNotDelivered() {
        team();

        assertThat(code(one(deliver(1, post("hi"), outcomes.getRef())))).isEqualTo(RefusalCode.BAD_REQUEST);
        assertThat(code(one(deliver(2, new Intent.DeleteMessage(cid(1)), outcomes.getRef()))))
                .isEqualTo(RefusalCode.BAD_REQUEST);
    }

    @Test
    void anErasedPersonsMessagesAreDeletedWithThem() {
        team();
        decide(by(BOB, 1, post("secret")), by(ADA, 2, post("kept")));
        decide(deliver(3, new Intent.EraseUser(BOB.id()), outcomes.getRef()));

        assertThat(state.redactions).containsExactly(new Redactable.Person(BOB.id(), state.head));
        assertThat(code(one(by(ADA, 4, new Intent.AddReaction(cid(1), "👍"))))).isEqualTo(RefusalCode.CONFLICT);
        assertThat(one(by(BOB, 5, new Intent.AddReaction(cid(2), "👍")))).isInstanceOf(Acked.class);
    }

    @Test
    void theStateIsNotTouchedByDeciding() {
        team();
        decide(by(ADA, 1, post("a")));
        var before = RoomSnapshot.of(state);

        Decider.decide(
                List.of(
                        new Entry(by(ADA, 2, post("b")), List.of(), NOW),
                        new Entry(by(BOB, 3, new Intent.AddReaction(cid(1), "👍")), List.of(), NOW),
                        new Entry(by(ADA, 4, new Intent.DeleteMessage(cid(1))), List.of(), NOW)),
                rights,
                state,
                quiet,
                NOW);

        assertThat(RoomSnapshot.of(state)).isEqualTo(before);
    }

    @Test
    void aStateComesBackFromItsSnapshotAsItWas() {
        team();
        decide(by(ADA, 1, post("a")), by(BOB, 2, post("b")), by(BOB, 3, post("c")));
        decide(
                by(BOB, 4, new Intent.EditMessage(cid(2), "b2")),
                by(ADA, 5, new Intent.Pin(cid(1))),
                by(BOB, 6, new Intent.AddReaction(cid(1), "👍")),
                by(BOB, 7, new Intent.DeleteMessage(cid(3))));
        var snapshot = RoomSnapshot.of(state);
        state = snapshot.state();

        assertThat(RoomSnapshot.of(state)).isEqualTo(snapshot);
        assertThat(acked(one(by(BOB, 6, new Intent.AddReaction(cid(1), "👍")))).duplicate())
                .isTrue();
        decide(by(BOB, 8, new Intent.DeleteMessage(cid(2))));
        assertThat(state.redactions).contains(new Redactable.Texts(List.of(4L, 6L), 10L));
        assertThat(code(one(by(ADA, 9, new Intent.EditMessage(cid(3), "x"))))).isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void channelsKnowWhichStandingsMatter() {
        assertThat(Rights.needsStanding(HALL)).isTrue();
        assertThat(Rights.needsStanding(NEWS)).isTrue();
        assertThat(Rights.needsStanding(CHAT)).isFalse();
        assertThat(Rights.needsStanding(INBOX)).isFalse();
    }
}
