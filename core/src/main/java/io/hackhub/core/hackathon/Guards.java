package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonReply.Guard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conditions of transitions. Each answers what fails, all at once, so that an organizer can mend all at once.
final class Guards {

    private Guards() {}

    /// What must hold for everybody to see it.
    static List<Guard> publishing(Details details, Milestones milestones, boolean organizationVerified, Instant now) {
        var failed = new ArrayList<>(standing(details, milestones));
        if (!organizationVerified) {
            failed.add(new Guard("organization-verified", "The organization is not verified yet."));
        }
        if (!now.isBefore(milestones.endDate())) {
            failed.add(new Guard("dates", "The end lies in the past."));
        }
        return failed;
    }

    /// What must hold as long as it is published.
    static List<Guard> standing(Details details, Milestones milestones) {
        var failed = new ArrayList<Guard>();
        if (!inOrder(milestones)) {
            failed.add(new Guard(
                    "dates", "Registration must open before it closes, close by the start, and the end come last."));
        }
        var size = details.teamSize();
        if (size.min() < 1 || size.max() < size.min()) {
            failed.add(new Guard(
                    "team-size", "A team must have at least one member, and at most as many as the largest."));
        }
        if (details.judgingCriteria().isEmpty()
                || details.judgingCriteria().stream().anyMatch(criterion -> !(criterion.weight() > 0))) {
            failed.add(new Guard("criteria", "There must be judging criteria, each with a weight above zero."));
        }
        if (details.rules() == null || details.rules().isBlank()) {
            failed.add(new Guard("rules", "There must be rules."));
        }
        return failed;
    }

    static List<Guard> reason(@Nullable String reason) {
        return reason == null || reason.isBlank() ? List.of(new Guard("reason", "A reason must be given.")) : List.of();
    }

    static List<Guard> that(boolean holds, String guard, String message) {
        return holds ? List.of() : List.of(new Guard(guard, message));
    }

    private static boolean inOrder(Milestones m) {
        return m.registrationStart().isBefore(m.registrationEnd())
                && !m.startDate().isBefore(m.registrationEnd())
                && m.startDate().isBefore(m.endDate());
    }
}
