package io.hackhub.core.hackathon;

import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to a hackathon. This file is the stored schema: a record here is never renamed, moved or
/// narrowed. People are named by id only; what they wrote when they registered lies in a table.
public sealed interface HackathonEvent extends JsonSerializable {

    String TAG = "hackathon";

    Instant at();

    record Created(
            OrganizationId organization,
            String slug,
            Details details,
            Milestones milestones,
            long managersVersion,
            List<Manager> managers,
            UserId by,
            Instant at)
            implements HackathonEvent {
        public Created {
            managers = List.copyOf(managers);
        }
    }

    record DetailsChanged(Details details, UserId by, Instant at) implements HackathonEvent {}

    record Rescheduled(Milestones milestones, UserId by, Instant at) implements HackathonEvent {}

    /// A transition. Without `by`, the clock made it.
    record StatusChanged(
            HackathonStatus from,
            HackathonStatus to,
            @Nullable UserId by,
            @Nullable String reason,
            Instant at) implements HackathonEvent {}

    /// The start came and there was no team at all: it waits for the first one.
    record StartHeld(Instant at) implements HackathonEvent {}

    /// The owners and admins of the organization, as of its `version`.
    record ManagersChanged(long version, List<Manager> managers, Instant at) implements HackathonEvent {
        public ManagersChanged {
            managers = List.copyOf(managers);
        }
    }

    /// Somebody's roles, all of them; none = no staff any more.
    record StaffChanged(UserId user, List<StaffRole> roles, UserId by, Instant at) implements HackathonEvent {
        public StaffChanged {
            roles = List.copyOf(roles);
        }
    }

    /// REGISTERED or WAITLISTED, at the end of that line.
    record Registered(UserId user, UUID registration, RegistrationStatus status, Instant at)
            implements HackathonEvent {}

    /// The first of the waiting list got a place.
    record Promoted(UserId user, Instant at) implements HackathonEvent {}

    record CheckedIn(UserId user, UserId by, Instant at) implements HackathonEvent {}

    /// Left the hackathon, and with it the team, if any.
    record Withdrawn(UserId user, Instant at) implements HackathonEvent {}

    record TeamClaimed(UserId user, TeamId team, long claim, Credential credential, Instant at)
            implements HackathonEvent {}

    record TeamClaimSettled(UserId user, TeamId team, long claim, Instant at) implements HackathonEvent {}

    /// The team said no, or the person left it.
    record TeamClaimReleased(UserId user, TeamId team, long claim, Instant at) implements HackathonEvent {}

    /// Everybody who acts on what `user` lost, the chat room and the teams, has done so up to `version`.
    record LossApplied(UserId user, long version, Instant at) implements HackathonEvent {}
}
