package io.hackhub.core.judging;

import com.typesafe.config.Config;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.judging.LeaderboardCommand.Admitting;
import io.hackhub.core.judging.LeaderboardCommand.AnnounceAgain;
import io.hackhub.core.judging.LeaderboardCommand.CloseIfUnscored;
import io.hackhub.core.judging.LeaderboardCommand.CompleteAgain;
import io.hackhub.core.judging.LeaderboardCommand.Completing;
import io.hackhub.core.judging.LeaderboardCommand.Finalize;
import io.hackhub.core.judging.LeaderboardCommand.Freeze;
import io.hackhub.core.judging.LeaderboardCommand.FreezeDue;
import io.hackhub.core.judging.LeaderboardCommand.FromHub;
import io.hackhub.core.judging.LeaderboardCommand.GetAssignments;
import io.hackhub.core.judging.LeaderboardCommand.GetBoard;
import io.hackhub.core.judging.LeaderboardCommand.GetCards;
import io.hackhub.core.judging.LeaderboardCommand.Idle;
import io.hackhub.core.judging.LeaderboardCommand.Publish;
import io.hackhub.core.judging.LeaderboardCommand.PutScore;
import io.hackhub.core.judging.LeaderboardCommand.SetUp;
import io.hackhub.core.judging.LeaderboardCommand.StandingChanged;
import io.hackhub.core.judging.LeaderboardCommand.SubmitScore;
import io.hackhub.core.judging.LeaderboardCommand.Unfreeze;
import io.hackhub.core.judging.LeaderboardCommand.ViewersDue;
import io.hackhub.core.judging.LeaderboardCommand.WindowEnded;
import io.hackhub.core.judging.LeaderboardEvent.Closed;
import io.hackhub.core.judging.LeaderboardEvent.PublishRefused;
import io.hackhub.core.judging.LeaderboardEvent.PublishRequested;
import io.hackhub.core.judging.LeaderboardEvent.Published;
import io.hackhub.core.judging.LeaderboardEvent.ScoreSubmitted;
import io.hackhub.core.judging.LeaderboardReply.Finished;
import io.hackhub.core.judging.LeaderboardReply.Reason;
import io.hackhub.core.judging.LeaderboardReply.Refused;
import io.hackhub.core.judging.LeaderboardReply.Unscored;
import io.hackhub.core.judging.LeaderboardState.Phase;
import io.hackhub.core.live.Hubs;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Passivation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandlerWithReply;
import org.apache.pekko.persistence.typed.javadsl.EffectBuilder;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.jspecify.annotations.Nullable;

