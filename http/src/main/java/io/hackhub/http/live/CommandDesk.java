package io.hackhub.http.live;

import io.hackhub.core.judging.LeaderboardCommand.Submission;
import io.hackhub.core.judging.LeaderboardCommand.SubmitScore;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.http.live.ClientFrame.Acknowledge;
import io.hackhub.http.live.ClientFrame.Act;
import io.hackhub.http.live.ClientFrame.Command;
import io.hackhub.http.live.ClientFrame.Score;
import io.hackhub.http.watch.Traces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/// Commands on their way: hands each out under a ticket, and takes all outcomes back through one actor of this node.
public final class CommandDesk implements Commands {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final int MOST = 50_000;
    private static final long BUSY_MS = 1_000;

    private record Pending(Executor executor, Consumer<Outcome> reply, Instant sent, Traces.@Nullable Span span) {
        void answer(Outcome outcome) {
            executor.execute(() -> {
                if (span != null) {
                    end(span, outcome);
                }
                reply.accept(outcome);
            });
        }

        private static void end(Traces.Span span, Outcome outcome) {
            switch (outcome) {
                case Outcome.Acked _ -> span.with("hackhub.outcome", "acked").end(false);
                case Outcome.Refused it ->
                    span.with("hackhub.outcome", it.code().wire()).end(it.retryable());
            }
        }
    }

    private final ConcurrentMap<Long, Pending> pending = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();
    private final Targets targets;
    private final InstantSource clock;
    private final Traces traces;
    private final ActorRef<Outcome> outcomes;

    public static CommandDesk start(ActorSystem<?> system, Targets targets, InstantSource clock, Traces traces) {
        var desk = new CommandDesk(system, targets, clock, traces);
        system.scheduler().scheduleWithFixedDelay(SWEEP, SWEEP, desk::sweep, system.executionContext());
        return desk;
    }

    /// From now on nobody waits for what was sent to a node that has been removed from the cluster.
    public void watchNodes(ActorSystem<?> system) {
        NodeLosses.watch(system, clock, this::giveUp);
    }

    private CommandDesk(ActorSystem<?> system, Targets targets, InstantSource clock, Traces traces) {
        this.targets = targets;
        this.clock = clock;
        this.traces = traces;
        this.outcomes = system.systemActorOf(receive(), "command-desk", Props.empty());
    }

    private Behavior<Outcome> receive() {
        return Behaviors.receiveMessage(outcome -> {
            settle(outcome);
            return Behaviors.same();
        });
    }

    @Override
    public void submit(Actor actor, Command command, Executor executor, Consumer<Outcome> reply) {
        var span = traces.begin("live command");
        var trace = span == null ? null : span.trace();
        submit(executor, reply, span, ticket -> send(actor, command, ticket, trace));
    }

    @Override
    public void mute(
            Actor actor, Channel.Log channel, UserId user, Instant until, Executor executor, Consumer<Outcome> reply) {
        submit(executor, reply, null, ticket -> {
            var cid = Uuids.v7(clock.instant(), "mute " + ticket);
            var mute = new RoomCommand.Mute(cid, actor.author(), actor.admin(), user, until, ticket, outcomes);
            targets.room(channel, mute);
        });
    }

    /// Commands that are not answered yet.
    public int waiting() {
        return pending.size();
    }

    private void submit(Executor executor, Consumer<Outcome> reply, Traces.@Nullable Span span, LongConsumer send) {
        long ticket = tickets.incrementAndGet();
        var entry = new Pending(executor, reply, clock.instant(), span);
        if (pending.size() >= MOST) {
            entry.answer(new Outcome.Refused(ticket, RefusalCode.OVERLOADED, "too busy just now", true, BUSY_MS));
            return;
        }
        pending.put(ticket, entry);
        send.accept(ticket);
    }

    private void send(Actor actor, Command command, long ticket, @Nullable String trace) {
        switch (command) {
            case Act(var _, var cid, var channel, var intent) ->
                targets.room(
                        channel,
                        new RoomCommand.Act(cid, actor.author(), actor.admin(), intent, ticket, outcomes, trace));
            case Score it ->
                targets.leaderboard(it.hackathon(), new SubmitScore(submission(actor.id(), it), ticket, outcomes));
            case Acknowledge(var _, var cid, var hackathon, var update) ->
                targets.acknowledge(actor.id(), hackathon, update, cid, ticket, outcomes);
        }
    }

    @Override
    public void typing(UserId user, Channel.Log channel) {
        targets.room(channel, new RoomCommand.Typing(user));
    }

    private static Submission submission(UserId judge, Score score) {
        return new Submission(score.cid(), judge, score.team(), score.criteria(), score.comment(), score.complete());
    }

    private void settle(Outcome outcome) {
        var entry = pending.remove(outcome.ticket());
        if (entry != null) {
            entry.answer(outcome);
        }
    }

    void sweep() {
        giveUp(clock.instant().minus(PATIENCE));
    }

    /// Answers what was sent before `when` as unavailable. Whether it was carried out is not known: the same `cid`
    /// again
    /// will tell.
    void giveUp(Instant when) {
        pending.forEach((ticket, entry) -> {
            if (entry.sent().isBefore(when)) {
                settle(Outcome.refused(ticket, RefusalCode.UNAVAILABLE, "no answer in time"));
            }
        });
    }
}
