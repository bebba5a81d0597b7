package io.hackhub.core.hackathon;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A hackathon as one viewer finds it, at the clock of its answer: `status` is never behind a milestone.
/// `version` counts its journal, `revision` only what organizers change: that one is the ETag. `managers` are those
/// owners and admins of its organization who are organizers here: not who is registered.
public record HackathonView(
        HackathonId id,
        long version,
        long revision,
        OrganizationId organization,
        String slug,
        Details details,
        Milestones milestones,
        HackathonStatus status,
        Counts counts,
        List<Staff> staff,
        List<Manager> managers,
        List<TeamId> teams,
        Standing standing,
        @Nullable Registration registration,
        Instant createdAt,
        Instant updatedAt) {

    public HackathonView {
        staff = List.copyOf(staff);
        managers = List.copyOf(managers);
        teams = List.copyOf(teams);
    }

    public record Counts(int registered, int waitlisted, int teams) {}

    /// What the viewer is here. Platform ADMIN is not among it.
    public Set<Grant> grants() {
        return standing.grants();
    }

    /// Whether this viewer may know of it: drafts are for their staff.
    public boolean known() {
        return standing.published() || standing.grants().stream().anyMatch(Grant::isStaff);
    }

    /// Everybody with that role; the organization's owners and admins are organizers.
    public List<UserId> with(StaffRole role) {
        return new People(0, managers, staff).with(role);
    }

    public @Nullable TeamId teamId() {
        return registration == null ? null : registration.teamId();
    }

    /// What a team must know of its hackathon.
    public TeamRules teamRules() {
        return new TeamRules(id, version, status, milestones, details.teamSize(), standing.chatUntil());
    }
}
