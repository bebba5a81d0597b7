package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.Claims.Claim;
import io.hackhub.core.hackathon.HackathonCommand.JudgingClosed;
import io.hackhub.core.hackathon.HackathonCommand.LossReached;
import io.hackhub.core.hackathon.HackathonCommand.Move;
import io.hackhub.core.hackathon.HackathonCommand.TeamDecided;
import io.hackhub.core.hackathon.HackathonCommand.Tick;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one hackathon has under way with its teams, rooms and judging: it asks until it is answered, and keeps those
/// who wait for that. Nothing here is stored: after a crash, [#pursue] starts anew from the state.
final class Outreach {

    private static final Logger log = LoggerFactory.getLogger(Outreach.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long ANSWER_SECONDS = 10;

    private record LossKey(UserId user, long version) {}

    private final ActorContext<HackathonCommand> context;
    private final TimerScheduler<HackathonCommand> timers;
    private final HackathonId id;
    private final Ports ports;

    private final Set<Long> claimsAsked = new HashSet<>();
    private final Set<LossKey> lossesTold = new HashSet<>();
    private final Map<Long, List<ActorRef<HackathonReply>>> whenDecided = new HashMap<>();
    private final Map<UserId, List<Runnable>> whenApplied = new HashMap<>();

    private final List<Runnable> whenAllApplied = new ArrayList<>();

    /// The features that a hackathon works with.
    record Ports(TeamPort teams, JudgingPort judging, RoomsPort rooms) {}

    Outreach(
            ActorContext<HackathonCommand> context,
            TimerScheduler<HackathonCommand> timers,
            HackathonId id,
            Ports ports) {
        this.context = context;
        this.timers = timers;
        this.id = id;
        this.ports = ports;
    }

    /// Asks and tells all that is not answered and not under way.
    void pursue(Live hackathon) {
        for (var claim : hackathon.claims().open()) {
            if (claimsAsked.add(claim.number())) {
                ask(hackathon, claim);
            }
        }
        for (var loss : hackathon.losses()) {
            if (lossesTold.add(new LossKey(loss.user(), loss.version()))) {
                tell(hackathon, loss);
            }
        }
    }

    void whenDecided(long claim, ActorRef<HackathonReply> replyTo) {
        whenDecided.computeIfAbsent(claim, _ -> new ArrayList<>()).add(replyTo);
    }

    /// Runs `answer` at once if nothing that `user` lost is still to be applied, else once it is.
    void whenApplied(Live hackathon, UserId user, Runnable answer) {
        if (hackathon.isLosing(user)) {
            whenApplied.computeIfAbsent(user, _ -> new ArrayList<>()).add(answer);
        } else {
            answer.run();
        }
    }

    /// Runs `answer` at once if nothing that anybody lost is still to be applied, else once it is.
    void whenAllApplied(Live hackathon, Runnable answer) {
        if (hackathon.losses().isEmpty()) {
            answer.run();
        } else {
            whenAllApplied.add(answer);
        }
    }

    void decided(long claim, HackathonReply reply) {
        claimsAsked.remove(claim);
        var waiting = whenDecided.remove(claim);
        if (waiting != null) {
            waiting.forEach(replyTo -> replyTo.tell(reply));
        }
    }

    void applied(Live hackathon, UserId user) {
        if (!hackathon.isLosing(user)) {
            var waiting = whenApplied.remove(user);
            if (waiting != null) {
                waiting.forEach(Runnable::run);
            }
        }
        if (hackathon.losses().isEmpty()) {
            whenAllApplied.forEach(Runnable::run);
            whenAllApplied.clear();
        }
    }

    void claimUnanswered(long claim) {
        claimsAsked.remove(claim);
        retry();
    }

    void lossAnswered(UserId user, long version, boolean applied) {
        lossesTold.remove(new LossKey(user, version));
        if (!applied) {
            retry();
        }
    }

    void askJudging(Move move) {
        context.pipeToSelf(
                bounded(() -> ports.judging().closeIfUnscored(id)), (unscored, _) -> new JudgingClosed(move, unscored));
    }

    void judgingGoesOn(Live hackathon) {
        context.pipeToSelf(bounded(() -> ports.judging().setUp(Setups.of(id, hackathon))), (_, failure) -> {
            if (failure != null) {
                log.warn("judging of {} was not told to go on", id, failure);
            }
            return new Tick();
        });
    }

    private void ask(Live hackathon, Claim claim) {
        var rules = Views.of(id, hackathon, null).teamRules();
        context.pipeToSelf(
                bounded(() ->
                        ports.teams().join(claim.team(), claim.user(), claim.number(), claim.credential(), rules)),
                (decision, _) -> new TeamDecided(claim.number(), decision));
    }

    private void tell(Live hackathon, Loss loss) {
        var standing = hackathon.standing(loss.user());
        var told = new ArrayList<CompletableFuture<?>>();
        told.add(bounded(() -> ports.rooms().standingChanged(new Channel.HackathonChat(id), standing)));
        told.add(bounded(() -> ports.rooms().standingChanged(new Channel.Announcements(id), standing)));
        told.add(bounded(() -> ports.judging().standingChanged(id, standing)));
        var team = loss.team();
        if (team != null) {
            told.add(bounded(() -> ports.teams().leave(team, loss.user(), loss.claim())));
        }
        if (loss.mentor()) {
            hackathon
                    .claims()
                    .teams()
                    .forEach(it -> told.add(bounded(() -> ports.teams().dismissMentor(it, loss.user()))));
        }
        context.pipeToSelf(
                CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)),
                (_, failure) -> new LossReached(loss.user(), loss.version(), failure == null));
    }

    private void retry() {
        timers.startSingleTimer("retry", new Tick(), RETRY);
    }

    private static <T> CompletableFuture<T> bounded(Supplier<CompletionStage<T>> call) {
        try {
            return call.get().toCompletableFuture().copy().orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
