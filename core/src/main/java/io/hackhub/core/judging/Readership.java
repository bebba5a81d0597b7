package io.hackhub.core.judging;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.judging.LeaderboardCommand.Admitting;
import io.hackhub.core.judging.LeaderboardCommand.AnnounceAgain;
import io.hackhub.core.judging.LeaderboardCommand.ViewersDue;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.live.SourceCommand.Admit;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Uuids;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/// Who reads the boards: admission by the hackathon's word, hubs that follow, viewers. Belongs to one [Leaderboard] and
/// runs inside it.
final class Readership {

    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration VIEWERS_EVERY = Duration.ofSeconds(2);

    private final ActorContext<LeaderboardCommand> context;
    private final TimerScheduler<LeaderboardCommand> timers;
    private final HackathonId id;
    private final Leaderboard.Collaborators with;
    private Boards boards;

    Readership(
            ActorContext<LeaderboardCommand> context,
            TimerScheduler<LeaderboardCommand> timers,
            HackathonId id,
            Leaderboard.Collaborators with) {
        this.context = context;
        this.timers = timers;
        this.id = id;
        this.with = with;
        this.boards = newBoards();
    }

    private Boards newBoards() {
        var epoch = Uuids.v7(with.clock().instant(), with.random()).toString();
        return new Boards(id, epoch, with.hubs(), with.clock());
    }

    Boards boards() {
        return boards;
    }

    /// Recovered: counting starts anew, and every hub hears of it.
    void start(LeaderboardState state) {
        boards = newBoards();
        boards.show(state);
        announce(true);
    }

    void announce(boolean first) {
        if (boards.announce(first)) {
            timers.startSingleTimer(AnnounceAgain.INSTANCE, AnnounceAgain.INSTANCE, AGAIN);
        }
    }

    void handle(SourceCommand command) {
        switch (command) {
            case SourceCommand.Follow(var channel, var _, var hub) -> boards.follow(channel, hub);
            case SourceCommand.Unfollow(var channel, var hub) -> {
                boards.unfollow(channel, hub);
                viewersChanged();
            }
            case SourceCommand.Readers(var channel, var count, var _, var hub) -> {
                boards.watched(channel, hub, count);
                viewersChanged();
            }
            case Admit admit ->
                context.ask(
                        Standing.class,
                        with.hackathon(),
                        with.settings().askTimeout(),
                        replyTo ->
                                new HackathonCommand.StandingOf(admit.reader().user(), replyTo),
                        (standing, _) -> new Admitting(admit, standing));
            case SourceCommand.Who(var channel, var ticket, var _, var replyTo) ->
                replyTo.tell(new HubCommand.WhoIs(channel, ticket, List.of(), 0));
        }
    }

    private void viewersChanged() {
        if (!timers.isTimerActive(ViewersDue.INSTANCE)) {
            timers.startSingleTimer(ViewersDue.INSTANCE, ViewersDue.INSTANCE, VIEWERS_EVERY);
        }
    }

    void admit(LeaderboardVisibility visibility, Admit admit, @Nullable Standing standing) {
        boolean full = isFull(admit.channel());
        var refusal = standing == null
                ? RefusalCode.UNAVAILABLE
                : BoardVisibility.refusal(
                                visibility,
                                full,
                                standing,
                                grants(standing, admit.reader().admin()))
                        .orElse(null);
        long version = boards.board(full).frame().to();
        admit.replyTo().tell(new HubCommand.Admission(admit.channel(), admit.ticket(), refusal, version, false));
    }

    private static boolean isFull(Channel channel) {
        return channel instanceof Channel.Board board && board.full();
    }

    private static Set<Grant> grants(Standing standing, boolean admin) {
        var grants = EnumSet.noneOf(Grant.class);
        grants.addAll(standing.grants());
        if (admin) {
            grants.add(Grant.ADMIN);
        }
        return grants;
    }

    /// Cuts off whoever may not read any more. A platform admin among them may simply ask again.
    void cut(LeaderboardVisibility visibility, Standing standing) {
        for (boolean full : new boolean[] {false, true}) {
            if (BoardVisibility.refusal(visibility, full, standing, standing.grants())
                    .isPresent()) {
                boards.cut(full, standing.user());
            }
        }
    }
}
