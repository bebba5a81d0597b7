package io.hackhub.core.room;

import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.RoomCommand.AcksAre;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.room.RoomCommand.FromHub;
import io.hackhub.core.room.RoomCommand.MembersAre;
import io.hackhub.core.room.RoomCommand.Mute;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import io.hackhub.core.room.RoomCommand.StandingIs;
import io.hackhub.core.room.RoomCommand.Typing;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.serialization.SerializationExtension;

/// One channel, somewhere in the cluster: queues commands for its [RoomJournal], publishes what is committed to the
/// hubs that follow, and says who may read. Its entity id is the channel's name. Stores nothing itself and never waits:
/// reads are answered while the journal writes. Here is only who is told what; each job is with the collaborator that
/// owns its state.
public final class Room extends AbstractBehavior<RoomCommand> {

    public static final EntityTypeKey<RoomCommand> KEY = EntityTypeKey.create(RoomCommand.class, "Room");

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Channel.Log channel;
    private final RoomPorts ports;
    private final RoomStore store;
    private final InstantSource clock;
    private final Duration sleepAfter;
    private final ActorRef<ClusterSharding.ShardCommand> shard;
    private final TimerScheduler<RoomCommand> timers;
    private final Facts facts;
    private final JournalSupervisor journal;
    private final Desk desk;
    private final Followers followers;
    private final Publisher publisher;
    private final ChannelHead head;
    private final Doorway doorway;
    private final Presence presence;
    private final UpNotice upNotice;
    private final Mentions mentions;
    private Instant lastCommand;
    private Instant decidedAt = Instant.EPOCH;
    private Instant committedAt = Instant.EPOCH;
    private long decidedNanos;
    private Duration commit = Duration.ZERO;
    private Optional<RoomInternal.Decided> committed = Optional.empty();

    /// A channel's room.
    ///
    /// @param channel what the entity id names
    /// @param shard who is asked to put the room to sleep
    public static Behavior<RoomCommand> create(
            Channel.Log channel,
            RoomPorts ports,
            Database database,
            InstantSource clock,
            ActorRef<ClusterSharding.ShardCommand> shard) {
        return Behaviors.setup(context -> create(
                channel, ports, RoomStore.in(database, SerializationExtension.get(context.getSystem())), clock, shard));
    }

    static Behavior<RoomCommand> create(
            Channel.Log channel,
            RoomPorts ports,
            RoomStore store,
            InstantSource clock,
            ActorRef<ClusterSharding.ShardCommand> shard) {
        return Behaviors.setup(context ->
                Behaviors.withTimers(timers -> new Room(context, timers, channel, ports, store, clock, shard)));
    }

    private Room(
            ActorContext<RoomCommand> context,
            TimerScheduler<RoomCommand> timers,
            Channel.Log channel,
            RoomPorts ports,
            RoomStore store,
            InstantSource clock,
            ActorRef<ClusterSharding.ShardCommand> shard) {
        super(context);
        this.channel = channel;
        this.ports = ports;
        this.store = store;
        this.clock = clock;
        this.shard = shard;
        this.timers = timers;
        this.sleepAfter = context.getSystem().settings().config().getDuration("hackhub.room.sleep-after");
        this.lastCommand = clock.instant();
        this.facts = new Facts(channel, ports.standings(), ports.memberships(), context.getSelf());
        this.journal = new JournalSupervisor(context, timers, channel, store, clock, ports.watch());
        this.desk = new Desk(facts, new DeskWork(), clock);
        this.followers = new Followers(channel, context);
        this.publisher = new Publisher(channel, followers, timers);
        this.head = new ChannelHead(context, channel, store, publisher);
        this.doorway = new Doorway(facts, journal, head, clock);
        this.presence = new Presence(channel, followers, facts, ports.people(), timers, clock);
        this.upNotice = new UpNotice(channel, ports.hubs());
        this.mentions = new Mentions(
                channel,
                ports.inboxes(),
                clock,
                context.messageAdapter(Outcome.class, RoomInternal.InboxAnswered::new));
        facts.askForMembers();
        timers.startTimerWithFixedDelay(new RoomInternal.Sweep(), sleepAfter.dividedBy(4));
        expectTick();
    }

