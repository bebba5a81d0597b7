package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.CHAT;
import static io.hackhub.core.room.Fixture.EVE;
import static io.hackhub.core.room.Fixture.HALL;
import static io.hackhub.core.room.Fixture.INBOX;
import static io.hackhub.core.room.Fixture.NEWS;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.act;
import static io.hackhub.core.room.Fixture.actAsAdmin;
import static io.hackhub.core.room.Fixture.cid;
import static io.hackhub.core.room.Fixture.deliver;
import static io.hackhub.core.room.Fixture.leader;
import static io.hackhub.core.room.Fixture.member;
import static io.hackhub.core.room.Fixture.members;
import static io.hackhub.core.room.Fixture.post;
import static io.hackhub.core.room.Fixture.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.Outcome.Refused;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import io.hackhub.core.room.RoomEvent.MemberJoined;
import io.hackhub.core.room.RoomEvent.MemberLeft;
import io.hackhub.core.room.RoomEvent.MessageDeleted;
import io.hackhub.core.room.RoomEvent.MessagePosted;
import io.hackhub.core.shared.Author;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeciderTest {

    private final TestInbox<Outcome> outcomes = TestInbox.create();
    private final TestInbox<Applied> applied = TestInbox.create();
    private final Decider.Quiet quiet = new Decider.Quiet();
    private RoomState state = new RoomState();
    private Rights rights = Rights.none(CHAT);
    private Instant now = NOW;
    private List<RoomEvent> written = List.of();

    private List<Outcome> decide(RoomCommand.Public... commands) {
        var batch = new ArrayList<Entry>();
        for (var command : commands) {
            batch.add(new Entry(command, List.of(), now));
        }
        return decide(batch);
    }

    /// As the journal does it: decide, store, apply, answer.
    private List<Outcome> decide(List<Entry> batch) {
        var verdict = Decider.decide(batch, rights, state, quiet, now);
        written = verdict.events();
        verdict.events().forEach(state::after);
        rights = verdict.rights();
        verdict.answers().forEach(Verdict.Answer::tell);
        return outcomes.getAllReceived();
    }

    private Outcome one(RoomCommand.Public command) {
        return decide(command).getLast();
    }

    private void team() {
        decide(members(1, applied.getRef(), leader(ADA), member(BOB)));
    }

    private void hall(Standing... standings) {
        rights = Rights.none(HALL);
        for (var standing : standings) {
            rights = rights.with(standing);
        }
    }

    private Act by(Author author, long number, Intent intent) {
        return act(number, author, intent, outcomes.getRef());
    }

    private static RefusalCode code(Outcome outcome) {
        return ((Refused) outcome).code();
    }

    private static Acked acked(Outcome outcome) {
        return (Acked) outcome;
    }

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

    // Messages

    @Test
    void aMessagesIdIsItsCid() {
        team();

        assertThat(acked(one(by(ADA, 1, post("hi")))).data()).isEqualTo(Receipt.message(cid(1)));
        assertThat(written).containsExactly(new MessagePosted(cid(1), ADA.id(), NOW, "hi", null, List.of(), List.of()));
    }

    @Test
    void onlyThoseWhoMayReadAreMentioned() {
        team();
        decide(List.of(new Entry(by(ADA, 1, post("@bob @eve")), List.of(BOB.id(), EVE.id()), NOW)));

        assertThat(((MessagePosted) written.getFirst()).mentions()).containsExactly(BOB.id());
    }

    @Test
    void aTextHasABoundAndSaysSomething() {
        team();

        assertThat(one(by(ADA, 1, post("x".repeat(10_000))))).isInstanceOf(Acked.class);
        assertThat(code(one(by(ADA, 2, post("x".repeat(10_001)))))).isEqualTo(RefusalCode.TOO_LARGE);
        assertThat(code(one(by(ADA, 3, post("  "))))).isEqualTo(RefusalCode.BAD_REQUEST);
        assertThat(code(one(by(ADA, 4, new Intent.EditMessage(cid(1), "x".repeat(10_001))))))
                .isEqualTo(RefusalCode.TOO_LARGE);
    }

    @Test
    void aReplyNeedsItsMessage() {
        team();
        decide(by(ADA, 1, post("hi")));

        assertThat(one(by(BOB, 2, new Intent.PostMessage("yes", cid(1), List.of()))))
                .isInstanceOf(Acked.class);
        assertThat(code(one(by(BOB, 3, new Intent.PostMessage("yes", cid(9), List.of())))))
                .isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void onlyTheAuthorEdits() {
        team();
        decide(by(BOB, 1, post("hi")));

        assertThat(code(one(by(ADA, 2, new Intent.EditMessage(cid(1), "x"))))).isEqualTo(RefusalCode.DENIED);
        assertThat(one(by(BOB, 3, new Intent.EditMessage(cid(1), "x")))).isInstanceOf(Acked.class);
        assertThat(code(one(by(BOB, 4, new Intent.EditMessage(cid(9), "x"))))).isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void editsOfOneMessageHaveABound() {
        team();
        decide(by(ADA, 1, post("hi")));
        for (int i = 0; i < Intents.MOST_EDITS; i++) {
            assertThat(one(by(ADA, 10 + i, new Intent.EditMessage(cid(1), "x" + i))))
                    .isInstanceOf(Acked.class);
        }

        assertThat(code(one(by(ADA, 2, new Intent.EditMessage(cid(1), "x"))))).isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void theAuthorAndTheLeaderDeleteOthersDoNot() {
        team();
        decide(by(BOB, 1, post("a")), by(BOB, 2, post("b")), by(ADA, 3, post("c")));

        assertThat(one(by(BOB, 4, new Intent.DeleteMessage(cid(1))))).isInstanceOf(Acked.class);
        assertThat(one(by(ADA, 5, new Intent.DeleteMessage(cid(2))))).isInstanceOf(Acked.class);
        assertThat(code(one(by(BOB, 6, new Intent.DeleteMessage(cid(3)))))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void deletingAgainIsAckedWithTheHeadAndWritesNothing() {
        team();
        decide(by(BOB, 1, post("a")), by(BOB, 2, new Intent.DeleteMessage(cid(1))));
        var again = acked(one(by(BOB, 3, new Intent.DeleteMessage(cid(1)))));

        assertThat(written).isEmpty();
        assertThat(again.seq()).isEqualTo(state.head);
        assertThat(again.duplicate()).isFalse();
        assertThat(acked(one(by(BOB, 3, new Intent.DeleteMessage(cid(1))))).duplicate())
                .isTrue();
    }

    @Test
    void aDeletedMessageIsNotEditedPinnedOrReactedTo() {
        team();
        decide(by(ADA, 1, post("a")), by(ADA, 2, new Intent.DeleteMessage(cid(1))));

        assertThat(code(one(by(ADA, 3, new Intent.EditMessage(cid(1), "x"))))).isEqualTo(RefusalCode.CONFLICT);
        assertThat(code(one(by(ADA, 4, new Intent.Pin(cid(1)))))).isEqualTo(RefusalCode.CONFLICT);
        assertThat(code(one(by(ADA, 5, new Intent.AddReaction(cid(1), "👍"))))).isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void aReactionCountsOncePerPersonAndIsTakenBack() {
        team();
        decide(by(ADA, 1, post("a")));

        assertThat(one(by(BOB, 2, new Intent.AddReaction(cid(1), "👍")))).isInstanceOf(Acked.class);
        assertThat(written).hasSize(1);
        assertThat(acked(one(by(BOB, 3, new Intent.AddReaction(cid(1), "👍")))).seq())
                .isEqualTo(state.head);
        assertThat(written).isEmpty();
        decide(by(BOB, 4, new Intent.RemoveReaction(cid(1), "👍")));
        assertThat(written).hasSize(1);
        decide(by(BOB, 5, new Intent.RemoveReaction(cid(1), "👍")));
        assertThat(written).isEmpty();
    }

    @Test
    void aReactionIsOneEmoji() {
        team();
        decide(by(ADA, 1, post("a")));

        assertThat(code(one(by(BOB, 2, new Intent.AddReaction(cid(1), "nice")))))
                .isEqualTo(RefusalCode.BAD_REQUEST);
    }

    @Test
    void pinningIsTheLeadersAndHasAnEffectOnce() {
        team();
        decide(by(BOB, 1, post("a")));

        assertThat(code(one(by(BOB, 2, new Intent.Pin(cid(1)))))).isEqualTo(RefusalCode.DENIED);
        decide(by(ADA, 3, new Intent.Pin(cid(1))), by(ADA, 4, new Intent.Pin(cid(1))));
        assertThat(written).hasSize(1);
        decide(by(ADA, 5, new Intent.Unpin(cid(1))), by(ADA, 6, new Intent.Unpin(cid(1))));
        assertThat(written).hasSize(1);
    }

    // A hackathon's chat

    @ParameterizedTest
    @ValueSource(strings = {"PARTICIPANT", "MENTOR", "JUDGE", "CHECKIN", "ORGANIZER"})
    void whoTakesPartInAHackathonWritesInItsChat(Grant grant) {
        hall(standing(ADA, 3, grant));

        assertThat(one(by(ADA, 1, post("hi")))).isInstanceOf(Acked.class);
    }

    @Test
    void whoWaitsOrIsNobodyDoesNot() {
        hall(standing(ADA, 3, Grant.WAITLISTED), standing(BOB, 3));

        assertThat(code(one(by(ADA, 1, post("hi"))))).isEqualTo(RefusalCode.DENIED);
        assertThat(code(one(by(BOB, 2, post("hi"))))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void aDraftIsNotThereForWhoIsNothingInIt() {
        hall(new Standing(ADA.id(), 3, Set.of(), false, Instant.EPOCH));

        assertThat(code(one(by(ADA, 1, post("hi"))))).isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void aChatThatIsOverIsReadOnly() {
        hall(new Standing(ADA.id(), 3, Set.of(Grant.PARTICIPANT), true, NOW));

        assertThat(code(one(by(ADA, 1, post("hi"))))).isEqualTo(RefusalCode.DENIED);
        assertThat(rights.mayRead(ADA.id(), false)).isTrue();
    }

    @Test
    void whoLosesTheRightToReadLeavesOnce() {
        hall(standing(ADA, 3, Grant.PARTICIPANT));
        decide(new StandingChanged(standing(ADA, 5), applied.getRef()));
        assertThat(written).containsExactly(new MemberLeft(ADA.id(), 5, NOW));

        decide(new StandingChanged(standing(ADA, 5), applied.getRef()));
        assertThat(written).isEmpty();
        assertThat(applied.getAllReceived()).containsExactly(new Applied(HALL, 5), new Applied(HALL, 5));
        assertThat(code(one(by(ADA, 1, post("hi"))))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void whoKeepsTheRightToReadDoesNotLeave() {
        hall(standing(ADA, 3, Grant.JUDGE, Grant.MENTOR));
        decide(new StandingChanged(standing(ADA, 5, Grant.MENTOR), applied.getRef()));

        assertThat(written).isEmpty();
        assertThat(applied.getAllReceived()).hasSize(1);
    }

    @Test
    void aLateLossOfAnOlderStandingDoesNotThrowOutWhoCameBack() {
        hall(standing(ADA, 8, Grant.PARTICIPANT));
        decide(new StandingChanged(standing(ADA, 5), applied.getRef()));

        assertThat(written).isEmpty();
        assertThat(one(by(ADA, 1, post("hi")))).isInstanceOf(Acked.class);
    }

    @Test
    void anOrganizerModeratesAndAnAdminDoesSoOnRecord() {
        hall(standing(ADA, 3, Grant.ORGANIZER), standing(BOB, 3, Grant.PARTICIPANT), standing(EVE, 3));
        decide(by(BOB, 1, post("a")), by(BOB, 2, post("b")));
        assertThat(one(by(ADA, 3, new Intent.DeleteMessage(cid(1))))).isInstanceOf(Acked.class);

        var verdict = Decider.decide(
                List.of(new Entry(
                        actAsAdmin(4, EVE, new Intent.DeleteMessage(cid(2)), outcomes.getRef()), List.of(), NOW)),
                rights,
                state,
                quiet,
                NOW);

        assertThat(verdict.events()).containsExactly(new MessageDeleted(cid(4), EVE.id(), NOW, cid(2)));
        assertThat(verdict.overrides())
                .containsExactly(new Verdict.Overridden(EVE.id(), Action.MODERATE_HACKATHON_CHAT, cid(2)));
    }

    @Test
    void mutingIsForModeratorsAndCountsAtOnce() {
        hall(standing(ADA, 3, Grant.ORGANIZER), standing(BOB, 3, Grant.PARTICIPANT));
        var until = NOW.plusSeconds(60);
        var bobs = new RoomCommand.Mute(cid(1), BOB, false, ADA.id(), until, 1, outcomes.getRef());
        var adas = new RoomCommand.Mute(cid(2), ADA, false, BOB.id(), until, 2, outcomes.getRef());

        var answers = decide(bobs, adas, by(BOB, 3, post("hi")));

        assertThat(code(answers.get(0))).isEqualTo(RefusalCode.DENIED);
        assertThat(answers.get(1)).isInstanceOf(Acked.class);
        assertThat(code(answers.get(2))).isEqualTo(RefusalCode.MUTED);
        now = until;
        assertThat(one(by(BOB, 4, post("hi")))).isInstanceOf(Acked.class);
    }

    // Announcements

    private static Intent.PublishAnnouncement publish(long update) {
        return new Intent.PublishAnnouncement(
                cid(update), "Lunch", "At noon", UpdateType.ANNOUNCEMENT, Priority.NORMAL, List.of(), null);
    }

    private void news(Standing... standings) {
        hall(standings);
        rights = new Rights(NEWS, Rights.Roster.NONE, rights.standings(), rights.mutes());
    }

    @Test
    void organizersAndAdminsAnnounceOthersReadOnly() {
        news(standing(ADA, 3, Grant.ORGANIZER), standing(BOB, 3, Grant.PARTICIPANT), standing(EVE, 3));

        assertThat(acked(one(by(ADA, 1, publish(1)))).data()).isEqualTo(Receipt.update(cid(1)));
        assertThat(code(one(by(BOB, 2, publish(2))))).isEqualTo(RefusalCode.DENIED);
        assertThat(one(actAsAdmin(3, EVE, publish(3), outcomes.getRef()))).isInstanceOf(Acked.class);
    }

    @Test
    void nothingIsAnnouncedBeforePublication() {
        news(new Standing(ADA.id(), 3, Set.of(Grant.ORGANIZER), false, Instant.EPOCH));

        assertThat(code(one(by(ADA, 1, publish(1))))).isEqualTo(RefusalCode.DENIED);
    }

    @Test
    void anEditKeepsTheFirstAuthorAndTime() {
        news(standing(ADA, 3, Grant.ORGANIZER), standing(BOB, 3, Grant.ORGANIZER));
        decide(by(ADA, 1, publish(1)));
        now = NOW.plusSeconds(10);
        decide(by(
                BOB,
                2,
                new Intent.EditAnnouncement(
                        cid(1), "Lunch", "At one", UpdateType.SCHEDULE_CHANGE, Priority.HIGH, List.of())));

        assertThat(written).singleElement().isInstanceOfSatisfying(RoomEvent.AnnouncementEdited.class, it -> {
            assertThat(it.author()).isEqualTo(ADA.id());
            assertThat(it.publishedAt()).isEqualTo(NOW);
            assertThat(it.by()).isEqualTo(BOB.id());
        });
    }

    @Test
    void whatIsWithdrawnIsNotEdited() {
        news(standing(ADA, 3, Grant.ORGANIZER));
        decide(by(ADA, 1, publish(1)), by(ADA, 2, new Intent.WithdrawAnnouncement(cid(1))));
        assertThat(written).hasSize(2);

        decide(by(ADA, 3, new Intent.WithdrawAnnouncement(cid(1))));
        assertThat(written).isEmpty();
        assertThat(code(one(by(
                        ADA,
                        4,
                        new Intent.EditAnnouncement(cid(1), "a", "b", UpdateType.RESOURCE, Priority.LOW, List.of())))))
                .isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void anUpdateIsPublishedOnce() {
        news(standing(ADA, 3, Grant.ORGANIZER));
        decide(by(ADA, 1, publish(1)));

        assertThat(code(one(by(ADA, 2, publish(1))))).isEqualTo(RefusalCode.CONFLICT);
    }

    @Test
    void aMessageIsNoAnnouncementNorTheOtherWayRound() {
        news(standing(ADA, 3, Grant.ORGANIZER));
        assertThat(code(one(by(ADA, 1, post("hi"))))).isEqualTo(RefusalCode.BAD_REQUEST);

        hall(standing(ADA, 3, Grant.ORGANIZER));
        assertThat(code(one(by(ADA, 2, publish(2))))).isEqualTo(RefusalCode.BAD_REQUEST);
    }

    @Test
    void lostOrganizersAnnounceNoMoreAndNobodyIsToldTheyLeft() {
        news(standing(ADA, 3, Grant.ORGANIZER));
        decide(new StandingChanged(standing(ADA, 4), applied.getRef()));

        assertThat(written).isEmpty();
        assertThat(applied.getAllReceived()).containsExactly(new Applied(NEWS, 4));
        assertThat(code(one(by(ADA, 1, publish(1))))).isEqualTo(RefusalCode.DENIED);
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
        assertThat(state.redactions).contains(new Redactable.Texts(List.of(4L, 6L)));
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
