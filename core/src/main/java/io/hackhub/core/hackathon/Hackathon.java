package io.hackhub.core.hackathon;

import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonCommand.CheckIn;
import io.hackhub.core.hackathon.HackathonCommand.Create;
import io.hackhub.core.hackathon.HackathonCommand.EnterTeam;
import io.hackhub.core.hackathon.HackathonCommand.Get;
import io.hackhub.core.hackathon.HackathonCommand.Idle;
import io.hackhub.core.hackathon.HackathonCommand.JudgingClosed;
import io.hackhub.core.hackathon.HackathonCommand.LossReached;
import io.hackhub.core.hackathon.HackathonCommand.ManagersAre;
import io.hackhub.core.hackathon.HackathonCommand.Move;
import io.hackhub.core.hackathon.HackathonCommand.Register;
import io.hackhub.core.hackathon.HackathonCommand.Registrations;
import io.hackhub.core.hackathon.HackathonCommand.SetStaff;
import io.hackhub.core.hackathon.HackathonCommand.StandingFor;
import io.hackhub.core.hackathon.HackathonCommand.StandingOf;
import io.hackhub.core.hackathon.HackathonCommand.TeamDecided;
import io.hackhub.core.hackathon.HackathonCommand.TeamLeft;
import io.hackhub.core.hackathon.HackathonCommand.Tick;
import io.hackhub.core.hackathon.HackathonCommand.Withdraw;
import io.hackhub.core.hackathon.HackathonEvent.Created;
import io.hackhub.core.hackathon.HackathonEvent.LossApplied;
import io.hackhub.core.hackathon.HackathonEvent.ManagersChanged;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimReleased;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimSettled;
import io.hackhub.core.hackathon.HackathonReply.Accepted;
import io.hackhub.core.hackathon.HackathonReply.Enrolled;
import io.hackhub.core.hackathon.HackathonReply.Entered;
import io.hackhub.core.hackathon.HackathonReply.Finished;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.hackathon.HackathonReply.Refused;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Passivation;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/// One hackathon: the one place that says who takes part, who works for it, who is on which team, and how far it is.
///
/// Each command first catches up with the clock, in the same write: so it is decided on what *is* due, not on what a
/// timer got round to. Decisions are pure, in [Transitions], [Changes] and [Enrolment]; what others must then do is
/// pursued by [Outreach].
public final class Hackathon extends EventSourcedBehavior<HackathonCommand, HackathonEvent, HackathonState> {

    public static final EntityTypeKey<HackathonCommand> KEY = EntityTypeKey.create(HackathonCommand.class, "Hackathon");

    private final HackathonId id;
    private final InstantSource clock;
    private final Outreach outreach;
    private final Passivation<HackathonCommand, HackathonState> passivation;

