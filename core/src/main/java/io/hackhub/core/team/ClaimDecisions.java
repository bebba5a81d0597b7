package io.hackhub.core.team;

import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.TeamPort.Decision;
import io.hackhub.core.hackathon.TeamRules;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand.Join;
import io.hackhub.core.team.TeamCommand.Leave;
import io.hackhub.core.team.TeamEvent.HackathonKnown;
import io.hackhub.core.team.TeamEvent.JoinRefused;
import io.hackhub.core.team.TeamEvent.MemberJoined;
import io.hackhub.core.team.TeamState.OpenInvitation;
import io.hackhub.core.team.TeamState.Seat;
import io.hackhub.core.team.TeamState.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The team's half of "one team per person": each claim of the hackathon is decided once, and answered the same for
/// ever.
/// Claims of one person only count upwards, so a lower number is a late echo that changes nothing.
final class ClaimDecisions {

    private ClaimDecisions() {}

    /// The decision that stands already, if the claim, or a later one of the same user, was decided before.
    static Optional<Decision> decided(TeamState team, UserId user, long claim) {
        return team.claimOf(user)
                .filter(known -> known.n() >= claim)
                .map(known -> known.n() > claim ? Decision.CLOSED : decision(known.refused()));
    }

    static Decision decision(@Nullable Refusal refused) {
        return switch (refused) {
            case null -> Decision.ACCEPTED;
            case FULL -> Decision.FULL;
            case INVITATION_INVALID -> Decision.INVITATION_INVALID;
            case NO_TEAM -> Decision.NO_SUCH_TEAM;
            case DENIED,
                    PHASE,
                    TOO_MANY_INVITATIONS,
                    ALREADY_MEMBER,
                    NOT_MEMBER,
                    NOT_MENTOR,
                    TOO_MANY_MENTORS,
                    WITHDRAWN,
                    STALE,
                    NO_PROJECT,
                    NOT_SUBMITTED,
                    TOO_SMALL -> Decision.CLOSED;
        };
    }

    /// A no is an event as well, so that the same claim, coming late, cannot slip in. What the claim brings of news of
    /// the hackathon is taken along: a new team may have missed it.
    static List<TeamEvent> join(TeamState team, Join c, Instant now) {
        var invitation = invitation(team, c, now);
        var refusal = refusal(team, c, invitation, now);
        if (refusal != null) {
            return List.of(new JoinRefused(c.user(), c.claim(), refusal, now));
        }
        var events = new ArrayList<>(know(team, c.rules(), now));
        events.add(new MemberJoined(
                c.user(), c.claim(), invitation.map(OpenInvitation::id).orElse(null), now));
        return List.copyOf(events);
    }

    private static Optional<OpenInvitation> invitation(TeamState team, Join c, Instant now) {
        return c.credential() instanceof Credential.Invitation(var hash)
                ? team.invitation(c.user(), hash, now)
                : Optional.empty();
    }

    private static @Nullable Refusal refusal(TeamState team, Join c, Optional<OpenInvitation> invitation, Instant now) {
        if (team.about() == null || team.disbanded()) {
            return Refusal.NO_TEAM;
        }
        if (!admits(team, c, invitation)) {
            return Refusal.INVITATION_INVALID;
        }
        if (team.isMember(c.user())) {
            return Refusal.ALREADY_MEMBER;
        }
        if (!MembershipDecisions.mayChange(c.rules(), now)) {
            return Refusal.PHASE;
        }
        return team.members().size() < c.rules().teamSize().max() ? null : Refusal.FULL;
    }

    private static boolean admits(TeamState team, Join c, Optional<OpenInvitation> invitation) {
        return switch (c.credential()) {
            case Credential.Founder() ->
                team.members().isEmpty()
                        && team.about() != null
                        && c.user().equals(team.about().founder());
            case Credential.Invitation(var _) -> invitation.isPresent();
            case Credential.ByOrganizer() -> !team.members().isEmpty();
        };
    }

    /// The hackathon took the person back: whatever the phase, they go; a claim that never arrived is refused for ever.
    static List<TeamEvent> leave(TeamState team, Leave c, Instant now) {
        var events = new ArrayList<TeamEvent>();
        if (team.about() != null
                && team.claimOf(c.user()).map(known -> known.n() < c.claim()).orElse(true)) {
            events.add(new JoinRefused(c.user(), c.claim(), Refusal.WITHDRAWN, now));
        }
        team.seatOf(c.user())
                .filter(seat -> seat.n() <= c.claim())
                .ifPresent((Seat seat) -> events.addAll(MembershipDecisions.departure(team, seat, null, now)));
        return List.copyOf(events);
    }

    /// Nothing where it changes nothing here.
    static List<TeamEvent> know(TeamState team, TeamRules rules, Instant now) {
        var old = team.surroundings();
        var known = new Surroundings(
                rules.version(),
                phase(rules.status()),
                rules.teamSize().min(),
                rules.teamSize().max(),
                rules.chatUntil());
        return team.about() == null || rules.version() <= old.version() || known.equals(old.at(rules.version()))
                ? List.of()
                : List.of(new HackathonKnown(
                        known.version(), known.phase(), known.minSize(), known.maxSize(), known.chatUntil(), now));
    }

    static HackathonPhase phase(HackathonStatus status) {
        return switch (status) {
            case DRAFT, PUBLISHED, REGISTRATION_OPEN, REGISTRATION_CLOSED -> HackathonPhase.BEFORE_START;
            case ACTIVE -> HackathonPhase.COMPETITION;
            case JUDGING, COMPLETED, CANCELLED -> HackathonPhase.OVER;
        };
    }
}
