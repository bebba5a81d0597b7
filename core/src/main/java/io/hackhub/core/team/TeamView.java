package io.hackhub.core.team;

import io.hackhub.core.access.Grant;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A team as its entity answers it: everything that routes need, the unsubmitted draft and the invitations too, so a
/// route shows of it only what [io.hackhub.core.access.Policy] allows. `version` is the team's last event. The leader
/// is null in a disbanded team alone.
public record TeamView(
        TeamId id,
        HackathonId hackathon,
        String name,
        @Nullable String description,
        List<String> lookingFor,
        TeamStatus status,
        @Nullable UserId leader,
        List<Member> members,
        List<Mentor> mentors,
        List<Invitation> invitations,
        @Nullable Project project,
        @Nullable Submission submission,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements CborSerializable {

    /// Members stand in the order of their joining.
    public record Member(UserId user, Instant joinedAt) {}

    public record Mentor(UserId user, Instant invitedAt) {}

    /// `user` null = whoever holds the code.
    public record Invitation(
            InvitationId id, @Nullable UserId user, int usesLeft, Instant expiresAt, Instant createdAt) {}

    public TeamView {
        lookingFor = List.copyOf(lookingFor);
        members = List.copyOf(members);
        mentors = List.copyOf(mentors);
        invitations = List.copyOf(invitations);
    }

    /// What `user` (null = guest) is in this team.
    public Set<Grant> grantsOf(@Nullable UserId user) {
        var grants = EnumSet.noneOf(Grant.class);
        if (user != null && members.stream().anyMatch(member -> member.user().equals(user))) {
            grants.add(user.equals(leader) ? Grant.LEADER : Grant.MEMBER);
        }
        if (user != null && mentors.stream().anyMatch(mentor -> mentor.user().equals(user))) {
            grants.add(Grant.INVITED_MENTOR);
        }
        return grants;
    }
}