    /// `shard` is who is asked to take it out of memory.
    public static Behavior<HackathonCommand> create(
            HackathonId id,
            TeamPort teams,
            JudgingPort judging,
            RoomsPort rooms,
            InstantSource clock,
            ActorRef<ClusterSharding.ShardCommand> shard) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> new Hackathon(
                id,
                clock,
                new Outreach(context, timers, id, new Outreach.Ports(teams, judging, rooms)),
                new Passivation<>(context, shard, new Idle(), new HackathonState.Absent()))));
    }

    private Hackathon(
            HackathonId id,
            InstantSource clock,
            Outreach outreach,
            Passivation<HackathonCommand, HackathonState> passivation) {
        super(
                persistenceId(id),
                SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2));
        this.id = id;
        this.clock = clock;
        this.outreach = outreach;
        this.passivation = passivation;
    }

    static PersistenceId persistenceId(HackathonId id) {
        return PersistenceId.of(KEY.name(), id.toString());
    }

    @Override
    public HackathonState emptyState() {
        return new HackathonState.Absent();
    }

    @Override
    public Set<String> tagsFor(HackathonEvent event) {
        return Set.of(HackathonEvent.TAG);
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(500, 2);
    }

    @Override
    public SignalHandler<HackathonState> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.class, (state, _) -> {
                    passivation.begin(state);
                    if (state instanceof Live hackathon) {
                        resume(hackathon);
                    }
                })
                .build();
    }

    @Override
    public EventHandler<HackathonState, HackathonEvent> eventHandler() {
        return HackathonState::after;
    }

    // Commands

    @Override
    public CommandHandler<HackathonCommand, HackathonEvent, HackathonState> commandHandler() {
        return (state, command) -> switch (state) {
            case HackathonState.Absent _ -> whenAbsent(command);
            case Live written -> {
                var now = clock.instant();
                var due = Clockwork.due(written, now);
                yield whenLive(new Turn(written.after(due), due, now), command);
            }
        };
    }

    /// A command's moment: the hackathon as the clock has it, and the events that brought it there.
    private record Turn(Live hackathon, List<HackathonEvent> due, Instant now) {}

    private Effect<HackathonEvent, HackathonState> whenAbsent(HackathonCommand command) {
        return switch (command) {
            case Create it -> create(it);
            case HackathonCommand.Change it -> refuse(it.replyTo(), Reason.NOT_FOUND);
            case Move it -> refuse(it.replyTo(), Reason.NOT_FOUND);
            case HackathonCommand.Complete it -> refuse(it.replyTo(), Reason.NOT_FOUND);
            case SetStaff it -> refuse(it.replyTo(), Reason.NOT_FOUND);
            case Register it -> refuse(it.replyTo(), Reason.NOT_FOUND);
            case Withdraw it -> refuse(it.replyTo(), Reason.NOT_FOUND);
            case CheckIn it -> refuse(it.replyTo(), Reason.NOT_FOUND);
            case EnterTeam it -> refuse(it.replyTo(), Reason.NOT_FOUND);
            case Get it -> refuse(it.replyTo(), Reason.NOT_FOUND);
            case TeamLeft it -> Effect().reply(it.replyTo(), Done.getInstance());
            case StandingOf it -> Effect().reply(it.replyTo(), Standing.nowhere(it.user()));
            case StandingFor it ->
                Effect().reply(it.replyTo(), new RoomCommand.StandingIs(Standing.nowhere(it.user())));
            case Registrations it -> Effect().reply(it.replyTo(), new RegistrationPage(List.of(), null));
            case ManagersAre it -> Effect().reply(it.replyTo(), Done.getInstance());
            case Idle _ -> idle(new HackathonState.Absent(), false);
            case Tick _, TeamDecided _, JudgingClosed _, LossReached _ ->
                Effect().none();
        };
    }

    private Effect<HackathonEvent, HackathonState> whenLive(Turn turn, HackathonCommand command) {
        var hackathon = turn.hackathon();
        var now = turn.now();
        return switch (command) {
            case Create it -> refuse(it.replyTo(), Reason.ALREADY_EXISTS);
            case HackathonCommand.Change it ->
                conclude(turn, Changes.decide(hackathon, it, now), it.replyTo(), show(it.by(), it.replyTo()));
            case Move it -> move(turn, it);
            case HackathonCommand.Complete it ->
                conclude(turn, Transitions.complete(hackathon, it, now), it.replyTo(), show(it.by(), it.replyTo()));
            case SetStaff it -> setStaff(turn, it);
            case ManagersAre it -> managersAre(turn, it);
            case Register it ->
                conclude(turn, Enrolment.register(hackathon, it, now), it.replyTo(), enrolled(it.user(), it.replyTo()));
            case Withdraw it -> withdraw(turn, it);
            case CheckIn it ->
                conclude(turn, Enrolment.checkIn(hackathon, it, now), it.replyTo(), enrolled(it.user(), it.replyTo()));
            case EnterTeam it -> enterTeam(turn, it);
            case TeamLeft it -> teamLeft(turn, it);
            case Get it -> Effect().reply(it.replyTo(), new Accepted(Views.of(id, hackathon, it.viewer())));
            case StandingOf it -> Effect().reply(it.replyTo(), hackathon.standing(it.user()));
            case StandingFor it ->
                Effect().reply(it.replyTo(), new RoomCommand.StandingIs(hackathon.standing(it.user())));
            case Registrations it -> Effect().reply(it.replyTo(), Views.page(hackathon, it));
            case Tick _ -> store(turn, List.of(), outreach::pursue);
            case TeamDecided it -> teamDecided(turn, it);
            case JudgingClosed it -> judgingClosed(turn, it);
            case LossReached it -> lossReached(turn, it);
            case Idle _ -> idle(hackathon, hackathon.isBusy());
        };
    }

    private Effect<HackathonEvent, HackathonState> create(Create it) {
        var created = new Created(
                it.organization(),
                it.slug(),
                it.details(),
                it.milestones(),
                it.managersVersion(),
                it.managers(),
                it.by(),
                clock.instant());
        return Effect()
                .persist(created)
                .thenRun((Live state) -> show(it.by(), it.replyTo()).accept(state));
    }

    private Effect<HackathonEvent, HackathonState> move(Turn turn, Move it) {
        var verdict = Transitions.decide(turn.hackathon(), it, turn.now());
        if (verdict instanceof Verdict.Yes && Transitions.asksJudging(turn.hackathon(), it)) {
            return store(turn, List.of(), _ -> outreach.askJudging(it));
        }
        return conclude(turn, verdict, it.replyTo(), show(it.by(), it.replyTo()));
    }

    private Effect<HackathonEvent, HackathonState> judgingClosed(Turn turn, JudgingClosed it) {
        var move = it.move();
        var unscored = it.unscored();
        var verdict = unscored == null
                ? Verdict.no(Reason.BUSY)
                : unscored
                        ? Transitions.decide(turn.hackathon(), move, turn.now())
                        : Verdict.guarded(Guards.that(false, "no-score", "There are scores already."));
        if (verdict instanceof Verdict.No) {
            outreach.judgingGoesOn(turn.hackathon());
        }
        return conclude(turn, verdict, move.replyTo(), show(move.by(), move.replyTo()));
    }

    private Effect<HackathonEvent, HackathonState> setStaff(Turn turn, SetStaff it) {
        return conclude(
                turn,
                Enrolment.staff(turn.hackathon(), it, turn.now()),
                it.replyTo(),
                state -> outreach.whenApplied(
                        state, it.user(), () -> it.replyTo().tell(new Accepted(Views.of(id, state, it.by())))));
    }

    private Effect<HackathonEvent, HackathonState> managersAre(Turn turn, ManagersAre it) {
        boolean news = it.version() > turn.hackathon().people().managersVersion();
        var events = news
                ? List.<HackathonEvent>of(new ManagersChanged(it.version(), it.managers(), turn.now()))
                : List.<HackathonEvent>of();
        return store(
                turn,
                events,
                state -> outreach.whenAllApplied(state, () -> it.replyTo().tell(Done.getInstance())));
    }

    private Effect<HackathonEvent, HackathonState> withdraw(Turn turn, Withdraw it) {
        return conclude(
                turn,
                Enrolment.withdraw(turn.hackathon(), it, turn.now()),
                it.replyTo(),
                state -> outreach.whenApplied(
                        state, it.user(), () -> it.replyTo().tell(new Finished())));
    }

    private Effect<HackathonEvent, HackathonState> lossReached(Turn turn, LossReached it) {
        outreach.lossAnswered(it.user(), it.version(), it.applied());
        boolean known = turn.hackathon().losses().stream().anyMatch(loss -> loss.is(it.user(), it.version()));
        return it.applied() && known
                ? store(
                        turn,
                        List.of(new LossApplied(it.user(), it.version(), turn.now())),
                        state -> outreach.applied(state, it.user()))
                : Effect().none();
    }

    // Teams

    private Effect<HackathonEvent, HackathonState> enterTeam(Turn turn, EnterTeam it) {
        return conclude(turn, Enrolment.enterTeam(turn.hackathon(), it, turn.now()), it.replyTo(), state -> {
            long claim = state.claims().of(it.user()).orElseThrow().number();
            outreach.whenDecided(claim, it.replyTo());
        });
    }

    private Effect<HackathonEvent, HackathonState> teamDecided(Turn turn, TeamDecided it) {
        var decision = it.decision();
        if (decision == null) {
            outreach.claimUnanswered(it.claim());
            return Effect().none();
        }
        var claim = turn.hackathon().claims().numbered(it.claim()).filter(open -> !open.settled());
        if (claim.isEmpty()) {
            outreach.decided(it.claim(), new Refused(Reason.NOT_PARTICIPANT));
            return Effect().none();
        }
        var of = claim.get();
        return decision == TeamPort.Decision.ACCEPTED
                ? store(
                        turn,
                        List.of(new TeamClaimSettled(of.user(), of.team(), of.number(), turn.now())),
                        _ -> outreach.decided(of.number(), new Entered(of.team(), of.number())))
                : store(
                        turn,
                        List.of(new TeamClaimReleased(of.user(), of.team(), of.number(), turn.now())),
                        _ -> outreach.decided(of.number(), new Refused(reason(decision))));
    }

    private static Reason reason(TeamPort.Decision decision) {
        return switch (decision) {
            case FULL -> Reason.TEAM_FULL;
            case INVITATION_INVALID -> Reason.INVITATION_INVALID;
            case CLOSED -> Reason.TEAM_CLOSED;
            case NO_SUCH_TEAM -> Reason.NO_SUCH_TEAM;
            case ACCEPTED -> throw new IllegalArgumentException("not a refusal");
        };
    }

    private Effect<HackathonEvent, HackathonState> teamLeft(Turn turn, TeamLeft it) {
        var claim = turn.hackathon().claims().numbered(it.claim());
        boolean theirs = claim.isPresent()
                && claim.get().user().equals(it.user())
                && claim.get().team().equals(it.team());
        var events = theirs
                ? List.<HackathonEvent>of(new TeamClaimReleased(it.user(), it.team(), it.claim(), turn.now()))
                : List.<HackathonEvent>of();
        return store(turn, events, _ -> it.replyTo().tell(Done.getInstance()));
    }

    // Effects

    private Effect<HackathonEvent, HackathonState> conclude(
            Turn turn, Verdict verdict, ActorRef<HackathonReply> replyTo, Consumer<Live> then) {
        return switch (verdict) {
            case Verdict.Yes(var events) -> store(turn, events, then);
            case Verdict.No(var reason, var guards) ->
                store(turn, List.of(), _ -> replyTo.tell(new Refused(reason, guards)));
        };
    }

    /// Stores what was due, `events`, and what is due after them, in one write; then pursues what follows from it.
    private Effect<HackathonEvent, HackathonState> store(
            Turn turn, List<? extends HackathonEvent> events, Consumer<Live> then) {
        var all = new ArrayList<HackathonEvent>(turn.due());
        all.addAll(events);
        all.addAll(Clockwork.due(turn.hackathon().after(List.copyOf(events)), turn.now()));
        return Effect().persist(all).thenRun((Live state) -> {
            then.accept(state);
            outreach.pursue(state);
        });
    }

    private Effect<HackathonEvent, HackathonState> idle(HackathonState state, boolean owes) {
        passivation.idle(state, owes);
        return Effect().none();
    }

    private Effect<HackathonEvent, HackathonState> refuse(ActorRef<HackathonReply> replyTo, Reason reason) {
        return Effect().reply(replyTo, new Refused(reason));
    }

    private Consumer<Live> show(UserId viewer, ActorRef<HackathonReply> replyTo) {
        return state -> replyTo.tell(new Accepted(Views.of(id, state, viewer)));
    }

    private Consumer<Live> enrolled(UserId user, ActorRef<HackathonReply> replyTo) {
        return state ->
                replyTo.tell(new Enrolled(Views.registration(state, user).orElseThrow()));
    }

    private void resume(Live hackathon) {
        outreach.pursue(hackathon);
        if (hackathon.status() == HackathonStatus.JUDGING) {
            outreach.judgingGoesOn(hackathon);
        }
    }
}
