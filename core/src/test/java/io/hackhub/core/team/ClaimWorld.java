package io.hackhub.core.team;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.hackathon.Details;
import io.hackhub.core.hackathon.Details.Criterion;
import io.hackhub.core.hackathon.Details.Requirements;
import io.hackhub.core.hackathon.Details.TeamSize;
import io.hackhub.core.hackathon.Difficulty;
import io.hackhub.core.hackathon.Hackathon;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.JudgingPort;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.hackathon.Manager;
import io.hackhub.core.hackathon.RoomsPort;
import io.hackhub.core.hackathon.TeamPort;
import io.hackhub.core.hackathon.TeamRules;
import io.hackhub.core.room.Applied;
import io.hackhub.core.room.Intent;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.RoomCommand.MembersAre;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.japi.function.Function;
import org.jspecify.annotations.Nullable;

/// A real hackathon and its real teams with their journal in a real PostgreSQL, and rooms that lose every third
/// message. Any entity can be killed at any time; it starts again when it is next spoken to, as a sharded one would.
final class ClaimWorld implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final UserId OWNER = new UserId(new UUID(4, 1));

    final HackathonId hackathon;
    final ActorTestKit actors;
    private final int maxSize;
    private final RandomGenerator random;
    private final InstantSource clock = InstantSource.fixed(TeamWorld.OPENING);
    private final Map<Object, ActorRef<?>> alive = new ConcurrentHashMap<>();
    private volatile boolean lossy;

    ClaimWorld(TestPostgres postgres, long seed, int maxSize) {
        this.maxSize = maxSize;
        this.random = new java.util.Random(seed);
        this.hackathon = new HackathonId(new UUID(5, seed));
        this.actors = ActorTestKit.create("claims", postgres.journal("hackhub.team.remind-after = 200ms"));
        open();
    }

    private void open() {
        var details = new Details(
                "Spring Hack",
                "Build",
                null,
                Difficulty.BEGINNER,
                null,
                new TeamSize(1, maxSize),
                List.of(),
                new Requirements(List.of(), null),
                Map.of(),
                "Be kind",
                List.of(new Criterion("fun", "Fun", 1, 0, 10, false)),
                List.of(),
                LeaderboardVisibility.PUBLIC,
                null);
        await(this.<HackathonCommand, HackathonReply>ask(
                hackathon(),
                replyTo -> new HackathonCommand.Create(
                        new OrganizationId(new UUID(4, 4)),
                        "spring",
                        details,
                        TeamWorld.MILESTONES,
                        1,
                        List.of(new Manager(OWNER, Grant.ORGANIZATION_OWNER)),
                        OWNER,
                        replyTo)));
        await(this.<HackathonCommand, HackathonReply>ask(
                hackathon(),
                replyTo -> new HackathonCommand.Move(
                        HackathonStatus.PUBLISHED, null, null, null, true, null, OWNER, replyTo)));
    }

    // Entities

    ActorRef<HackathonCommand> hackathon() {
        return started(
                hackathon,
                () -> Hackathon.create(
                        hackathon,
                        lossyTeams(),
                        judging(),
                        rooms(),
                        clock,
                        actors.system().ignoreRef()));
    }

    ActorRef<TeamCommand> team(TeamId id) {
        return started(
                id,
                () -> Team.create(
                        id,
                        clock,
                        new Neighbours(this::room, _ -> lossyHackathon(), Duration.ofMillis(200)),
                        actors.system().ignoreRef()));
    }

    /// What teams tell their hackathon is lost every other time.
    private ActorRef<HackathonCommand> lossyHackathon() {
        return started(
                "lossy",
                () -> Behaviors.receiveMessage(command -> {
                    if (!lossy || random.nextBoolean()) {
                        hackathon().tell(command);
                    }
                    return Behaviors.same();
                }));
    }

    /// Of what the hackathon asks its teams, a third never arrives, and of a third the answer is lost.
    private TeamPort lossyTeams() {
        var teams = new Teams(actors.system(), this::team);
        return new TeamPort() {
            @Override
            public CompletionStage<Decision> join(
                    TeamId team, UserId user, long claim, Credential credential, TeamRules rules) {
                return lossy(() -> teams.join(team, user, claim, credential, rules));
            }

            @Override
            public CompletionStage<Done> leave(TeamId team, UserId user, long claim) {
                return lossy(() -> teams.leave(team, user, claim));
            }

            @Override
            public CompletionStage<Done> dismissMentor(TeamId team, UserId user) {
                return teams.dismissMentor(team, user);
            }

            @Override
            public CompletionStage<Done> hackathonIs(TeamId team, TeamRules rules) {
                return teams.hackathonIs(team, rules);
            }
        };
    }

    private <T> CompletionStage<T> lossy(Supplier<CompletionStage<T>> call) {
        var lost = CompletableFuture.<T>failedFuture(new java.util.concurrent.TimeoutException("lost"));
        return switch (lossy ? random.nextInt(3) : 2) {
            case 0 -> lost;
            case 1 -> call.get().thenCompose(_ -> lost);
            default -> call.get();
        };
    }

    @SuppressWarnings("unchecked")
    private <C> ActorRef<C> started(Object id, Supplier<Behavior<C>> behavior) {
        return (ActorRef<C>) alive.computeIfAbsent(id, _ -> actors.spawn(behavior.get()));
    }

    /// Stops it in the middle of whatever it does. Its successor may start before it has ended: the journal bears that.
    void crash(Object id) {
        var ref = alive.remove(id);
        if (ref != null) {
            actors.stop(ref);
        }
    }

    private RecipientRef<RoomCommand> room(Channel.Log channel) {
        return started(
                channel,
                () -> Behaviors.receiveMessage(command -> {
                    if (command instanceof MembersAre it && !(lossy && random.nextInt(3) == 0)) {
                        it.replyTo().tell(new Applied(channel, it.version()));
                    }
                    return Behaviors.same();
                }));
    }

    private RoomsPort rooms() {
        return new RoomsPort() {
            @Override
            public CompletionStage<Done> standingChanged(Channel.Log room, Standing standing) {
                return CompletableFuture.completedFuture(Done.getInstance());
            }

            @Override
            public CompletionStage<Done> deliver(Channel.Log room, UUID cid, Intent intent) {
                return CompletableFuture.completedFuture(Done.getInstance());
            }
        };
    }

    private static JudgingPort judging() {
        return new JudgingPort() {
            @Override
            public CompletionStage<Done> setUp(Setup setup) {
                return CompletableFuture.completedFuture(Done.getInstance());
            }

            @Override
            public CompletionStage<Done> standingChanged(HackathonId hackathon, Standing standing) {
                return CompletableFuture.completedFuture(Done.getInstance());
            }

            @Override
            public CompletionStage<Boolean> closeIfUnscored(HackathonId hackathon) {
                return CompletableFuture.completedFuture(true);
            }
        };
    }

    /// From now on.
    void losesMessages() {
        lossy = true;
    }

    // What people do

    void register(UserId user) {
        await(this.<HackathonCommand, HackathonReply>ask(
                hackathon(), replyTo -> new HackathonCommand.Register(user, user.value(), replyTo)));
    }

    /// `founder`'s team, and the credential of a code to it.
    Credential form(TeamId id, UserId founder) {
        var by = new By(founder, Set.of(Grant.PARTICIPANT));
        var rules = view(founder).teamRules();
        await(this.<TeamCommand, TeamReply>ask(
                team(id), replyTo -> new TeamCommand.Form("Team", null, List.of(), by, rules, replyTo)));
        await(enter(founder, id, new Credential.Founder()));
        var code = new InvitationCode(id, new UUID(6, 6));
        await(this.<TeamCommand, TeamReply>ask(
                team(id),
                replyTo -> new TeamCommand.Invite(
                        by, new InvitationId(new UUID(6, 7)), code.hash(), null, rules, replyTo)));
        return new Credential.Invitation(code.hash());
    }

    CompletionStage<HackathonReply> enter(UserId user, TeamId team, Credential credential) {
        return ask(hackathon(), replyTo -> new HackathonCommand.EnterTeam(user, team, credential, replyTo));
    }

    CompletionStage<TeamReply> leave(UserId user, TeamId team) {
        var by = new By(user, Set.of(Grant.PARTICIPANT));
        var rules = view(user).teamRules();
        return ask(team(team), replyTo -> new TeamCommand.Remove(by, user, rules, replyTo));
    }

    CompletionStage<HackathonReply> withdraw(UserId user) {
        return ask(hackathon(), replyTo -> new HackathonCommand.Withdraw(user, replyTo));
    }

    // What is so

    /// Asked again where a crash lost the answer.
    HackathonView view(UserId viewer) {
        var asked = tryView(viewer);
        for (int i = 0; i < 20; i++) {
            asked = asked.exceptionallyCompose(_ -> tryView(viewer));
        }
        return await(asked);
    }

    private CompletionStage<HackathonView> tryView(UserId viewer) {
        return AskPattern.<HackathonCommand, HackathonReply>ask(
                        hackathon(),
                        replyTo -> new HackathonCommand.Get(viewer, replyTo),
                        Duration.ofSeconds(1),
                        actors.scheduler())
                .thenApply(reply -> ((HackathonReply.Accepted) reply).hackathon());
    }

    @Nullable TeamId teamOf(UserId user) {
        return view(user).teamId();
    }

    List<UserId> settledMembers(TeamId id) {
        var reply = await(this.<TeamCommand, TeamReply>ask(team(id), TeamCommand.GetSettled::new));
        return reply instanceof TeamReply.Done(var view)
                ? view.members().stream().map(TeamView.Member::user).toList()
                : List.of();
    }

    <C, R> CompletionStage<R> ask(RecipientRef<C> recipient, Function<ActorRef<R>, C> command) {
        return AskPattern.ask(recipient, command, PATIENCE, actors.scheduler());
    }

    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(15, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        actors.shutdownTestKit();
    }
}
