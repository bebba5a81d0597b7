package io.hackhub.core.team;

import io.hackhub.core.hackathon.HackathonCommand.TeamLeft;
import io.hackhub.core.hackathon.TeamPort.Decision;
import io.hackhub.core.room.Applied;
import io.hackhub.core.room.RoomCommand.MembersAre;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Passivation;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.team.TeamCommand.Decided;
import io.hackhub.core.team.TeamCommand.DepartureAnswered;
import io.hackhub.core.team.TeamCommand.DismissMentor;
import io.hackhub.core.team.TeamCommand.HackathonIs;
import io.hackhub.core.team.TeamCommand.Idle;
import io.hackhub.core.team.TeamCommand.Join;
import io.hackhub.core.team.TeamCommand.Leave;
import io.hackhub.core.team.TeamCommand.Request;
import io.hackhub.core.team.TeamCommand.RoomAnswered;
import io.hackhub.core.team.TeamCommand.TellRoom;
import io.hackhub.core.team.TeamEvent.DepartureSettled;
import io.hackhub.core.team.TeamEvent.MemberLeft;
import io.hackhub.core.team.TeamState.Departure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
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

/// One team. It owns who is a member, and tells two others until they confirm: its room, who may read and write, at
/// each change and at recovery, numbered by its own events; and the hackathon, who has left. A removal is answered
/// when both have. What is decided stands in the `…Decisions`; here is only who is told of it, and when.
public final class Team extends EventSourcedBehavior<TeamCommand, TeamEvent, TeamState> {

    public static final EntityTypeKey<TeamCommand> KEY = EntityTypeKey.create(TeamCommand.class, "Team");
    public static final String TAG = "team";

    private final ActorContext<TeamCommand> context;
    private final TeamId id;
    private final InstantSource clock;
    private final Neighbours neighbours;
    private final Passivation<TeamCommand, TeamState> passivation;
    private Settling settling = new Settling();

    /// `shard` is who is asked to take it out of memory.
    public static Behavior<TeamCommand> create(
            TeamId id, InstantSource clock, Neighbours neighbours, ActorRef<ClusterSharding.ShardCommand> shard) {
        return Behaviors.setup(context -> new Team(
                context, id, clock, neighbours, new Passivation<>(context, shard, new Idle(), TeamState.NONE)));
    }

