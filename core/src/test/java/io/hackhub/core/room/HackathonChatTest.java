package io.hackhub.core.room;

import static io.hackhub.core.room.Fixture.ADA;
import static io.hackhub.core.room.Fixture.BOB;
import static io.hackhub.core.room.Fixture.EVE;
import static io.hackhub.core.room.Fixture.HALL;
import static io.hackhub.core.room.Fixture.NOW;
import static io.hackhub.core.room.Fixture.actAsAdmin;
import static io.hackhub.core.room.Fixture.cid;
import static io.hackhub.core.room.Fixture.post;
import static io.hackhub.core.room.Fixture.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import io.hackhub.core.room.RoomEvent.MemberLeft;
import io.hackhub.core.room.RoomEvent.MessageDeleted;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HackathonChatTest extends Deciding {

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
    void aLossThatIsOvertakenByANewerOneMakesThemLeaveAllTheSame() {
        hall(standing(ADA, 8));
        decide(new StandingChanged(standing(ADA, 5), applied.getRef()));
        assertThat(written).containsExactly(new MemberLeft(ADA.id(), 8, NOW));

        decide(new StandingChanged(standing(ADA, 8), applied.getRef()));
        assertThat(written).isEmpty();
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
                .containsExactly(new Verdict.Overridden(cid(4), EVE.id(), Action.MODERATE_HACKATHON_CHAT, cid(2), NOW));
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

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-03T09:00:00Z", "+300000-01-01T00:00:00Z"})
    void aMuteOfMoreThanAYearIsRefused(Instant until) {
        hall(standing(ADA, 3, Grant.ORGANIZER), standing(BOB, 3, Grant.PARTICIPANT));
        var mute = new RoomCommand.Mute(cid(1), ADA, false, BOB.id(), until, 1, outcomes.getRef());

        assertThat(code(one(mute))).isEqualTo(RefusalCode.BAD_REQUEST);
        assertThat(rights.mutes()).isEmpty();
    }

    @Test
    void aMuteUntilATimeThatHasPassedTakesItBack() {
        hall(standing(ADA, 3, Grant.ORGANIZER), standing(BOB, 3, Grant.PARTICIPANT));
        decide(new RoomCommand.Mute(cid(1), ADA, false, BOB.id(), NOW.plusSeconds(60), 1, outcomes.getRef()));

        var unmute = new RoomCommand.Mute(cid(2), ADA, false, BOB.id(), NOW, 2, outcomes.getRef());

        assertThat(one(unmute)).isInstanceOf(Acked.class);
        assertThat(one(by(BOB, 3, post("hi")))).isInstanceOf(Acked.class);
    }
}
