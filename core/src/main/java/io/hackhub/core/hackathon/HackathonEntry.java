package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonView.Counts;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import java.time.Instant;

/// One line of the list of hackathons. `written` is the status last projected: ask [#status] with the clock.
public record HackathonEntry(
        HackathonId id,
        OrganizationId organization,
        String slug,
        Details details,
        Milestones milestones,
        HackathonStatus written,
        boolean published,
        boolean held,
        Counts counts,
        boolean featured,
        Instant createdAt,
        Instant updatedAt) {

    public HackathonStatus status(Instant now) {
        return milestones.at(written, counts.teams() > 0, now);
    }
}
