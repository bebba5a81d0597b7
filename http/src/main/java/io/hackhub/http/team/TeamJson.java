package io.hackhub.http.team;

import io.hackhub.core.account.Card;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.InvitationId;
import io.hackhub.core.team.Project;
import io.hackhub.core.team.ProjectGallery.Exhibit;
import io.hackhub.core.team.Submission;
import io.hackhub.core.team.TeamDirectory;
import io.hackhub.core.team.TeamMembers;
import io.hackhub.core.team.TeamRole;
import io.hackhub.core.team.TeamStatus;
import io.hackhub.core.team.TeamView;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The shapes of the contract.
final class TeamJson {

    /// Mentors stand after the members, as members with the role MENTOR.
    record Member(Card user, TeamRole role, Instant joinedAt) {}

    /// `leaderId` is null in a disbanded team alone.
    record Team(
            TeamId id,
            HackathonId hackathonId,
            String name,
            @Nullable String description,
            @Nullable UserId leaderId,
            TeamStatus status,
            List<String> lookingFor,
            List<Member> members,
            Instant createdAt,
            Instant updatedAt) {}

    /// `late` and `submittedVersion` only where there is a submission: which saving it was that was handed in.
    record ProjectView(
            String name,
            String description,
            @Nullable String repositoryUrl,
            @Nullable String demoUrl,
            List<String> trackIds,
            @Nullable Instant submittedAt,
            @Nullable Boolean late,
            @Nullable Long submittedVersion,
            long version) {}

    record GalleryItem(
            TeamId teamId,
            String teamName,
            String name,
            String description,
            @Nullable String repositoryUrl,
            @Nullable String demoUrl,
            List<String> trackIds,
            @Nullable Instant submittedAt,
            @Nullable Boolean late,
            long version) {}

    /// What is shown once.
    record CreatedInvitation(InvitationId id, String invitationCode, Instant expiresAt) {}

    record Invitation(InvitationId id, @Nullable UserId userId, int usesLeft, Instant expiresAt, Instant createdAt) {}

    private TeamJson() {}

    static Set<UserId> people(TeamView team) {
        var people = new HashSet<UserId>();
        team.members().forEach(it -> people.add(it.user()));
        team.mentors().forEach(it -> people.add(it.user()));
        return people;
    }

    static Team team(TeamView team, Map<UserId, Card> cards) {
        return new Team(
                team.id(),
                team.hackathon(),
                team.name(),
                team.description(),
                team.leader(),
                team.status(),
                team.lookingFor(),
                members(team, cards),
                team.createdAt(),
                team.updatedAt());
    }

    static List<Member> members(TeamView team, Map<UserId, Card> cards) {
        return Stream.concat(
                        team.members().stream()
                                .map(it -> new Member(
                                        card(it.user(), cards),
                                        it.user().equals(team.leader()) ? TeamRole.LEADER : TeamRole.MEMBER,
                                        it.joinedAt())),
                        team.mentors().stream()
                                .map(it -> new Member(card(it.user(), cards), TeamRole.MENTOR, it.invitedAt())))
                .toList();
    }

    static Team team(TeamDirectory.Listed team, List<TeamMembers.Listed> members, Map<UserId, Card> cards) {
        return new Team(
                team.id(),
                team.hackathon(),
                team.name(),
                team.description(),
                team.leader(),
                team.status(),
                team.lookingFor(),
                members.stream()
                        .map(it -> new Member(card(it.user(), cards), it.role(), it.since()))
                        .toList(),
                team.createdAt(),
                team.updatedAt());
    }

    static ProjectView project(Project project, @Nullable Submission submission) {
        return new ProjectView(
                project.name(),
                project.description(),
                project.repositoryUrl(),
                project.demoUrl(),
                project.trackIds(),
                submission == null ? null : submission.at(),
                submission == null ? null : submission.late(),
                submission == null ? null : submission.project().version(),
                project.version());
    }

    static GalleryItem galleryItem(Exhibit shown) {
        var project = shown.project();
        return new GalleryItem(
                shown.team(),
                shown.teamName(),
                project.name(),
                project.description(),
                project.repositoryUrl(),
                project.demoUrl(),
                project.trackIds(),
                shown.submittedAt(),
                shown.submittedAt() == null ? null : shown.late(),
                project.version());
    }

    static Invitation invitation(TeamView.Invitation it) {
        return new Invitation(it.id(), it.user(), it.usesLeft(), it.expiresAt(), it.createdAt());
    }

    private static Card card(UserId user, Map<UserId, Card> cards) {
        return cards.getOrDefault(user, Card.gone(user));
    }
}
