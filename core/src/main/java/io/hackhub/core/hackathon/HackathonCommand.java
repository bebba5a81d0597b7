package io.hackhub.core.hackathon;

import io.hackhub.core.access.Standing;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// What can be asked of a [Hackathon]. Whether the caller has the right to ask is the route's question, put to
/// `Policy` with the grants of [HackathonView]; whether it fits the phase and the state is decided here.
public sealed interface HackathonCommand extends CborSerializable {

    // Organizers

    record Create(
            OrganizationId organization,
            String slug,
            Details details,
            Milestones milestones,
            long managersVersion,
            List<Manager> managers,
            UserId by,
            ActorRef<HackathonReply> replyTo)
            implements HackathonCommand {}

    /// Replaces details and milestones, if it is still at `ifRevision` (when given).
    record Change(
            Details details,
            Milestones milestones,
            @Nullable Long ifRevision,
            UserId by,
            ActorRef<HackathonReply> replyTo)
            implements HackathonCommand {}

    /// A transition by hand. `registrationEnd` goes with opening registration again, `endDate` with going back to
    /// ACTIVE; `organizationVerified` is what the caller just looked up.
    record Move(
            HackathonStatus to,
            @Nullable String reason,
            @Nullable Instant registrationEnd,
            @Nullable Instant endDate,
            boolean organizationVerified,
            @Nullable Long ifRevision,
            UserId by,
            ActorRef<HackathonReply> replyTo)
            implements HackathonCommand {}

    /// The results are published: told by judging, again until answered.
    record Complete(UserId by, ActorRef<HackathonReply> replyTo) implements HackathonCommand {}

    /// Gives `user` these roles; `keep` = beside those they have, else instead of them. None = no staff any more.
    /// Answers once what they lost is applied.
    record SetStaff(UserId user, List<StaffRole> roles, boolean keep, UserId by, ActorRef<HackathonReply> replyTo)
            implements HackathonCommand {}

    /// The organization's owners and admins as of its `version`; an older one changes nothing. Answers once it is
    /// stored, and applied to those who are no managers any more.
    record ManagersAre(long version, List<Manager> managers, ActorRef<Done> replyTo) implements HackathonCommand {}

    // Those who take part

    /// `registration` is the new registration's id.
    record Register(UserId user, UUID registration, ActorRef<HackathonReply> replyTo) implements HackathonCommand {}

    /// Leaves the hackathon and the team. Answers once chats have cut them off.
    record Withdraw(UserId user, ActorRef<HackathonReply> replyTo) implements HackathonCommand {}

    record CheckIn(UserId user, UserId by, ActorRef<HackathonReply> replyTo) implements HackathonCommand {}

    /// Puts `user` on `team` if the team agrees and they are on no other. Answers [HackathonReply.Entered].
    record EnterTeam(UserId user, TeamId team, Credential credential, ActorRef<HackathonReply> replyTo)
            implements HackathonCommand {}

    /// Told by a team, again until answered: `user`, who was there by `claim`, is not on it any more.
    record TeamLeft(UserId user, TeamId team, long claim, ActorRef<Done> replyTo) implements HackathonCommand {}

    // Questions, answered from memory

    /// Answers [HackathonReply.Accepted], also where the viewer may not know of it ([HackathonView#known]), or
    /// NOT_FOUND. Without a viewer: as a guest.
    record Get(@Nullable UserId viewer, ActorRef<HackathonReply> replyTo) implements HackathonCommand {}

    record StandingOf(@Nullable UserId user, ActorRef<Standing> replyTo) implements HackathonCommand {}

    /// As [StandingOf], for a room.
    record StandingFor(@Nullable UserId user, ActorRef<RoomCommand> replyTo) implements HackathonCommand {}

    /// At most `limit` registrations from the `from`-th on, counted from 0; of one `status` when given.
    record Registrations(int from, int limit, @Nullable RegistrationStatus status, ActorRef<RegistrationPage> replyTo)
            implements HackathonCommand {}

    /// The clock: something may be due.
    record Tick() implements HackathonCommand {}

    // What the entity tells itself

    record TeamDecided(long claim, TeamPort.@Nullable Decision decision) implements HackathonCommand {}

    /// Judging answered the question behind `move`; null = it did not.
    record JudgingClosed(Move move, @Nullable Boolean unscored) implements HackathonCommand {}

    record LossReached(UserId user, long version, boolean applied) implements HackathonCommand {}

    /// No message came for a while.
    record Idle() implements HackathonCommand {}
}
