package io.hackhub.core.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.Credential;
import io.hackhub.core.hackathon.Details.TeamSize;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.Milestones;
import io.hackhub.core.hackathon.TeamPort.Decision;
import io.hackhub.core.hackathon.TeamRules;
import io.hackhub.core.room.Applied;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.RoomCommand.MembersAre;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand.Decided;
import io.hackhub.core.team.TeamCommand.Form;
import io.hackhub.core.team.TeamCommand.Invite;
import io.hackhub.core.team.TeamCommand.Join;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResultWithReply;

/// One team with a clock that is set by hand, between a room and a hackathon that answer only when a test does it.
final class TeamWorld {

    static final Instant OPENING = Instant.parse("2026-03-01T09:00:00Z");
    static final Instant START = OPENING.plus(Duration.ofDays(7));
    static final Instant END = START.plus(Duration.ofDays(2));
    static final Milestones MILESTONES =
            new Milestones(OPENING, START.minus(Duration.ofDays(1)), START, END, 15, "Europe/Berlin");
    static final HackathonId SPRING = new HackathonId(new UUID(1, 1));
    static final TeamId ROCKETS = new TeamId(new UUID(2, 2));
    static final UserId ADA = user(1);
    static final UserId BOB = user(2);
    static final UserId CLEO = user(3);
    static final UserId OLGA = user(4);
    static final UserId MIA = user(5);
    static final UserId EVE = user(6);

    final TestProbe<RoomCommand> room;
    final TestProbe<HackathonCommand> hackathon;
    final TestProbe<ClusterSharding.ShardCommand> shard;
    final EventSourcedBehaviorTestKit<TeamCommand, TeamEvent, TeamState> team;
    private final ActorTestKit actors;
    private Instant now = OPENING;
    private long claims;
    private long invitations;
    private TeamRules rules =
            new TeamRules(SPRING, 10, HackathonStatus.REGISTRATION_OPEN, MILESTONES, new TeamSize(2, 3), Standing.OPEN);

    TeamWorld(ActorTestKit actors) {
        this.actors = actors;
        room = actors.createTestProbe();
        hackathon = actors.createTestProbe();
        shard = actors.createTestProbe();
        InstantSource clock = () -> now;
        var neighbours = new Neighbours(
                channel -> {
                    assertThat(channel).isEqualTo(new Channel.TeamChat(ROCKETS));
                    return room.ref();
                },
                id -> {
                    assertThat(id).isEqualTo(SPRING);
                    return hackathon.ref();
                },
                Duration.ofMillis(300));
        team = EventSourcedBehaviorTestKit.create(
                actors.system(),
                Team.create(ROCKETS, clock, neighbours, shard.ref()),
                EventSourcedBehaviorTestKit.enabledSerializationSettings().withVerifyEquality(true));
        team.clear();
    }

    static UserId user(int n) {
        return new UserId(new UUID(9, n));
    }

    static By participant(UserId user) {
        return new By(user, Set.of(Grant.PARTICIPANT));
    }

    static By organizer() {
        return new By(OLGA, Set.of(Grant.ORGANIZER));
    }

    static By admin() {
        return new By(EVE, Set.of(Grant.ADMIN));
    }

    Instant now() {
        return now;
    }

    TeamWorld at(Instant instant) {
        now = instant;
        return this;
    }

    TeamRules rules() {
        return rules;
    }

    TeamWorld sized(int min, int max) {
        rules = new TeamRules(
                SPRING, rules.version() + 1, rules.status(), MILESTONES, new TeamSize(min, max), rules.chatUntil());
        return this;
    }

    TeamRules is(HackathonStatus status) {
        rules = new TeamRules(SPRING, rules.version() + 1, status, MILESTONES, rules.teamSize(), Standing.OPEN);
        return rules;
    }

    /// ADA's team, so far alone.
    TeamWorld formed() {
        done(form());
        assertThat(join(ADA, ++claims, new Credential.Founder())).isEqualTo(Decision.ACCEPTED);
        return settle();
    }

