package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.HackathonStatus.ACTIVE;
import static io.hackhub.core.hackathon.HackathonStatus.JUDGING;
import static io.hackhub.core.hackathon.HackathonStatus.REGISTRATION_CLOSED;
import static io.hackhub.core.hackathon.HackathonStatus.REGISTRATION_OPEN;

import io.hackhub.core.access.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The times of a hackathon, and what they mean: pure functions of a status and the clock. Intervals are half-open.
///
/// Every question takes the status last *written*, which a timer may not have advanced yet, and first carries it to
/// `now`: so an answer is right to the instant, on any node, whoever has looked or not.
public record Milestones(
        Instant registrationStart,
        Instant registrationEnd,
        Instant startDate,
        Instant endDate,
        int graceMinutes,
        String timeZone) {

    private static final Duration CHAT_AFTER_THE_END = Duration.ofDays(30);

    /// A transition that the clock makes, from `at` on.
    public record Step(HackathonStatus to, Instant at) {}

    /// Whether a project may be submitted or withdrawn, and whether that is late.
    public enum Submission {
        NO,
        YES,
        LATE
    }

    Milestones withRegistrationEnd(Instant end) {
        return new Milestones(registrationStart, end, startDate, endDate, graceMinutes, timeZone);
    }

    Milestones withEndDate(Instant end) {
        return new Milestones(registrationStart, registrationEnd, startDate, end, graceMinutes, timeZone);
    }

    /// Until when submissions are taken at all, late ones included.
    public Instant graceEnd() {
        return endDate.plus(Duration.ofMinutes(graceMinutes));
    }

    /// The next transition that the clock makes from `status`, due or not.
    public Optional<Step> next(HackathonStatus status) {
        return switch (status) {
            case PUBLISHED -> Optional.of(new Step(REGISTRATION_OPEN, registrationStart));
            case REGISTRATION_OPEN -> Optional.of(new Step(REGISTRATION_CLOSED, registrationEnd));
            case REGISTRATION_CLOSED -> Optional.of(new Step(ACTIVE, startDate));
            case ACTIVE -> Optional.of(new Step(JUDGING, graceEnd()));
            case DRAFT, JUDGING, COMPLETED, CANCELLED -> Optional.empty();
        };
    }

    /// As [#next], if its time has come. A start without any team is held: nothing is due then.
    public Optional<Step> due(HackathonStatus status, boolean anyTeam, Instant now) {
        return next(status).filter(step -> !now.isBefore(step.at())).filter(step -> anyTeam || step.to() != ACTIVE);
    }

    /// What the clock makes of a written status.
    public HackathonStatus at(HackathonStatus status, boolean anyTeam, Instant now) {
        var reached = status;
        for (var step = due(reached, anyTeam, now); step.isPresent(); step = due(reached, anyTeam, now)) {
            reached = step.get().to();
        }
        return reached;
    }

    /// The start has come and there is no team at all.
    public boolean isHeld(HackathonStatus status, boolean anyTeam, Instant now) {
        return !anyTeam && at(status, false, now) == REGISTRATION_CLOSED && !now.isBefore(startDate);
    }

    public boolean mayRegister(HackathonStatus status, Instant now) {
        return at(status, true, now) == REGISTRATION_OPEN;
    }

    /// Teams form and change from the opening of registration until the end.
    public boolean teamsMayChange(HackathonStatus status, Instant now) {
        return switch (at(status, true, now)) {
            case REGISTRATION_OPEN, REGISTRATION_CLOSED, ACTIVE -> now.isBefore(endDate);
            case DRAFT, PUBLISHED, JUDGING, COMPLETED, CANCELLED -> false;
        };
    }

    /// Whether a place that becomes free goes to the first of the waiting list.
    public boolean placesAreFilled(HackathonStatus status, Instant now) {
        return teamsMayChange(status, now);
    }

    /// `anyTeam` is true for whoever asks on behalf of a team.
    public boolean projectEditable(HackathonStatus status, Instant now) {
        return at(status, true, now) == ACTIVE && now.isBefore(endDate);
    }

    public Submission submission(HackathonStatus status, Instant now) {
        if (at(status, true, now) != ACTIVE) {
            return Submission.NO;
        }
        return now.isBefore(endDate) ? Submission.YES : Submission.LATE;
    }

    /// Until when the hackathon's chats may be written: never before it is published, without end while it runs, and
    /// for 30 days once it is over, which was `overSince`.
    public Instant chatUntil(HackathonStatus status, boolean published, @Nullable Instant overSince) {
        if (!published) {
            return Instant.EPOCH;
        }
        return status.isOver() && overSince != null ? overSince.plus(CHAT_AFTER_THE_END) : Standing.OPEN;
    }
}
