package io.hackhub.core.team;

import io.hackhub.core.access.Grant;
import io.hackhub.core.room.Member;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamEvent.DepartureSettled;
import io.hackhub.core.team.TeamEvent.HackathonKnown;
import io.hackhub.core.team.TeamEvent.InvitationCreated;
import io.hackhub.core.team.TeamEvent.InvitationRevoked;
import io.hackhub.core.team.TeamEvent.JoinRefused;
import io.hackhub.core.team.TeamEvent.LeadershipPassed;
import io.hackhub.core.team.TeamEvent.MemberJoined;
import io.hackhub.core.team.TeamEvent.MemberLeft;
import io.hackhub.core.team.TeamEvent.MentorInvited;
import io.hackhub.core.team.TeamEvent.MentorRemoved;
import io.hackhub.core.team.TeamEvent.ProjectSaved;
import io.hackhub.core.team.TeamEvent.ProjectSubmitted;
import io.hackhub.core.team.TeamEvent.SubmissionWithdrawn;
import io.hackhub.core.team.TeamEvent.TeamDisbanded;
import io.hackhub.core.team.TeamEvent.TeamEdited;
import io.hackhub.core.team.TeamEvent.TeamFormed;
import io.hackhub.core.team.TeamView.Invitation;
import io.hackhub.core.team.TeamView.Mentor;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a team's events amount to. Also its snapshot, so fields are only ever added, as optional ones. Before
/// [TeamFormed] it is [#NONE]. `revision` counts what all can see change.
record TeamState(
        @Nullable About about,
        Surroundings surroundings,
        List<Seat> members,
        @Nullable UserId leader,
        List<Mentor> mentors,
        List<OpenInvitation> invitations,
        List<Claim> claims,
        List<Departure> departures,
        @Nullable Project project,
        @Nullable Submission submission,
        boolean disbanded,
        long revision,
        Instant updatedAt)
        implements JsonSerializable {

    record About(
            HackathonId hackathon,
            String name,
            @Nullable String description,
            List<String> lookingFor,
            UserId founder,
            Instant formedAt) {}

    /// Of the hackathon, as of `version` of its journal.
    record Surroundings(long version, HackathonPhase phase, int minSize, int maxSize, Instant chatUntil) {
        Surroundings at(long otherVersion) {
            return new Surroundings(otherVersion, phase, minSize, maxSize, chatUntil);
        }
    }

    record OpenInvitation(
            InvitationId id,
            String codeHash,
            @Nullable UserId user,
            int usesLeft,
            Instant expiresAt,
            Instant createdAt) {

        boolean opensFor(UserId joining, String hash, Instant now) {
            var shown = codeHash.equals(hash) && (user == null || user.equals(joining));
            return (shown || isReferenceOf(joining, hash)) && usesLeft > 0 && now.isBefore(expiresAt);
        }

        private boolean isReferenceOf(UserId joining, String hash) {
            return joining.equals(user)
                    && InvitationCode.reference(new TeamId(id.value()), id)
                            .hash()
                            .equals(hash);
        }

        Invitation view() {
            return new Invitation(id, user, usesLeft, expiresAt, createdAt);
        }

        OpenInvitation used() {
            return new OpenInvitation(id, codeHash, user, usesLeft - 1, expiresAt, createdAt);
        }
    }

    /// A member's place, taken by claim `n`. They stand in the order of their taking.
    record Seat(UserId user, long n, Instant joinedAt) {}

    /// The last decision about a user. `refused` null = let in.
    record Claim(UserId user, long n, @Nullable Refusal refused) {}

    /// Left, and the hackathon has not confirmed it.
    record Departure(UserId user, long n) {}

    static final TeamState NONE = new TeamState(
            null,
            new Surroundings(0, HackathonPhase.BEFORE_START, 1, 1, Instant.EPOCH),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            false,
            0,
            Instant.EPOCH);

    /// Formed, and somebody is in it.
    boolean isAlive() {
        return about != null && !disbanded && !members.isEmpty();
    }

    boolean isMember(UserId user) {
        return seatOf(user).isPresent();
    }

    Optional<Seat> seatOf(UserId user) {
        return members.stream().filter(seat -> seat.user().equals(user)).findFirst();
    }

    boolean isMentor(UserId user) {
        return mentors.stream().anyMatch(mentor -> mentor.user().equals(user));
    }

    Optional<Claim> claimOf(UserId user) {
        return claims.stream().filter(claim -> claim.user().equals(user)).findFirst();
    }

    Optional<OpenInvitation> invitation(UserId joining, String hash, Instant now) {
        return invitations.stream()
                .filter(invitation -> invitation.opensFor(joining, hash, now))
                .findFirst();
    }

    /// What `user` is here, if anything.
    Optional<Grant> grantOf(UserId user) {
        return grants().filter(it -> it.user().equals(user)).map(Member::grant).findFirst();
    }

    /// Who may be in the team's room. Nobody stands there twice: staff cannot be a member.
    List<Member> roomMembers() {
        return grants().toList();
    }

    private Stream<Member> grants() {
        return Stream.concat(
                members.stream()
                        .map(it -> new Member(it.user(), it.user().equals(leader) ? Grant.LEADER : Grant.MEMBER)),
                mentors.stream()
                        .filter(it -> !isMember(it.user()))
                        .map(it -> new Member(it.user(), Grant.INVITED_MENTOR)));
    }

    TeamStatus status() {
        if (disbanded) {
            return TeamStatus.DISBANDED;
        }
        if (submission != null) {
            return TeamStatus.SUBMITTED;
        }
        if (surroundings.phase() != HackathonPhase.BEFORE_START) {
            return TeamStatus.COMPETING;
        }
        return members.size() >= surroundings.maxSize() ? TeamStatus.FULL : TeamStatus.RECRUITING;
    }

    /// Only of a team that was formed.
    TeamView view(TeamId id) {
        var known = Objects.requireNonNull(about, "a team that was never formed");
        return new TeamView(
                id,
                known.hackathon(),
                known.name(),
                known.description(),
                known.lookingFor(),
                status(),
                leader,
                members.stream()
                        .map(it -> new TeamView.Member(it.user(), it.joinedAt()))
                        .toList(),
                mentors,
                invitations.stream().map(OpenInvitation::view).toList(),
                project,
                submission,
                revision,
                known.formedAt(),
                updatedAt);
    }

    TeamState after(TeamEvent event) {
        var next = TeamStateChange.of(this);
        switch (event) {
            case TeamFormed e -> next.formed(e);
            case TeamEdited e -> next.edited(e);
            case TeamDisbanded _ -> next.disbanded();
            case MemberJoined e -> next.joined(e);
            case JoinRefused e -> next.decided(new Claim(e.user(), e.n(), e.reason()));
            case MemberLeft e -> next.left(e);
            case DepartureSettled e -> next.departures.remove(new Departure(e.user(), e.n()));
            case LeadershipPassed e -> next.leader = e.to();
            case InvitationCreated e -> next.invited(e);
            case InvitationRevoked e -> next.invitations.removeIf(it -> it.id().equals(e.invitation()));
            case MentorInvited e -> next.mentors.add(new Mentor(e.user(), e.at()));
            case MentorRemoved e -> next.mentors.removeIf(it -> it.user().equals(e.user()));
            case ProjectSaved e -> next.project = e.project();
            case ProjectSubmitted e -> next.submission = e.submission();
            case SubmissionWithdrawn _ -> next.submission = null;
            case HackathonKnown e ->
                next.surroundings = new Surroundings(e.version(), e.phase(), e.minSize(), e.maxSize(), e.chatUntil());
        }
        return isQuiet(event) ? next.at(revision, updatedAt) : next.at(revision + 1, event.at());
    }

    /// What changes nothing of what all see of the team: so it makes no `If-Match` stale.
    private static boolean isQuiet(TeamEvent event) {
        return switch (event) {
            case JoinRefused _, DepartureSettled _, InvitationCreated _, InvitationRevoked _, ProjectSaved _ -> true;
            case TeamFormed _,
                    TeamEdited _,
                    TeamDisbanded _,
                    MemberJoined _,
                    MemberLeft _,
                    LeadershipPassed _,
                    MentorInvited _,
                    MentorRemoved _,
                    ProjectSubmitted _,
                    SubmissionWithdrawn _,
                    HackathonKnown _ -> false;
        };
    }
}
