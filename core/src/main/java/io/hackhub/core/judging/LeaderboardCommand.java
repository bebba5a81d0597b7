package io.hackhub.core.judging;

import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// What can be asked of a [Leaderboard]. Whether somebody may control results or see others' scores is the route's
/// question; who may score and what fits is decided here, because scores also come over the live protocol.
public sealed interface LeaderboardCommand extends CborSerializable {

    // From the hackathon

    /// As of `version` of the hackathon's journal; an older one changes nothing. Not `open`: back to ACTIVE.
    record SetUp(
            long version,
            boolean open,
            Rubric rubric,
            List<UserId> judges,
            List<Entrant> teams,
            LeaderboardVisibility visibility,
            @Nullable Instant freezeAt,
            ActorRef<LeaderboardReply> replyTo)
            implements LeaderboardCommand {
        public SetUp {
            judges = List.copyOf(judges);
            teams = List.copyOf(teams);
        }
    }

    /// Takes no more scores unless there is one. Answers [LeaderboardReply.Unscored].
    record CloseIfUnscored(ActorRef<LeaderboardReply> replyTo) implements LeaderboardCommand {}

    /// Somebody is less than they were: cut off from what they may not read any more.
    record StandingChanged(Standing standing, ActorRef<LeaderboardReply> replyTo) implements LeaderboardCommand {}

    // Judges

    /// A whole card; it takes the place of the judge's former one.
    record Submission(
            UUID cid,
            UserId judge,
            TeamId team,
            Marks criteria,
            @Nullable String comment,
            boolean complete) {}

    /// `score.submit` of the live protocol: acks the version of the judge's own card.
    record SubmitScore(Submission submission, long ticket, ActorRef<Outcome> replyTo) implements LeaderboardCommand {}

    /// The same over REST. Answers [LeaderboardReply.Scored].
    record PutScore(Submission submission, @Nullable Long ifVersion, ActorRef<LeaderboardReply> replyTo)
            implements LeaderboardCommand {}

    /// Answers [LeaderboardReply.Assignments].
    record GetAssignments(UserId judge, ActorRef<LeaderboardReply> replyTo) implements LeaderboardCommand {}

    /// Cards of one judge or of all, at most `limit` from the `from`-th on. Answers [LeaderboardReply.Cards].
    record GetCards(@Nullable UserId judge, int from, int limit, ActorRef<LeaderboardReply> replyTo)
            implements LeaderboardCommand {}

    // Boards and results

    /// Answers [LeaderboardReply.Board].
    record GetBoard(boolean full, ActorRef<LeaderboardReply> replyTo) implements LeaderboardCommand {}

    record Freeze(UserId by, ActorRef<LeaderboardReply> replyTo) implements LeaderboardCommand {}

    record Unfreeze(UserId by, ActorRef<LeaderboardReply> replyTo) implements LeaderboardCommand {}

    /// Answers [LeaderboardReply.ResultsAre]. Each list of `sharedRanks` declares that its teams share a rank.
    record Finalize(List<Waiver> waived, List<List<TeamId>> sharedRanks, UserId by, ActorRef<LeaderboardReply> replyTo)
            implements LeaderboardCommand {
        public Finalize {
            waived = List.copyOf(waived);
            sharedRanks = sharedRanks.stream().map(List::copyOf).toList();
        }
    }

    /// Answers [LeaderboardReply.ResultsAre] once the hackathon is complete.
    record Publish(UserId by, ActorRef<LeaderboardReply> replyTo) implements LeaderboardCommand {}

    record FromHub(SourceCommand command) implements LeaderboardCommand {}

    // What the entity tells itself

    /// A window is over: boards are worked out and sent.
    enum WindowEnded implements LeaderboardCommand {
        INSTANCE
    }

    /// The clock: the board may have to freeze.
    enum FreezeDue implements LeaderboardCommand {
        INSTANCE
    }

    /// Hubs that have not answered yet are told again that the boards are here.
    enum AnnounceAgain implements LeaderboardCommand {
        INSTANCE
    }

    /// The hackathon is asked again to complete.
    enum CompleteAgain implements LeaderboardCommand {
        INSTANCE
    }

    /// The number of viewers is signalled.
    enum ViewersDue implements LeaderboardCommand {
        INSTANCE
    }

    /// No message came for a while.
    enum Idle implements LeaderboardCommand {
        INSTANCE
    }

    /// The standing behind [SourceCommand.Admit]; null = the hackathon did not answer.
    record Admitting(SourceCommand.Admit admit, @Nullable Standing standing) implements LeaderboardCommand {}

    /// What the hackathon said to completing; null = nothing yet.
    record Completing(@Nullable HackathonReply reply) implements LeaderboardCommand {}
}
