package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.HackathonStatus.ACTIVE;
import static io.hackhub.core.hackathon.HackathonStatus.CANCELLED;
import static io.hackhub.core.hackathon.HackathonStatus.COMPLETED;
import static io.hackhub.core.hackathon.HackathonStatus.DRAFT;
import static io.hackhub.core.hackathon.HackathonStatus.JUDGING;
import static io.hackhub.core.hackathon.HackathonStatus.PUBLISHED;
import static io.hackhub.core.hackathon.HackathonStatus.REGISTRATION_CLOSED;
import static io.hackhub.core.hackathon.HackathonStatus.REGISTRATION_OPEN;
import static io.hackhub.core.hackathon.Samples.CLOSES;
import static io.hackhub.core.hackathon.Samples.ENDS;
import static io.hackhub.core.hackathon.Samples.GRACE;
import static io.hackhub.core.hackathon.Samples.MILESTONES;
import static io.hackhub.core.hackathon.Samples.OPENS;
import static io.hackhub.core.hackathon.Samples.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.Milestones.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MilestonesTest {

    private static final Duration BLINK = Duration.ofNanos(1);

    /// written status, any team, now, status by the clock
    static Stream<Arguments> clock() {
        return Stream.of(
                Arguments.of(DRAFT, true, ENDS, DRAFT),
                Arguments.of(PUBLISHED, true, OPENS.minus(BLINK), PUBLISHED),
                Arguments.of(PUBLISHED, true, OPENS, REGISTRATION_OPEN),
                Arguments.of(REGISTRATION_OPEN, true, OPENS.minus(BLINK), REGISTRATION_OPEN),
                Arguments.of(REGISTRATION_OPEN, true, CLOSES.minus(BLINK), REGISTRATION_OPEN),
                Arguments.of(REGISTRATION_OPEN, true, CLOSES, REGISTRATION_CLOSED),
                Arguments.of(PUBLISHED, true, CLOSES, REGISTRATION_CLOSED),
                Arguments.of(REGISTRATION_CLOSED, true, STARTS.minus(BLINK), REGISTRATION_CLOSED),
                Arguments.of(REGISTRATION_CLOSED, true, OPENS, REGISTRATION_CLOSED),
                Arguments.of(REGISTRATION_CLOSED, true, STARTS, ACTIVE),
                Arguments.of(REGISTRATION_CLOSED, false, STARTS, REGISTRATION_CLOSED),
                Arguments.of(PUBLISHED, false, ENDS.plus(GRACE), REGISTRATION_CLOSED),
                Arguments.of(ACTIVE, true, ENDS, ACTIVE),
                Arguments.of(ACTIVE, true, ENDS.plus(GRACE).minus(BLINK), ACTIVE),
                Arguments.of(ACTIVE, true, ENDS.plus(GRACE), JUDGING),
                Arguments.of(ACTIVE, false, ENDS.plus(GRACE), JUDGING),
                Arguments.of(PUBLISHED, true, ENDS.plus(GRACE), JUDGING),
                Arguments.of(JUDGING, true, Standing.OPEN, JUDGING),
                Arguments.of(COMPLETED, true, Standing.OPEN, COMPLETED),
                Arguments.of(CANCELLED, true, STARTS, CANCELLED));
    }

    @ParameterizedTest
    @MethodSource("clock")
    void theClockCarriesAStatusOn(HackathonStatus written, boolean anyTeam, Instant now, HackathonStatus reached) {
        assertThat(MILESTONES.at(written, anyTeam, now)).isEqualTo(reached);
    }

    /// written status, now, may register, teams may change, project editable, submission
    static Stream<Arguments> acts() {
        var grace = ENDS.plus(GRACE);
        return Stream.of(
                acts(DRAFT, STARTS, false, false, false, Submission.NO),
                acts(PUBLISHED, OPENS.minus(BLINK), false, false, false, Submission.NO),
                acts(PUBLISHED, OPENS, true, true, false, Submission.NO),
                acts(REGISTRATION_OPEN, OPENS.minus(BLINK), true, true, false, Submission.NO),
                acts(REGISTRATION_OPEN, CLOSES, false, true, false, Submission.NO),
                acts(REGISTRATION_CLOSED, OPENS, false, true, false, Submission.NO),
                acts(REGISTRATION_OPEN, STARTS, false, true, true, Submission.YES),
                acts(ACTIVE, ENDS.minus(BLINK), false, true, true, Submission.YES),
                acts(ACTIVE, ENDS, false, false, false, Submission.LATE),
                acts(ACTIVE, grace.minus(BLINK), false, false, false, Submission.LATE),
                acts(ACTIVE, grace, false, false, false, Submission.NO),
                acts(JUDGING, grace, false, false, false, Submission.NO),
                acts(COMPLETED, grace, false, false, false, Submission.NO),
                acts(CANCELLED, STARTS, false, false, false, Submission.NO));
    }

    private static Arguments acts(Object... row) {
        return Arguments.of(row);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void whatARequestMayDoIsDecidedByMilestonesAndTheClock(
            HackathonStatus written,
            Instant now,
            boolean register,
            boolean teams,
            boolean edit,
            Submission submission) {
        assertThat(MILESTONES.mayRegister(written, now)).isEqualTo(register);
        assertThat(MILESTONES.teamsMayChange(written, now)).isEqualTo(teams);
        assertThat(MILESTONES.placesAreFilled(written, now)).isEqualTo(teams);
        assertThat(MILESTONES.projectEditable(written, now)).isEqualTo(edit);
        assertThat(MILESTONES.submission(written, now)).isEqualTo(submission);
    }

    @Test
    void aStartWithoutATeamIsHeld() {
        assertThat(MILESTONES.isHeld(REGISTRATION_OPEN, false, STARTS)).isTrue();
        assertThat(MILESTONES.isHeld(REGISTRATION_OPEN, true, STARTS)).isFalse();
        assertThat(MILESTONES.isHeld(REGISTRATION_CLOSED, false, STARTS.minus(BLINK)))
                .isFalse();
        assertThat(MILESTONES.isHeld(ACTIVE, false, STARTS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(HackathonStatus.class)
    void chatIsOpenFromPublishingUntilThirtyDaysAfterTheEnd(HackathonStatus status) {
        var over = status.isOver() ? ENDS : null;

        assertThat(MILESTONES.chatUntil(status, false, over)).isEqualTo(Instant.EPOCH);
        assertThat(MILESTONES.chatUntil(status, true, over))
                .isEqualTo(status.isOver() ? ENDS.plus(Duration.ofDays(30)) : Standing.OPEN);
    }
}
