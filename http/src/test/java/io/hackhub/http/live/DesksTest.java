package io.hackhub.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.judging.LeaderboardCommand;
import io.hackhub.core.judging.Marks;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Intent;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.session.DeviceSignal;
import io.hackhub.core.session.SessionCommand;
import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.watch.Collector;
import io.hackhub.http.watch.SentTraces;
import io.hackhub.http.watch.Traces;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DesksTest implements Targets {

    private final ActorTestKit actors = ActorTestKit.create();
    private static final HackathonId SPRING = new HackathonId(new UUID(8, 1));
    private static final Commands.Actor ADA = new Commands.Actor(Peer.ADA, false);

    private final AtomicReference<Instant> now = new AtomicReference<>(Peer.START);
    private final BlockingQueue<Object> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final CommandDesk desk = CommandDesk.start(actors.system(), this, now::get, Traces.OFF);

    @AfterEach
    void stop() {
        actors.shutdownTestKit();
    }

    // Commands

    @Test
    void outcomesFindTheirWayBackByTicket() throws InterruptedException {
        submit(1);
        submit(2);
        var first = (RoomCommand.Act) sent.take();
        var second = (RoomCommand.Act) sent.take();

        second.replyTo().tell(new Outcome.Acked(second.ticket(), second.cid(), 2L, Outcome.Receipt.NONE, false));
        assertThat(next())
                .isInstanceOfSatisfying(
                        Outcome.Acked.class, it -> assertThat(it.cid()).isEqualTo(Frames.cid(2)));
        first.replyTo().tell(new Outcome.Acked(first.ticket(), first.cid(), 1L, Outcome.Receipt.NONE, false));
        assertThat(next())
                .isInstanceOfSatisfying(
                        Outcome.Acked.class, it -> assertThat(it.cid()).isEqualTo(Frames.cid(1)));
        assertThat(first.author()).isEqualTo(Peer.ADA);
    }

    @Test
    void whatIsNotAnsweredInTimeIsUnavailableAndALateAnswerIsNone() throws InterruptedException {
        submit(1);
        var act = (RoomCommand.Act) sent.take();
        now.set(now.get().plus(CommandDesk.PATIENCE));
        desk.sweep();
        assertThat(outcomes).isEmpty();

        now.set(now.get().plusMillis(1));
        desk.sweep();

        assertThat(next()).isInstanceOfSatisfying(Outcome.Refused.class, it -> {
            assertThat(it.code()).isEqualTo(RefusalCode.UNAVAILABLE);
            assertThat(it.retryable()).isTrue();
        });
        act.replyTo().tell(new Outcome.Acked(act.ticket(), act.cid(), 1L, Outcome.Receipt.NONE, false));
        submit(2);
        var second = (RoomCommand.Act) sent.take();
        second.replyTo().tell(new Outcome.Acked(second.ticket(), second.cid(), 2L, Outcome.Receipt.NONE, false));
        assertThat(next())
                .isInstanceOfSatisfying(
                        Outcome.Acked.class, it -> assertThat(it.cid()).isEqualTo(Frames.cid(2)));
    }

    @Test
    void aTracedCommandTakesItsTraceAlongUntilItIsAnswered() throws Exception {
        var others = ActorTestKit.create();
        try (var collector = new Collector()) {
            var traces = SentTraces.to(collector.endpoint(), 1, "1", "here", new SplittableRandom(1));
            submit(CommandDesk.start(others.system(), this, now::get, traces), 1);
            var act = (RoomCommand.Act) sent.take();
            act.replyTo().tell(Outcome.refused(act.ticket(), RefusalCode.DENIED, "no"));
            next();
            traces.close();

            assertThat(collector.spans()).hasSize(1);
            var span = collector.spans().getFirst();
            assertThat(act.trace()).isEqualTo("00-%s-%s-01".formatted(span.trace(), span.id()));
            assertThat(span.with()).isEqualTo(Map.of("hackhub.outcome", "denied"));
        } finally {
            others.shutdownTestKit();
        }
    }

    @Test
    void whatIsNotTracedTakesNothingAlong() throws InterruptedException {
        submit(1);

        assertThat(((RoomCommand.Act) sent.take()).trace()).isNull();
    }

    @Test
    void scoresGoToJudging() throws InterruptedException {
        var team = new TeamId(new UUID(7, 1));
        desk.submit(
                ADA,
                new ClientFrame.Score(1, Frames.cid(1), SPRING, team, Marks.of(Map.of("design", 3.0)), "ok", true),
                Runnable::run,
                outcomes::add);

        var submission = ((LeaderboardCommand.SubmitScore) sent.take()).submission();
        assertThat(submission)
                .isEqualTo(new LeaderboardCommand.Submission(
                        Frames.cid(1), Peer.ADA.id(), team, Marks.of(Map.of("design", 3.0)), "ok", true));
    }

    @Test
    void acknowledgementsGoToTheirPort() throws InterruptedException {
        var update = new UUID(9, 9);
        desk.submit(ADA, new ClientFrame.Acknowledge(1, Frames.cid(1), SPRING, update), Runnable::run, outcomes::add);

        assertThat(sent.take()).isEqualTo("%s acknowledges %s".formatted(Peer.ADA.id(), update));
        assertThat(next()).isInstanceOf(Outcome.Acked.class);
    }

    @Test
    void mutesAndTypingGoToTheRoom() throws InterruptedException {
        desk.mute(ADA, Peer.ROCKETS, Peer.BOB.id(), Peer.START, Runnable::run, outcomes::add);
        desk.typing(Peer.ADA.id(), Peer.ROCKETS);

        assertThat(sent.take())
                .isInstanceOfSatisfying(
                        RoomCommand.Mute.class, it -> assertThat(it.user()).isEqualTo(Peer.BOB.id()));
        assertThat(sent.take()).isEqualTo(new RoomCommand.Typing(Peer.ADA.id()));
    }

    // Devices

    @Test
    void aSessionSpeaksToItsDeviceAndToNobodyOnceThatIsGone() throws InterruptedException {
        var commands = new LinkedBlockingQueue<SessionCommand>();
        var heard = new LinkedBlockingQueue<String>();
        var devices = DeviceDesk.start(actors.system(), (_, command) -> commands.add(command));
        var device = new Phone(heard);

        devices.connect(Peer.ADA.id(), device);
        var gateway = ((SessionCommand.Connect) commands.take()).gateway();
        gateway.tell(new DeviceSignal.Welcome(device.id(), List.of(new Position(Peer.ROCKETS, 3))));
        gateway.tell(new DeviceSignal.ReadElsewhere(device.id(), Peer.ROCKETS, 4));
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("welcome 3");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("elsewhere 4");

        var other = new Phone(heard);
        devices.connect(Peer.ADA.id(), other);
        devices.disconnect(Peer.ADA.id(), device);
        gateway.tell(new DeviceSignal.ReadElsewhere(device.id(), Peer.ROCKETS, 5));
        gateway.tell(new DeviceSignal.ReadElsewhere(other.id(), Peer.ROCKETS, 6));

        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("elsewhere 6");
    }

    @Test
    void whatADeviceDoesIsToldToItsSession() {
        var commands = new LinkedBlockingQueue<SessionCommand>();
        var devices = DeviceDesk.start(actors.system(), (_, command) -> commands.add(command));
        var device = new Phone(new LinkedBlockingQueue<>());

        devices.follow(Peer.ADA.id(), Peer.ROCKETS);
        devices.unfollow(Peer.ADA.id(), Peer.ROCKETS);
        devices.stillHere(Peer.ADA.id(), device);
        devices.read(Peer.ADA.id(), device, Peer.ROCKETS, 4);
        devices.disconnect(Peer.ADA.id(), device);

        assertThat(commands)
                .extracting(command -> command.getClass().getSimpleName())
                .containsExactly("Follow", "Unfollow", "StillHere", "Read", "Disconnect");
    }

    private record Phone(UUID id, BlockingQueue<String> heard) implements Sessions.Device {
        Phone(BlockingQueue<String> heard) {
            this(UUID.randomUUID(), heard);
        }

        @Override
        public Executor executor() {
            return Runnable::run;
        }

        @Override
        public void welcome(List<Position> positions) {
            heard.add("welcome " + positions.getFirst().seq());
        }

        @Override
        public void readElsewhere(Channel channel, long seq) {
            heard.add("elsewhere " + seq);
        }
    }

    private void submit(long id) {
        submit(desk, id);
    }

    private void submit(CommandDesk to, long id) {
        var intent = new Intent.PostMessage("hello", null, List.of());
        to.submit(ADA, new ClientFrame.Act(id, Frames.cid(id), Peer.ROCKETS, intent), Runnable::run, outcomes::add);
    }

    private Outcome next() throws InterruptedException {
        var outcome = outcomes.poll(5, TimeUnit.SECONDS);
        assertThat(outcome).isNotNull();
        return outcome;
    }

    @Override
    public void room(Channel.Log channel, RoomCommand command) {
        sent.add(command);
    }

    @Override
    public void leaderboard(HackathonId hackathon, LeaderboardCommand command) {
        sent.add(command);
    }

    @Override
    public void acknowledge(
            UserId user, HackathonId hackathon, UUID updateId, UUID cid, long ticket, ActorRef<Outcome> replyTo) {
        sent.add("%s acknowledges %s".formatted(user, updateId));
        replyTo.tell(new Outcome.Acked(ticket, cid, null, Outcome.Receipt.update(updateId), false));
    }
}
