package io.hackhub.core.team;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to a team. This file is the stored schema: a record here is never renamed, moved or
/// narrowed, only extended by optional fields; people stand in it by id alone. `n` is always the number of the claim in
/// the hackathon's journal, by which late and repeated messages are told apart.
public sealed interface TeamEvent extends JsonSerializable {

    /// There is a team, though nobody is in it until the hackathon has claimed its founder.
    record TeamFormed(
            HackathonId hackathon,
            String name,
            @Nullable String description,
            List<String> lookingFor,
            UserId founder,
            long hackathonVersion,
            HackathonPhase phase,
            int minSize,
            int maxSize,
            Instant chatUntil,
            Instant at)
            implements TeamEvent {
        public TeamFormed {
            lookingFor = List.copyOf(lookingFor);
        }
    }

    record TeamEdited(String name, @Nullable String description, List<String> lookingFor, Instant at)
            implements TeamEvent {
        public TeamEdited {
            lookingFor = List.copyOf(lookingFor);
        }
    }

    record TeamDisbanded(Instant at) implements TeamEvent {}

    /// The first to join leads. `invitation` is null for the founder and for those whom an organizer put in.
    record MemberJoined(UserId user, long n, @Nullable InvitationId invitation, Instant at) implements TeamEvent {}

    /// Stored so that the same question, however late it comes again, finds the same no.
    record JoinRefused(UserId user, long n, Refusal reason, Instant at) implements TeamEvent {}

    /// `by` = the member themselves, or who removed them; null = the hackathon, from which they withdrew.
    record MemberLeft(UserId user, long n, @Nullable UserId by, Instant at) implements TeamEvent {}

    /// The hackathon knows that the user left and has freed them for another team.
    record DepartureSettled(UserId user, long n, Instant at) implements TeamEvent {}

    record LeadershipPassed(UserId to, Instant at) implements TeamEvent {}

    /// `user` null = whoever holds the code.
    record InvitationCreated(
            InvitationId invitation,
            String codeHash,
            @Nullable UserId user,
            UserId by,
            int uses,
            Instant expiresAt,
            Instant at)
            implements TeamEvent {}

    record InvitationRevoked(InvitationId invitation, Instant at) implements TeamEvent {}

    record MentorInvited(UserId user, UserId by, Instant at) implements TeamEvent {}

    record MentorRemoved(UserId user, Instant at) implements TeamEvent {}

    record ProjectSaved(Project project, UserId by, Instant at) implements TeamEvent {}

    record ProjectSubmitted(Submission submission, Instant at) implements TeamEvent {}

    record SubmissionWithdrawn(@Nullable UserId by, Instant at) implements TeamEvent {}

    /// What a team must know of its hackathon, as of `version` of that one's journal.
    record HackathonKnown(long version, HackathonPhase phase, int minSize, int maxSize, Instant chatUntil, Instant at)
            implements TeamEvent {}

    /// When it happened.
    Instant at();
}
