package io.hackhub.core.team;

import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.hackathon.TeamPort;
import io.hackhub.core.hackathon.TeamRules;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.UserId;
import java.util.List;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// What a [Team] is asked. `rules` are what the caller just heard of the
/// hackathon; the clock is the team's own.
public sealed interface TeamCommand extends CborSerializable {

    /// What routes ask: all that is answered with a [TeamReply].
    sealed interface Request extends TeamCommand {
        ActorRef<TeamReply> replyTo();
    }

    record Get(ActorRef<TeamReply> replyTo) implements Request {}

    /// As [Get], but answers only when room and hackathon know what the team knows now.
    record GetSettled(ActorRef<TeamReply> replyTo) implements Request {}

    /// Makes the team, still empty. It is there for others once the hackathon has claimed the founder for it
    /// (`EnterTeam` with the credential of a founder).
    record Form(
            String name,
            @Nullable String description,
            List<String> lookingFor,
            By by,
            TeamRules rules,
            ActorRef<TeamReply> replyTo)
            implements Request {}

    /// `ifVersion` null = whatever it was before.
    record Edit(
            By by,
            String name,
            @Nullable String description,
            List<String> lookingFor,
            @Nullable Long ifVersion,
            TeamRules rules,
            ActorRef<TeamReply> replyTo)
            implements Request {}

    record Disband(By by, TeamRules rules, ActorRef<TeamReply> replyTo) implements Request {}

    record Transfer(By by, UserId to, ActorRef<TeamReply> replyTo) implements Request {}

    /// Removing oneself is leaving. Answered after the room has cut the user off and the hackathon has freed them.
    record Remove(By by, UserId user, TeamRules rules, ActorRef<TeamReply> replyTo) implements Request {}

    /// `invitee` null = whoever holds the code, of which only the hash comes here.
    record Invite(
            By by,
            InvitationId id,
            String codeHash,
            @Nullable UserId invitee,
            TeamRules rules,
            ActorRef<TeamReply> replyTo)
            implements Request {}

    record RevokeInvitation(By by, InvitationId id, ActorRef<TeamReply> replyTo) implements Request {}

    /// Whether a code would let `user` in, asked before the hackathon is troubled with a claim.
    record CheckInvitation(UserId user, String codeHash, ActorRef<TeamReply> replyTo) implements Request {}

    /// Whoever sends it has made sure that the user is a mentor of the hackathon.
    record InviteMentor(By by, UserId user, ActorRef<TeamReply> replyTo) implements Request {}

    record RemoveMentor(By by, UserId user, ActorRef<TeamReply> replyTo) implements Request {}

    record SaveProject(By by, Project project, @Nullable Long ifVersion, TeamRules rules, ActorRef<TeamReply> replyTo)
            implements Request {}

    record Submit(By by, TeamRules rules, ActorRef<TeamReply> replyTo) implements Request {}

    record WithdrawSubmission(By by, TeamRules rules, ActorRef<TeamReply> replyTo) implements Request {}

    // What the hackathon says, each again until answered: see TeamPort

    record Join(UserId user, long claim, Credential credential, TeamRules rules, ActorRef<Decided> replyTo)
            implements TeamCommand {}

    record Decided(TeamPort.Decision decision) implements CborSerializable {}

    /// Answered, like [DismissMentor], once the room has cut the user off.
    record Leave(UserId user, long claim, ActorRef<Done> replyTo) implements TeamCommand {}

    record DismissMentor(UserId user, ActorRef<Done> replyTo) implements TeamCommand {}

    record HackathonIs(TeamRules rules, ActorRef<Done> replyTo) implements TeamCommand {}

    /// The team's room starts and asks who is in it: see `Memberships`.
    record TellRoom(ActorRef<RoomCommand> room) implements TeamCommand {}

    // What the entity tells itself

    /// The room acts on `version`, or (`applied` is false) has not said so in time.
    record RoomAnswered(long version, boolean applied) implements TeamCommand {}

    /// The hackathon's answer to a departure; `known` is false where it gave none in time.
    record DepartureAnswered(UserId user, long claim, boolean known) implements TeamCommand {}

    /// No message came for a while.
    record Idle() implements TeamCommand {}
}
