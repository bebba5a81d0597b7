package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.HackathonStatus.ACTIVE;
import static io.hackhub.core.hackathon.HackathonStatus.CANCELLED;
import static io.hackhub.core.hackathon.HackathonStatus.COMPLETED;
import static io.hackhub.core.hackathon.HackathonStatus.JUDGING;
import static io.hackhub.core.hackathon.HackathonStatus.REGISTRATION_CLOSED;
import static io.hackhub.core.hackathon.HackathonStatus.REGISTRATION_OPEN;

import io.hackhub.core.hackathon.HackathonCommand.Move;
import io.hackhub.core.hackathon.HackathonEvent.Rescheduled;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.hackathon.HackathonReply.Guard;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The transitions that people make. The hackathon passed in has already caught up with the clock.
final class Transitions {

    private Transitions() {}

    static Verdict decide(Live hackathon, Move move, Instant now) {
        if (move.ifRevision() != null && move.ifRevision() != hackathon.stamp().revision()) {
            return Verdict.no(Reason.STALE);
        }
        return switch (hackathon.status()) {
            case DRAFT -> fromDraft(hackathon, move, now);
            case PUBLISHED ->
                move.to() == REGISTRATION_OPEN ? step(hackathon, move, now) : orCancel(hackathon, move, now);
            case REGISTRATION_OPEN ->
                move.to() == REGISTRATION_CLOSED ? step(hackathon, move, now) : orCancel(hackathon, move, now);
            case REGISTRATION_CLOSED ->
                move.to() == REGISTRATION_OPEN ? reopen(hackathon, move, now) : orCancel(hackathon, move, now);
            case ACTIVE -> orCancel(hackathon, move, now);
            case JUDGING -> move.to() == ACTIVE ? backToActive(hackathon, move, now) : orCancel(hackathon, move, now);
            case COMPLETED -> move.to() == JUDGING ? withReason(hackathon, move, now) : Verdict.no(Reason.PHASE);
            case CANCELLED -> Verdict.no(Reason.PHASE);
        };
    }

    /// Whether it is the one transition that judging must agree to first.
    static boolean asksJudging(Live hackathon, Move move) {
        return hackathon.status() == JUDGING && move.to() == ACTIVE;
    }

    static Verdict complete(Live hackathon, HackathonCommand.Complete command, Instant now) {
        return switch (hackathon.status()) {
            case JUDGING -> Verdict.yes(new StatusChanged(JUDGING, COMPLETED, command.by(), null, now));
            case COMPLETED -> Verdict.yes();
            case DRAFT, PUBLISHED, REGISTRATION_OPEN, REGISTRATION_CLOSED, ACTIVE, CANCELLED ->
                Verdict.no(Reason.PHASE);
        };
    }

    private static Verdict fromDraft(Live hackathon, Move move, Instant now) {
        if (move.to() != HackathonStatus.PUBLISHED) {
            return orCancel(hackathon, move, now);
        }
        var failed = Guards.publishing(hackathon.details(), hackathon.milestones(), move.organizationVerified(), now);
        return Verdict.guarded(failed, changed(hackathon, move, now));
    }

    private static Verdict reopen(Live hackathon, Move move, Instant now) {
        var milestones = hackathon.milestones();
        var end = move.registrationEnd();
        boolean fits = end != null && now.isBefore(end) && !end.isAfter(milestones.startDate());
        var failed = new ArrayList<Guard>(
                Guards.that(now.isBefore(milestones.startDate()), "before-start", "The hackathon has started."));
        failed.addAll(Guards.that(
                fits,
                "registration-end",
                "A new end of registration must be given, in the future and not after the start."));
        if (end == null || !failed.isEmpty()) {
            return Verdict.guarded(failed);
        }
        return Verdict.yes(
                new Rescheduled(milestones.withRegistrationEnd(end), move.by(), now), changed(hackathon, move, now));
    }

    private static Verdict backToActive(Live hackathon, Move move, Instant now) {
        var milestones = hackathon.milestones();
        var moved = move.endDate() == null ? milestones : milestones.withEndDate(move.endDate());
        var failed = new ArrayList<>(Guards.reason(move.reason()));
        failed.addAll(Guards.that(
                now.isBefore(moved.endDate()) && !moved.endDate().isBefore(milestones.endDate()),
                "end-in-future",
                "The end must be moved into the future first."));
        if (!failed.isEmpty()) {
            return Verdict.guarded(failed);
        }
        var back = changed(hackathon, move, now);
        return moved.equals(milestones) ? Verdict.yes(back) : Verdict.yes(new Rescheduled(moved, move.by(), now), back);
    }

    private static Verdict orCancel(Live hackathon, Move move, Instant now) {
        return move.to() == CANCELLED ? withReason(hackathon, move, now) : Verdict.no(Reason.PHASE);
    }

    private static Verdict withReason(Live hackathon, Move move, Instant now) {
        return Verdict.guarded(Guards.reason(move.reason()), changed(hackathon, move, now));
    }

    private static Verdict step(Live hackathon, Move move, Instant now) {
        return Verdict.guarded(List.of(), changed(hackathon, move, now));
    }

    private static StatusChanged changed(Live hackathon, Move move, Instant now) {
        return new StatusChanged(hackathon.status(), move.to(), move.by(), move.reason(), now);
    }
}