    private Team(
            ActorContext<TeamCommand> context,
            TeamId id,
            InstantSource clock,
            Neighbours neighbours,
            Passivation<TeamCommand, TeamState> passivation) {
        super(
                PersistenceId.of(KEY.name(), id.toString()),
                SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2));
        this.context = context;
        this.id = id;
        this.clock = clock;
        this.neighbours = neighbours;
        this.passivation = passivation;
    }

    @Override
    public TeamState emptyState() {
        return TeamState.NONE;
    }

    @Override
    public Set<String> tagsFor(TeamEvent event) {
        return Set.of(TAG);
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(200, 1);
    }

    @Override
    public EventHandler<TeamState, TeamEvent> eventHandler() {
        return TeamState::after;
    }

    @Override
    public CommandHandler<TeamCommand, TeamEvent, TeamState> commandHandler() {
        return (team, command) -> switch (command) {
            case Request request -> onRequest(team, request);
            case Join join -> onJoin(team, join);
            case Leave leave -> onLoss(ClaimDecisions.leave(team, leave, clock.instant()), leave.replyTo());
            case DismissMentor(var user, var replyTo) ->
                onLoss(MembershipDecisions.dismiss(team, user, clock.instant()), replyTo);
            case HackathonIs(var rules, var replyTo) ->
                store(ClaimDecisions.know(team, rules, clock.instant()), _ -> replyTo.tell(Done.getInstance()));
            case TellRoom(var room) -> {
                room.tell(membersAre(team, context.messageAdapter(Applied.class, this::answered)));
                yield Effect().none();
            }
            case RoomAnswered answer -> onRoomAnswered(team, answer);
            case DepartureAnswered answer -> onDepartureAnswered(team, answer);
            case Idle _ -> {
                passivation.idle(team, owes(team));
                yield Effect().none();
            }
        };
    }

    @Override
    public SignalHandler<TeamState> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), this::onRecovered)
                .build();
    }

    // Commands

    private Effect<TeamEvent, TeamState> onRequest(TeamState team, Request request) {
        return switch (TeamDecisions.decide(team, request, clock.instant())) {
            case Verdict.Refused(var reason) -> Effect().reply(request.replyTo(), new TeamReply.Refused(reason));
            case Verdict.Accepted(var events) ->
                store(events, state -> {
                    if (TeamDecisions.takesAway(request)) {
                        settling.await(state.departures(), clock.instant(), settled -> done(request, settled));
                        settling.answerThoseWhoMay(state, clock.instant());
                    } else {
                        done(request, state);
                    }
                });
        };
    }

    private void done(Request request, TeamState team) {
        request.replyTo().tell(new TeamReply.Done(team.view(id)));
    }

    private Effect<TeamEvent, TeamState> onJoin(TeamState team, Join join) {
        var before = ClaimDecisions.decided(team, join.user(), join.claim());
        return before.isPresent()
                ? Effect().reply(join.replyTo(), new Decided(before.get()))
                : store(
                        ClaimDecisions.join(team, join, clock.instant()),
                        state -> join.replyTo()
                                .tell(new Decided(ClaimDecisions.decided(state, join.user(), join.claim())
                                        .orElse(Decision.NO_SUCH_TEAM))));
    }

    /// For the hackathon: answered once the room knows. What the hackathon itself must confirm is not waited for.
    private Effect<TeamEvent, TeamState> onLoss(List<TeamEvent> events, ActorRef<Done> replyTo) {
        return store(events, state -> {
            settling.await(List.of(), clock.instant(), _ -> replyTo.tell(Done.getInstance()));
            settling.answerThoseWhoMay(state, clock.instant());
        });
    }

    private Effect<TeamEvent, TeamState> store(List<TeamEvent> events, Consumer<TeamState> then) {
        if (events.isEmpty()) {
            return Effect().none().thenRun(then::accept);
        }
        return Effect().persist(events).thenRun(team -> {
            spread(team, events);
            then.accept(team);
        });
    }

    // Telling others until they confirm

    private void spread(TeamState team, List<TeamEvent> events) {
        if (events.stream().anyMatch(Settling::concernsRoom)) {
            settling.change(lastSequenceNumber(context));
            tellRoom(team);
        }
        for (var event : events) {
            if (event instanceof MemberLeft(var user, var claim, var _, var _)) {
                tellHackathon(team, new Departure(user, claim));
            }
        }
    }

    private boolean owes(TeamState team) {
        return !settling.isUpToDate() || !team.departures().isEmpty();
    }

    private void onRecovered(TeamState team) {
        passivation.begin(team);
        settling = new Settling();
        if (team.about() != null) {
            settling.change(lastSequenceNumber(context));
            tellRoom(team);
            team.departures().forEach(departure -> tellHackathon(team, departure));
        }
    }

    private void tellRoom(TeamState team) {
        var version = settling.version();
        context.ask(
                Applied.class,
                neighbours.rooms().apply(new Channel.TeamChat(id)),
                neighbours.patience(),
                (ActorRef<Applied> replyTo) -> membersAre(team, replyTo),
                (applied, _) -> applied == null ? new RoomAnswered(version, false) : answered(applied));
    }

    private MembersAre membersAre(TeamState team, ActorRef<Applied> replyTo) {
        return new MembersAre(
                settling.version(), team.roomMembers(), team.surroundings().chatUntil(), replyTo);
    }

    private RoomAnswered answered(Applied applied) {
        return new RoomAnswered(applied.version(), true);
    }

    private Effect<TeamEvent, TeamState> onRoomAnswered(TeamState team, RoomAnswered answer) {
        if (answer.applied()) {
            settling.applied(answer.version());
        } else if (settling.isOwed(answer.version())) {
            tellRoom(team);
        }
        settling.answerThoseWhoMay(team, clock.instant());
        return Effect().none();
    }

    private void tellHackathon(TeamState team, Departure departure) {
        var hackathon = Objects.requireNonNull(team.about()).hackathon();
        context.ask(
                Done.class,
                neighbours.hackathons().apply(hackathon),
                neighbours.patience(),
                (ActorRef<Done> replyTo) -> new TeamLeft(departure.user(), id, departure.n(), replyTo),
                (done, _) -> new DepartureAnswered(departure.user(), departure.n(), done != null));
    }

    private Effect<TeamEvent, TeamState> onDepartureAnswered(TeamState team, DepartureAnswered answer) {
        var departure = new Departure(answer.user(), answer.claim());
        if (!team.departures().contains(departure)) {
            return Effect().none();
        }
        if (!answer.known()) {
            tellHackathon(team, departure);
            return Effect().none();
        }
        return store(
                List.of(new DepartureSettled(departure.user(), departure.n(), clock.instant())),
                state -> settling.answerThoseWhoMay(state, clock.instant()));
    }
}