/// The judging of one hackathon, and the source of its two boards. A score only marks them dirty; once a window they
/// are worked out whole. What the clock has to do (freezing) is caught up with before a score is taken, however late
/// the timer.
public final class Leaderboard
        extends EventSourcedBehaviorWithEnforcedReplies<LeaderboardCommand, LeaderboardEvent, LeaderboardState> {

    public static final EntityTypeKey<LeaderboardCommand> KEY =
            EntityTypeKey.create(LeaderboardCommand.class, "Leaderboard");

    /// Whom a leaderboard works with.
    public record Collaborators(
            RecipientRef<HackathonCommand> hackathon,
            Hubs hubs,
            InstantSource clock,
            RandomGenerator random,
            Settings settings) {}

    /// How often boards change at most, and how long the hackathon may take to answer.
    public record Settings(Duration window, Duration askTimeout) {
        public static Settings of(Config config) {
            return new Settings(
                    config.getDuration("hackhub.judging.window"), config.getDuration("hackhub.judging.ask-timeout"));
        }
    }

    private static final int SNAPSHOT_EVERY = 1_000;
    private static final Duration LONGEST_TIMER = Duration.ofHours(1);

    private final TimerScheduler<LeaderboardCommand> timers;
    private final Collaborators with;
    private final Readership readership;
    private final Publishing publishing;
    private final Passivation<LeaderboardCommand, LeaderboardState> passivation;

    /// `shard` is who is asked to take it out of memory.
    public static Behavior<LeaderboardCommand> create(
            HackathonId id, Collaborators with, ActorRef<ClusterSharding.ShardCommand> shard) {
        return Behaviors.setup(
                context -> Behaviors.withTimers(timers -> new Leaderboard(id, with, context, timers, shard)));
    }

    private Leaderboard(
            HackathonId id,
            Collaborators with,
            ActorContext<LeaderboardCommand> context,
            TimerScheduler<LeaderboardCommand> timers,
            ActorRef<ClusterSharding.ShardCommand> shard) {
        super(
                PersistenceId.of(KEY.name(), id.toString()),
                SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2));
        this.timers = timers;
        this.with = with;
        this.readership = new Readership(context, timers, id, with);
        this.publishing = new Publishing(context, timers, with);
        this.passivation = new Passivation<>(context, shard, Idle.INSTANCE, LeaderboardState.EMPTY);
    }

    @Override
    public LeaderboardState emptyState() {
        return LeaderboardState.EMPTY;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(SNAPSHOT_EVERY, 2);
    }

    @Override
    public Set<String> tagsFor(LeaderboardEvent event) {
        return Set.of(LeaderboardEvent.TAG);
    }

    @Override
    public SignalHandler<LeaderboardState> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), this::started)
                .build();
    }

    private void started(LeaderboardState state) {
        passivation.begin(state);
        readership.start(state);
        armFreeze(state);
        if (state.phase() == Phase.PUBLISHING) {
            publishing.askLater();
        }
    }

    /// The timer may be late, or dead: it only saves the board from waiting for the next score.
    private void armFreeze(LeaderboardState state) {
        state.nextFreeze().ifPresent(freezeAt -> {
            var wait = Duration.between(now(), freezeAt);
            var delay = wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_TIMER) > 0 ? LONGEST_TIMER : wait;
            timers.startSingleTimer(FreezeDue.INSTANCE, FreezeDue.INSTANCE, delay);
        });
    }

    // Commands: decide, then persist and answer, or refuse

    @Override
    public CommandHandlerWithReply<LeaderboardCommand, LeaderboardEvent, LeaderboardState> commandHandler() {
        return (state, command) -> switch (command) {
            case SetUp setUp -> setUp(state, setUp);
            case CloseIfUnscored(var replyTo) -> closeIfUnscored(state, replyTo);
            case SubmitScore submit -> submit(state, submit);
            case PutScore put -> put(state, put);
            case GetAssignments(var judge, var replyTo) -> Effect().reply(replyTo, Queries.assignments(state, judge));
            case GetCards(var judge, var from, var limit, var replyTo) ->
                Effect().reply(replyTo, Queries.cards(state, judge, from, limit));
            case GetBoard(var full, var replyTo) -> Effect().reply(replyTo, board(full));
            case Freeze it -> conclude(state, Freezing.decide(state, it, now()), it.replyTo(), _ -> new Finished());
            case Unfreeze it -> conclude(state, Freezing.decide(state, it, now()), it.replyTo(), _ -> new Finished());
            case Finalize it -> conclude(state, Finalizing.decide(state, it, now()), it.replyTo(), Queries::results);
            case Publish publish -> publish(state, publish);
            case Completing(var reply) -> completing(state, reply);
            case FreezeDue _ -> freezeDue(state);
            case WindowEnded _ -> run(() -> readership.boards().show(state));
            case AnnounceAgain _ -> run(() -> readership.announce(false));
            case CompleteAgain _ -> run(() -> askToComplete(state));
            case ViewersDue _ -> run(() -> readership.boards().signalViewers());
            case Idle _ -> run(() -> passivation.idle(state, owes(state)));
            case FromHub(var source) -> run(() -> readership.handle(source));
            case Admitting(var admit, var standing) ->
                run(() -> readership.admit(state.panel().visibility(), admit, standing));
            case StandingChanged(var standing, var replyTo) -> {
                readership.cut(state.panel().visibility(), standing);
                yield Effect().reply(replyTo, new Finished());
            }
        };
    }

    /// A freezing that is due is caught up with at the next start.
    private boolean owes(LeaderboardState state) {
        return state.phase() == Phase.PUBLISHING || readership.boards().isFollowed();
    }

    private Instant now() {
        return with.clock().instant();
    }

    private ReplyEffect<LeaderboardEvent, LeaderboardState> run(Runnable action) {
        return Effect().none().thenRun(_ -> action.run()).thenNoReply();
    }

    private LeaderboardReply.Board board(boolean full) {
        var frame = readership.boards().board(full).frame();
        return new LeaderboardReply.Board(frame.epoch(), frame.to(), frame.board());
    }

    // The hackathon

    private ReplyEffect<LeaderboardEvent, LeaderboardState> setUp(LeaderboardState state, SetUp command) {
        var events = Arranging.decide(state, command, now());
        if (events.isEmpty()) {
            return Effect().reply(command.replyTo(), new Finished());
        }
        boolean visibilityChanged = state.panel().visibility() != command.visibility();
        return Effect()
                .persist(events)
                .thenRun(after -> {
                    if (visibilityChanged) {
                        readership.boards().cut(false, null);
                    }
                    changed(after);
                })
                .thenReply(command.replyTo(), _ -> new Finished());
    }

    private ReplyEffect<LeaderboardEvent, LeaderboardState> closeIfUnscored(
            LeaderboardState state, ActorRef<LeaderboardReply> replyTo) {
        if (state.phase() != Phase.OPEN || state.hasCards()) {
            return Effect().reply(replyTo, new Unscored(state.phase() == Phase.CLOSED && !state.hasCards()));
        }
        return Effect().persist(new Closed(state.panel().version(), now())).thenReply(replyTo, _ -> new Unscored(true));
    }

    // Judges

    private ReplyEffect<LeaderboardEvent, LeaderboardState> submit(LeaderboardState state, SubmitScore command) {
        var cid = command.submission().cid();
        return switch (Submissions.decide(state, command.submission(), null, now())) {
            case Submissions.Accept(var event) ->
                scored(state, event)
                        .thenReply(command.replyTo(), _ -> Acks.acked(command.ticket(), cid, event.version(), false));
            case Submissions.Already(var version, var duplicate) ->
                Effect().reply(command.replyTo(), Acks.acked(command.ticket(), cid, version, duplicate));
            case Submissions.Refuse(var refused) ->
                Effect().reply(command.replyTo(), Acks.refused(command.ticket(), refused));
        };
    }

    private ReplyEffect<LeaderboardEvent, LeaderboardState> put(LeaderboardState state, PutScore command) {
        var card = command.submission();
        return switch (Submissions.decide(state, card, command.ifVersion(), now())) {
            case Submissions.Accept(var event) ->
                scored(state, event).thenReply(command.replyTo(), after -> Queries.scored(after, card));
            case Submissions.Already _ -> Effect().reply(command.replyTo(), Queries.scored(state, card));
            case Submissions.Refuse(var refused) -> Effect().reply(command.replyTo(), refused);
        };
    }

    /// At the moment that the board freezes, what was shown so far is kept before the score is taken.
    private EffectBuilder<LeaderboardEvent, LeaderboardState> scored(LeaderboardState state, ScoreSubmitted event) {
        var events = new ArrayList<>(Freezing.due(state, event.at()));
        events.add(event);
        return Effect().persist(events).thenRun(_ -> markDirty());
    }

    private void markDirty() {
        if (!timers.isTimerActive(WindowEnded.INSTANCE)) {
            timers.startSingleTimer(
                    WindowEnded.INSTANCE, WindowEnded.INSTANCE, with.settings().window());
        }
    }

    // Boards and results

    private ReplyEffect<LeaderboardEvent, LeaderboardState> freezeDue(LeaderboardState state) {
        var events = Freezing.due(state, now());
        return events.isEmpty()
                ? run(() -> armFreeze(state))
                : Effect().persist(events).thenRun(readership.boards()::show).thenNoReply();
    }

    private ReplyEffect<LeaderboardEvent, LeaderboardState> conclude(
            LeaderboardState state,
            Verdict verdict,
            ActorRef<LeaderboardReply> replyTo,
            Function<LeaderboardState, LeaderboardReply> answer) {
        return switch (verdict) {
            case Verdict.No(var refused) -> Effect().reply(replyTo, refused);
            case Verdict.Yes(var events) when events.isEmpty() -> Effect().reply(replyTo, answer.apply(state));
            case Verdict.Yes(var events) ->
                Effect().persist(events).thenRun(this::changed).thenReply(replyTo, answer::apply);
        };
    }

    private void changed(LeaderboardState after) {
        armFreeze(after);
        readership.boards().show(after);
    }

    // Publishing: the hackathon is told until it answers, then the results are shown

    private ReplyEffect<LeaderboardEvent, LeaderboardState> publish(LeaderboardState state, Publish command) {
        return switch (state.phase()) {
            case CLOSED, OPEN -> refuse(command.replyTo(), "results are finalized before they are published");
            case PUBLISHED -> Effect().reply(command.replyTo(), Queries.results(state));
            case PUBLISHING -> run(() -> publishing.await(command.replyTo()));
            case FINAL ->
                Effect()
                        .persist(new PublishRequested(command.by(), now()))
                        .thenRun(after -> {
                            publishing.await(command.replyTo());
                            askToComplete(after);
                        })
                        .thenNoReply();
        };
    }

    private void askToComplete(LeaderboardState state) {
        var by = state.publisher();
        if (state.phase() == Phase.PUBLISHING && by != null) {
            publishing.ask(by);
        }
    }

    private ReplyEffect<LeaderboardEvent, LeaderboardState> completing(
            LeaderboardState state, @Nullable HackathonReply reply) {
        if (state.phase() != Phase.PUBLISHING) {
            return Effect().noReply();
        }
        var now = now();
        return switch (Publishing.outcome(reply)) {
            case Publishing.Completed(var version) ->
                Effect()
                        .persist(new Published(version, now))
                        .thenRun((LeaderboardState after) -> {
                            readership.boards().show(after);
                            publishing.answer(Queries.results(after));
                        })
                        .thenNoReply();
            case Publishing.Refused _ ->
                Effect()
                        .persist(new PublishRefused(now))
                        .thenRun(_ -> publishing.answer(
                                new Refused(Reason.PHASE, "the hackathon is not in judging any more")))
                        .thenNoReply();
            case Publishing.AskAgain _ -> run(publishing::askLater);
        };
    }

    private ReplyEffect<LeaderboardEvent, LeaderboardState> refuse(ActorRef<LeaderboardReply> replyTo, String message) {
        return Effect().reply(replyTo, new Refused(Reason.PHASE, message));
    }

    // Events: change state, nothing else

    @Override
    public EventHandler<LeaderboardState, LeaderboardEvent> eventHandler() {
        return LeaderboardState::after;
    }
}
