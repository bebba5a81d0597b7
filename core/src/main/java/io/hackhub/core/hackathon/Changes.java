package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonCommand.Change;
import io.hackhub.core.hackathon.HackathonEvent.DetailsChanged;
import io.hackhub.core.hackathon.HackathonEvent.Rescheduled;
import io.hackhub.core.hackathon.HackathonReply.Guard;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What organizers may still change, and when: a draft wholly; what has begun, not its past; and what people rely on,
/// team size from the start and the rubric from judging, not at all.
final class Changes {

    private Changes() {}

    static Verdict decide(Live hackathon, Change change, Instant now) {
        if (change.ifRevision() != null
                && change.ifRevision() != hackathon.stamp().revision()) {
            return Verdict.no(Reason.STALE);
        }
        if (hackathon.status().isOver() || touchesWhatIsLocked(hackathon, change.details())) {
            return Verdict.no(Reason.PHASE);
        }
        var failed = failed(hackathon, change, now);
        return failed.isEmpty() ? new Verdict.Yes(events(hackathon, change, now)) : Verdict.guarded(failed);
    }

    private static List<HackathonEvent> events(Live hackathon, Change change, Instant now) {
        var events = new ArrayList<HackathonEvent>();
        if (!change.details().equals(hackathon.details())) {
            events.add(new DetailsChanged(change.details(), change.by(), now));
        }
        if (!change.milestones().equals(hackathon.milestones())) {
            events.add(new Rescheduled(change.milestones(), change.by(), now));
        }
        events.addAll(Enrolment.promotions(hackathon.after(events), now));
        return events;
    }

    private static boolean touchesWhatIsLocked(Live hackathon, Details now) {
        var before = hackathon.details();
        return switch (hackathon.status()) {
            case DRAFT, PUBLISHED, REGISTRATION_OPEN, REGISTRATION_CLOSED -> false;
            case ACTIVE -> !now.teamSize().equals(before.teamSize());
            case JUDGING, COMPLETED, CANCELLED ->
                !now.teamSize().equals(before.teamSize())
                        || !now.judgingCriteria().equals(before.judgingCriteria())
                        || !now.tracks().equals(before.tracks())
                        || !now.prizes().equals(before.prizes());
        };
    }

    private static List<Guard> failed(Live hackathon, Change change, Instant now) {
        if (hackathon.status() == HackathonStatus.DRAFT) {
            return List.of();
        }
        var failed = new ArrayList<>(Guards.standing(change.details(), change.milestones()));
        var max = change.details().maxParticipants();
        failed.addAll(Guards.that(
                max == null || max >= hackathon.roll().registered().size(),
                "capacity",
                "More people than that are registered already."));
        failed.addAll(Guards.that(
                keepsThePast(hackathon, change.milestones(), now),
                "dates",
                "What has passed cannot be moved, and nothing into the past; once it runs, the end only moves later."));
        return failed;
    }

    private static boolean keepsThePast(Live hackathon, Milestones after, Instant now) {
        var before = hackathon.milestones();
        boolean startMoves = hackathon.course().held() && now.isBefore(after.startDate());
        return movable(before.registrationStart(), after.registrationStart(), now)
                && movable(before.registrationEnd(), after.registrationEnd(), now)
                && (startMoves || movable(before.startDate(), after.startDate(), now))
                && endMovable(hackathon.status(), before, after, now);
    }

    private static boolean endMovable(HackathonStatus status, Milestones before, Milestones after, Instant now) {
        if (status.isBeforeStart()) {
            return movable(before.endDate(), after.endDate(), now);
        }
        return !after.endDate().isBefore(before.endDate()) && !after.graceEnd().isBefore(before.graceEnd());
    }

    private static boolean movable(Instant before, Instant after, Instant now) {
        return after.equals(before) || (now.isBefore(before) && now.isBefore(after));
    }
}