    @Override
    public Receive<RoomCommand> createReceive() {
        return newReceiveBuilder()
                .onAnyMessage(this::on)
                .onSignal(PostStop.class, _ -> stopped())
                .build();
    }

    private Behavior<RoomCommand> on(RoomCommand command) {
        switch (command) {
            case RoomCommand.Public it -> onPublic(it);
            case RoomInternal it -> onInternal(it);
        }
        if (!doorway.isEmpty()) {
            expectTick();
        }
        return this;
    }

    private void onPublic(RoomCommand.Public command) {
        switch (command) {
            case Act _, Deliver _, MembersAre _, StandingChanged _, Mute _ -> {
                lastCommand = clock.instant();
                desk.put(command);
                expectTick();
            }
            case StandingIs(var standing) -> {
                facts.learn(standing, clock.instant());
                desk.standingKnown(Optional.ofNullable(standing.user()));
                doorway.standingKnown(standing.user());
            }
            case Typing(var user) -> presence.typing(user);
            case AcksAre(var updateId, var count) ->
                followers.tell(new HubCommand.Signal(channel, Signals.acks(channel, updateId, count), true));
            case FromHub(var it) -> onHub(it);
        }
    }

    private void onHub(SourceCommand command) {
        switch (command) {
            case SourceCommand.Follow(var _, var lastSeq, var hub) -> follow(hub, lastSeq);
            case SourceCommand.Unfollow(var _, var hub) -> {
                upNotice.answered(hub);
                hubGone(hub);
            }
            case SourceCommand.Readers(var _, var count, var users, var hub) -> {
                if (followers.readers(hub, count, users)) {
                    presence.changed();
                }
            }
            case SourceCommand.Admit it -> {
                lastCommand = clock.instant();
                doorway.admit(it);
            }
            case SourceCommand.Who it -> presence.who(it);
        }
    }

    private void onInternal(RoomInternal message) {
        switch (message) {
            case RoomInternal.OfJournal it -> {
                if (journal.isCurrent(it)) {
                    onJournal(it);
                }
            }
            case RoomInternal.StartJournal _ -> journal.start();
            case RoomInternal.Named(var batch, var users) -> desk.named(batch, users);
            case RoomInternal.HeadInJournal(var seq) -> headInJournal(seq);
            case RoomInternal.HeadUnknown _ -> {
                head.failed();
                doorway.headUnknown();
            }
            case RoomInternal.InboxAnswered(var outcome) -> mentions.answered(outcome);
            case RoomInternal.HubGone(var hub) -> hubGone(hub);
            case RoomInternal.Packed(var snapshot) -> journal.store(snapshot);
            case RoomInternal.Stored it -> journal.stored(it);
            case RoomInternal.StoreSnapshot _ -> journal.store();
            case RoomInternal.Tick _ -> tick();
            case RoomInternal.RepeatHead _ -> publisher.tellHead();
            case RoomInternal.TellPresence _ -> presence.tell();
            case RoomInternal.Sweep _ -> sweep();
        }
    }

    private void onJournal(RoomInternal.OfJournal message) {
        switch (message) {
            case RoomInternal.Recovered it -> {
                publisher.resume(it.head());
                mentions.notifyAgain(it.mentions());
                journal.prepare(it.redactions());
            }
            case RoomInternal.Prepared it -> open(it.mutes());
            case RoomInternal.Decided it -> settle(it);
            case RoomInternal.Finished(var _, var names) -> committed.ifPresent(it -> finish(it, names));
            case RoomInternal.Failed(var _, var cause) -> journal.failed(cause);
            case RoomInternal.JournalGone _ -> close();
        }
    }

    // The journal is there, or gone

    private void open(Map<UserId, Instant> mutes) {
        facts.learn(mutes);
        journal.prepared();
        publisher.tellHead();
        upNotice.begin();
        desk.open();
        doorway.admitAll();
    }

    private void close() {
        desk.fail();
        journal.gone(committed.map(it -> it.verdict().overrides()).orElse(List.of()));
        committed = Optional.empty();
        expectTick();
    }

    private void headInJournal(long seq) {
        head.lookedUp(seq);
        if (head.isAhead() && journal.isReady() && desk.isIdle()) {
            journal.restart();
        }
        doorway.headKnown();
    }

