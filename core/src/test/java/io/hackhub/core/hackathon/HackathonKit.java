package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.Samples.CLUB;
import static io.hackhub.core.hackathon.Samples.MILESTONES;
import static io.hackhub.core.hackathon.Samples.OWNER;
import static io.hackhub.core.hackathon.Samples.SPRING;

import io.hackhub.core.hackathon.HackathonReply.Accepted;
import io.hackhub.core.hackathon.HackathonReply.Refused;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.jspecify.annotations.Nullable;

/// One hackathon entity with its clock and neighbours, for tests: every command and event goes through the
/// serializers.
final class HackathonKit {

    final Samples.Clock clock = new Samples.Clock();
    final Neighbours neighbours = new Neighbours();
    final EventSourcedBehaviorTestKit<HackathonCommand, HackathonEvent, HackathonState> entity;
    final TestProbe<ClusterSharding.ShardCommand> shard;
    private final ActorTestKit actors;

    HackathonKit(ActorTestKit actors) {
        this.actors = actors;
        shard = actors.createTestProbe();
        entity = EventSourcedBehaviorTestKit.create(
                actors.system(),
                Hackathon.create(SPRING, neighbours, neighbours, neighbours, clock, shard.ref()),
                EventSourcedBehaviorTestKit.enabledSerializationSettings().withVerifyEquality(true));
    }

    void clear() {
        neighbours.reset();
        clock.set(Samples.CREATED);
        entity.clear();
    }

    void create(@Nullable Integer maxParticipants) {
        ask(replyTo -> new HackathonCommand.Create(
                CLUB,
                "spring-hack",
                Samples.details(maxParticipants),
                MILESTONES,
                1,
                Samples.managers(),
                OWNER,
                replyTo));
    }

    void publish(@Nullable Integer maxParticipants) {
        create(maxParticipants);
        move(HackathonStatus.PUBLISHED);
    }

    HackathonReply move(HackathonStatus to) {
        return move(to, null, null, null);
    }

    HackathonReply move(
            HackathonStatus to, @Nullable String reason, @Nullable Instant registrationEnd, @Nullable Instant endDate) {
        return later(replyTo ->
                        new HackathonCommand.Move(to, reason, registrationEnd, endDate, true, null, OWNER, replyTo))
                .receiveMessage();
    }

    HackathonReply change(Details details, Milestones milestones) {
        return ask(replyTo -> new HackathonCommand.Change(details, milestones, null, OWNER, replyTo));
    }

    HackathonReply staff(UserId user, StaffRole... roles) {
        return later(replyTo -> new HackathonCommand.SetStaff(user, List.of(roles), false, OWNER, replyTo))
                .receiveMessage();
    }

    HackathonReply addStaff(UserId user, StaffRole... roles) {
        return ask(replyTo -> new HackathonCommand.SetStaff(user, List.of(roles), true, OWNER, replyTo));
    }

    HackathonReply register(UserId user) {
        return ask(replyTo -> new HackathonCommand.Register(user, Samples.registration(user), replyTo));
    }

    HackathonReply withdraw(UserId user) {
        return later(replyTo -> new HackathonCommand.Withdraw(user, replyTo)).receiveMessage();
    }

    HackathonReply checkIn(UserId user) {
        return ask(replyTo -> new HackathonCommand.CheckIn(user, OWNER, replyTo));
    }

    HackathonReply enter(UserId user, TeamId team) {
        return later(replyTo -> new HackathonCommand.EnterTeam(user, team, new Credential.Founder(), replyTo))
                .receiveMessage();
    }

    HackathonView view(@Nullable UserId viewer) {
        return ((Accepted) ask(replyTo -> new HackathonCommand.Get(viewer, replyTo))).hackathon();
    }

    RegistrationPage registrations(int from, int limit, @Nullable RegistrationStatus status) {
        return entity.<RegistrationPage>runCommand(
                        replyTo -> new HackathonCommand.Registrations(from, limit, status, replyTo))
                .reply();
    }

    List<HackathonEvent> tick(Instant now) {
        clock.set(now);
        return entity.runCommand(new HackathonCommand.Tick()).events();
    }

    HackathonReply ask(Function<ActorRef<HackathonReply>, HackathonCommand> command) {
        return entity.runCommand(command).reply();
    }

    /// For what is answered only after somebody else was asked.
    TestProbe<HackathonReply> later(Function<ActorRef<HackathonReply>, HackathonCommand> command) {
        var probe = actors.<HackathonReply>createTestProbe();
        entity.runCommand(command.apply(probe.ref()));
        return probe;
    }

    static Refused refused(HackathonReply.Reason reason) {
        return new Refused(reason);
    }

    static List<String> guards(HackathonReply reply) {
        return ((Refused) reply)
                .guards().stream().map(HackathonReply.Guard::guard).toList();
    }
}