    TeamWorld with(UserId... more) {
        for (var user : more) {
            assertThat(join(user, ++claims, new Credential.ByOrganizer())).isEqualTo(Decision.ACCEPTED);
        }
        return settle();
    }

    Function<ActorRef<TeamReply>, TeamCommand> form() {
        return replyTo -> new Form("Rockets", "We fly", List.of("Rust"), participant(ADA), rules, replyTo);
    }

    /// A code of ADA's, with its stored invitation.
    InvitationCode invite(UserId boundTo) {
        var code = nextCode();
        done(replyTo -> new Invite(participant(ADA), id(invitations), code.hash(), boundTo, rules, replyTo));
        return code;
    }

    InvitationCode invite() {
        var code = nextCode();
        done(replyTo -> new Invite(participant(ADA), id(invitations), code.hash(), null, rules, replyTo));
        return code;
    }

    private InvitationCode nextCode() {
        return new InvitationCode(ROCKETS, new UUID(77, ++invitations));
    }

    static InvitationId id(long n) {
        return new InvitationId(new UUID(7, n));
    }

    Decision join(UserId user, long claim, Credential credential) {
        return joinResult(user, claim, credential).reply().decision();
    }

    Decision joinBy(InvitationCode code, UserId user) {
        return join(user, ++claims, new Credential.Invitation(code.hash()));
    }

    long lastClaim() {
        return claims;
    }

    CommandResultWithReply<TeamCommand, TeamEvent, TeamState, Decided> joinResult(
            UserId user, long claim, Credential credential) {
        return team.<Decided>runCommand(replyTo -> new Join(user, claim, credential, rules, replyTo));
    }

    CommandResultWithReply<TeamCommand, TeamEvent, TeamState, TeamReply> run(
            Function<ActorRef<TeamReply>, TeamCommand> command) {
        return team.<TeamReply>runCommand(command);
    }

    TeamView done(Function<ActorRef<TeamReply>, TeamCommand> command) {
        return ((TeamReply.Done) run(command).reply()).team();
    }

    /// Nothing is stored with a refusal that a person gets.
    Refusal refused(Function<ActorRef<TeamReply>, TeamCommand> command) {
        var result = run(command);
        assertThat(result.hasNoEvents()).isTrue();
        return ((TeamReply.Refused) result.reply()).reason();
    }

    /// For what is answered later.
    TestProbe<TeamReply> start(Function<ActorRef<TeamReply>, TeamCommand> command) {
        var probe = actors.<TeamReply>createTestProbe();
        team.runCommand(command.apply(probe.ref()));
        return probe;
    }

    TestProbe<Done> startDone(Function<ActorRef<Done>, TeamCommand> command) {
        var probe = actors.<Done>createTestProbe();
        team.runCommand(command.apply(probe.ref()));
        return probe;
    }

    TeamView view() {
        return done(TeamCommand.Get::new);
    }

    List<UserId> members() {
        return view().members().stream().map(TeamView.Member::user).toList();
    }

    /// The room confirms what it is told, up to the newest.
    TeamWorld settle() {
        MembersAre told;
        do {
            told = roomIsTold();
            apply(told);
        } while (told.version() < lastChange());
        return this;
    }

    private long lastChange() {
        var events = team.persistenceTestKit().persistedInStorage("Team|" + ROCKETS);
        long last = events.size();
        while (!Settling.concernsRoom((TeamEvent) events.get((int) last - 1))) {
            last--;
        }
        return last;
    }

    MembersAre roomIsTold() {
        return room.expectMessageClass(MembersAre.class);
    }

    void apply(MembersAre told) {
        told.replyTo().tell(new Applied(new Channel.TeamChat(ROCKETS), told.version()));
    }

    HackathonCommand.TeamLeft hackathonIsTold() {
        return hackathon.expectMessageClass(HackathonCommand.TeamLeft.class);
    }
}
