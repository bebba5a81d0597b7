package io.hackhub.core.judging;

import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.judging.LeaderboardCommand.CompleteAgain;
import io.hackhub.core.judging.LeaderboardCommand.Completing;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/// Tells the hackathon that it is complete, until it answers, and those who wait for that. Belongs to one [Leaderboard]
/// and runs inside it.
final class Publishing {

    /// What the hackathon made of it.
    sealed interface Outcome {}

    record Completed(long hackathonVersion) implements Outcome {}

    record Refused() implements Outcome {}

    record AskAgain() implements Outcome {}

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final ActorContext<LeaderboardCommand> context;
    private final TimerScheduler<LeaderboardCommand> timers;
    private final Leaderboard.Collaborators with;
    private final List<ActorRef<LeaderboardReply>> waiting = new ArrayList<>();

    Publishing(
            ActorContext<LeaderboardCommand> context,
            TimerScheduler<LeaderboardCommand> timers,
            Leaderboard.Collaborators with) {
        this.context = context;
        this.timers = timers;
        this.with = with;
    }

    void await(ActorRef<LeaderboardReply> replyTo) {
        waiting.add(replyTo);
    }

    void ask(UserId by) {
        context.ask(
                HackathonReply.class,
                with.hackathon(),
                with.settings().askTimeout(),
                replyTo -> new HackathonCommand.Complete(by, replyTo),
                (reply, _) -> new Completing(reply));
    }

    void askLater() {
        timers.startSingleTimer(CompleteAgain.INSTANCE, CompleteAgain.INSTANCE, AGAIN);
    }

    void answer(LeaderboardReply reply) {
        waiting.forEach(replyTo -> replyTo.tell(reply));
        waiting.clear();
    }

    static Outcome outcome(@Nullable HackathonReply reply) {
        return switch (reply) {
            case HackathonReply.Accepted(var hackathon) -> new Completed(hackathon.version());
            case HackathonReply.Refused(var reason, var _) when reason != HackathonReply.Reason.BUSY -> new Refused();
            case null -> new AskAgain();
            case HackathonReply.Refused _,
                    HackathonReply.Enrolled _,
                    HackathonReply.Entered _,
                    HackathonReply.Finished _ -> new AskAgain();
        };
    }
}