    // A batch: decided and committed by the journal, then settled, published and answered

    private final class DeskWork implements Desk.Work {
        @Override
        public void lookUp(long batch, Set<String> usernames) {
            getContext()
                    .pipeToSelf(
                            ports.people().named(usernames),
                            (users, failure) -> new RoomInternal.Named(batch, failure == null ? users : Map.of()));
        }

        @Override
        public void decide(List<Entry> batch, Rights rights) {
            decidedAt = clock.instant();
            decidedNanos = System.nanoTime();
            journal.decide(batch, rights);
        }
    }

    private void settle(RoomInternal.Decided it) {
        committed = Optional.of(it);
        committedAt = clock.instant();
        commit = Duration.ofNanos(System.nanoTime() - decidedNanos);
        var settlement = Settlement.of(it, desk.batch());
        if (settlement.isEmpty()) {
            finish(it, settlement.known());
        } else {
            journal.pipe(
                    settlement.settle(channel, store, ports.people(), clock),
                    names -> new RoomInternal.Finished(it.incarnation(), names));
        }
    }

    private void finish(RoomInternal.Decided it, Map<UserId, Author> names) {
        var verdict = it.verdict();
        var traces = desk.batch().stream().filter(Entry::isTraced).toList();
        var trace = traces.isEmpty() ? null : traces.getFirst().trace();
        publisher.publish(it.before(), verdict.events(), names, trace);
        facts.learn(verdict.rights(), clock.instant());
        publisher.losses(desk.batch(), verdict.rights(), clock.instant());
        if (desk.batch().stream().anyMatch(entry -> entry.command() instanceof MembersAre)) {
            facts.rosterAnswered();
            doorway.admitAll();
        }
        verdict.answers().forEach(Verdict.Answer::tell);
        verdict.events().forEach(mentions::notifyOf);
        watched(verdict, traces);
        committed = Optional.empty();
        desk.done();
    }

    private void watched(Verdict verdict, List<Entry> traced) {
        ports.watch().committed(desk.batch().size(), verdict.events().size(), commit);
        for (var entry : traced) {
            var stages = new RoomWatch.Stages(entry.arrived(), decidedAt, committedAt, clock.instant());
            Optional.ofNullable(entry.trace()).ifPresent(trace -> ports.watch().answered(trace, stages));
        }
    }

    // The hubs

    private void follow(ActorRef<HubCommand> hub, long lastSeq) {
        upNotice.answered(hub);
        followers.follow(hub, clock.instant());
        if (!journal.isReady()) {
            return;
        }
        if (lastSeq > publisher.last()) {
            head.lookUp();
        }
        publisher.catchUp(hub, lastSeq);
    }

    private void hubGone(ActorRef<HubCommand> hub) {
        if (followers.remove(hub)) {
            presence.changed();
        }
    }

    // Clocks

    private void expectTick() {
        if (!timers.isTimerActive(RoomInternal.Tick.class)) {
            timers.startSingleTimer(RoomInternal.Tick.class, new RoomInternal.Tick(), SECOND);
        }
    }

    private void tick() {
        desk.expire();
        doorway.expire();
        if (!facts.complete()) {
            facts.askForMembers();
        }
        upNotice.tell();
        mentions.retry();
        if (!isQuiet() || !facts.complete()) {
            expectTick();
        }
    }

    private void sweep() {
        var now = clock.instant();
        presence.sweep(now);
        if (followers.expire(now)) {
            presence.changed();
        }
        if (!upNotice.isDone()) {
            expectTick();
        }
        if (isQuiet() && lastCommand.plus(sleepAfter).isBefore(now)) {
            followers.tell(new HubCommand.Asleep(channel, publisher.last()));
            shard.tell(new ClusterSharding.Passivate<>(getContext().getSelf()));
        }
    }

    /// Nobody waits for the room, and the room for nobody.
    private boolean isQuiet() {
        return journal.isReady() && desk.isIdle() && doorway.isEmpty() && upNotice.isDone() && mentions.isDone();
    }

    private Behavior<RoomCommand> stopped() {
        desk.fail();
        doorway.refuseAll(RefusalCode.UNAVAILABLE);
        return this;
    }
}
