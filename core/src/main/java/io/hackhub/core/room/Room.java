package io.hackhub.core.room;

import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Redactions;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.Ring;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One channel, somewhere in the cluster: queues commands for its [RoomJournal], publishes what is committed to the
/// hubs that
/// follow, and says who may read. Its entity id is the channel's name. Stores nothing itself and never waits: reads are
/// answered while the journal writes.
public final class Room extends AbstractBehavior<RoomCommand> {

    public static final EntityTypeKey<RoomCommand> KEY = EntityTypeKey.create(RoomCommand.class, "Room");

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final int RING_EVENTS = 512;
    private static final int RING_BYTES = 256 * 1024;
    private static final int UP_TRIES = 10;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PRESENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Channel.Log channel;
    private final RoomPorts ports;
    private final RoomStore store;
    private final InstantSource clock;
    private final Duration sleepAfter;
    private final ActorRef<ClusterSharding.ShardCommand> shard;
    private final TimerScheduler<RoomCommand> timers;
    private final Facts facts;
    private final Desk desk;
    private final Doorway doorway;
    private final Followers followers;
    private final Ring ring = new Ring(RING_EVENTS, RING_BYTES, 0);
    private final Set<ActorRef<HubCommand>> untold = new HashSet<>();
    private final Map<UserId, Instant> typists = new HashMap<>();

    private ActorRef<RoomJournal.Decide> journal;
    private int incarnation;
    private boolean ready;
    private boolean everReady;
    private boolean lookingUp;
    /// The newest seq that was ever seen in the journal's table: a committed batch is there before it is published.
    private long journalHead;
    private final List<SourceCommand.Admit> doubts = new ArrayList<>();
    private Duration pause = Duration.ZERO;
    private int upTries;
    private Instant lastCommand;
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
        return create(channel, ports, RoomStore.in(database), clock, shard);
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
        this.facts = new Facts(channel, ports.standings(), context.getSelf());
        this.desk = new Desk(facts, new DeskWork(), clock);
        this.doorway = new Doorway(facts);
        this.followers = new Followers(channel);
        this.lastCommand = clock.instant();
        this.journal = startJournal();
        askForMembers();
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
                doorway.of(standing.user()).forEach(this::answer);
            }
            case Typing(var user) -> typing(user);
            case AcksAre(var updateId, var count) ->
                followers.tell(new HubCommand.Signal(channel, Signals.acks(channel, updateId, count), true));
            case FromHub(var it) -> onHub(it);
        }
    }

    private void onInternal(RoomInternal message) {
        switch (message) {
            case RoomInternal.Recovered it -> recovered(it);
            case RoomInternal.Prepared(var of, var mutes) -> prepared(of, mutes);
            case RoomInternal.Decided it -> decided(it);
            case RoomInternal.Finished(var of, var names) -> finished(of, names);
            case RoomInternal.Failed(var of, var cause) -> failed(of, cause);
            case RoomInternal.JournalGone(var of) -> journalGone(of);
            case RoomInternal.StartJournal _ -> journal = startJournal();
            case RoomInternal.Named(var batch, var users) -> desk.named(batch, users);
            case RoomInternal.HeadInJournal(var head) -> headInJournal(head);
            case RoomInternal.HubGone(var hub) -> hubGone(hub);
            case RoomInternal.Tick _ -> tick();
            case RoomInternal.RepeatHead _ -> followers.tell(new HubCommand.Head(channel, ring.last()));
            case RoomInternal.TellPresence _ ->
                followers.tell(new HubCommand.Signal(channel, Signals.readers(channel, followers.count()), false));
            case RoomInternal.Sweep _ -> sweep();
        }
    }

    // The journal: start, recover, prepare; again whenever it fails

    private ActorRef<RoomJournal.Decide> startJournal() {
        incarnation++;
        var child = getContext()
                .spawn(
                        RoomJournal.create(channel, incarnation, getContext().getSelf(), clock),
                        "journal-" + incarnation);
        getContext().watchWith(child, new RoomInternal.JournalGone(incarnation));
        return child;
    }

    private void recovered(RoomInternal.Recovered it) {
        if (it.incarnation() != incarnation) {
            return;
        }
        if (it.head() != ring.last()) {
            ring.reset(it.head());
        }
        var redacted = it.redactions().isEmpty()
                ? CompletableFuture.<Void>completedFuture(null)
                : store.redact(channel, it.redactions());
        pipe(redacted.thenCompose(_ -> mutes()), mutes -> new RoomInternal.Prepared(it.incarnation(), mutes));
    }

    private CompletionStage<Map<UserId, Instant>> mutes() {
        return switch (channel) {
            case Channel.TeamChat _, Channel.HackathonChat _ -> store.mutes(channel, clock.instant());
            case Channel.Announcements _, Channel.Inbox _ -> CompletableFuture.completedFuture(Map.of());
        };
    }

    private void prepared(int of, Map<UserId, Instant> mutes) {
        if (of != incarnation) {
            return;
        }
        facts.learn(mutes);
        ready = true;
        pause = Duration.ZERO;
        followers.tell(new HubCommand.Head(channel, ring.last()));
        if (!everReady) {
            everReady = true;
            untold.addAll(ports.hubs().all());
            tellUp();
        }
        desk.open();
        doorway.all().forEach(this::admit);
    }

    private void failed(int of, Throwable cause) {
        if (of == incarnation) {
            LOG.warn("{}: starting its journal anew", channel, cause);
            getContext().stop(journal);
        }
    }

    private void journalGone(int of) {
        if (of != incarnation) {
            return;
        }
        ready = false;
        committed = Optional.empty();
        desk.fail();
        pause = pause.isZero() ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
        timers.startSingleTimer(new RoomInternal.StartJournal(), pause);
        expectTick();
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    // A batch: decided and committed by the journal, then redacted, named, published and answered

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
            journal.tell(new RoomJournal.Decide(batch, rights));
        }
    }

    private void decided(RoomInternal.Decided it) {
        if (it.incarnation() != incarnation) {
            return;
        }
        committed = Optional.of(it);
        var names = cards();
        var missing = new HashSet<UserId>();
        it.verdict().events().forEach(event -> Frames.named(event).ifPresent(missing::add));
        missing.removeAll(names.keySet());
        var mutes = it.verdict().answers().stream()
                .filter(Verdict.AfterMute.class::isInstance)
                .map(Verdict.AfterMute.class::cast)
                .toList();
        if (it.redactions().isEmpty() && missing.isEmpty() && mutes.isEmpty()) {
            finish(it, names);
            return;
        }
        var steps = redact(it.redactions())
                .thenCompose(_ -> write(mutes))
                .thenCompose(_ -> missing.isEmpty()
                        ? CompletableFuture.completedFuture(Map.<UserId, Author>of())
                        : ports.people().authors(missing))
                .thenApply(found -> {
                    names.putAll(found);
                    return Map.copyOf(names);
                });
        pipe(steps, all -> new RoomInternal.Finished(it.incarnation(), all));
    }

    private CompletionStage<Void> redact(List<Redactable> what) {
        return what.isEmpty() ? CompletableFuture.completedFuture(null) : store.redact(channel, what);
    }

    private CompletionStage<Void> write(List<Verdict.AfterMute> mutes) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (var it : mutes) {
            all = all.thenCompose(_ -> store.mute(channel, it.user(), it.until(), it.by(), clock.instant()));
        }
        return all;
    }

    private Map<UserId, Author> cards() {
        var cards = new HashMap<UserId, Author>();
        for (var entry : desk.batch()) {
            if (entry.command() instanceof Act act) {
                cards.put(act.author().id(), act.author());
            }
        }
        return cards;
    }

    private void finished(int of, Map<UserId, Author> names) {
        if (of == incarnation) {
            committed.ifPresent(it -> finish(it, names));
        }
    }

    private void finish(RoomInternal.Decided it, Map<UserId, Author> names) {
        var verdict = it.verdict();
        publish(it.before(), verdict.events(), names);
        facts.learn(verdict.rights(), clock.instant());
        if (desk.batch().stream().anyMatch(entry -> entry.command() instanceof MembersAre)) {
            facts.rosterAnswered();
            doorway.all().forEach(this::admit);
        }
        verdict.overrides().forEach(one -> ports.audit().overridden(one.by(), one.action(), channel, one.messageId()));
        verdict.answers().forEach(Verdict.Answer::tell);
        verdict.events().forEach(this::notifyMentioned);
        committed = Optional.empty();
        desk.done();
    }

    private void publish(long before, List<RoomEvent> events, Map<UserId, Author> names) {
        if (events.isEmpty()) {
            return;
        }
        var frames = new ArrayList<EventFrame>();
        for (var event : events) {
            var frame = Frames.encode(channel, before + frames.size() + 1, event, names);
            frames.add(frame);
            ring.append(frame);
        }
        followers.publish(Redactions.within(frames));
        timers.startSingleTimer(new RoomInternal.RepeatHead(), SECOND);
    }

    private void notifyMentioned(RoomEvent event) {
        if (event instanceof RoomEvent.MessagePosted posted) {
            posted.mentions().stream()
                    .filter(user -> !user.equals(posted.author()))
                    .forEach(user -> ports.inboxes()
                            .deliver(
                                    user,
                                    Mentions.notice(
                                            channel,
                                            posted,
                                            user,
                                            getContext().getSystem().ignoreRef())));
        }
    }

    // Readers

    private void onHub(SourceCommand command) {
        switch (command) {
            case SourceCommand.Follow(var _, var lastSeq, var hub) -> follow(hub, lastSeq);
            case SourceCommand.Unfollow(var _, var hub) -> {
                untold.remove(hub);
                hubGone(hub);
            }
            case SourceCommand.Readers(var _, var count, var users, var hub) -> {
                if (followers.readers(hub, count, users)) {
                    presenceChanged();
                }
            }
            case SourceCommand.Admit it -> {
                lastCommand = clock.instant();
                admit(it);
            }
            case SourceCommand.Who it -> who(it);
        }
    }

    private void follow(ActorRef<HubCommand> hub, long lastSeq) {
        untold.remove(hub);
        if (followers.follow(hub, clock.instant())) {
            getContext().watchWith(hub, new RoomInternal.HubGone(hub));
        }
        if (!ready) {
            return;
        }
        if (lastSeq > ring.last()) {
            lookUpHead();
        }
        if (lastSeq >= ring.first() - 1 && lastSeq < ring.last()) {
            followers.send(hub, ring.range(lastSeq + 1, ring.last()));
        } else {
            hub.tell(new HubCommand.Head(channel, ring.last()));
        }
    }

    private void hubGone(ActorRef<HubCommand> hub) {
        if (followers.remove(hub)) {
            getContext().unwatch(hub);
            presenceChanged();
        }
    }

    private void admit(SourceCommand.Admit admit) {
        var user = admit.reader().user();
        var since = admit.since();
        if (!ready || !facts.complete()) {
            await(admit);
        } else if (since != null && since > head()) {
            doubts.add(new SourceCommand.Admit(channel, admit.reader(), null, admit.ticket(), admit.replyTo()));
            lookUpHead();
        } else if (facts.enough(user, admit.reader().admin(), clock.instant())) {
            answer(admit);
        } else {
            await(admit);
            facts.ask(user);
        }
    }

    private void await(SourceCommand.Admit admit) {
        doorway.await(admit, clock.instant());
        expectTick();
    }

    private void answer(SourceCommand.Admit admit) {
        if (ready) {
            doorway.answer(admit, head(), clock.instant());
        } else {
            await(admit);
        }
    }

    /// Somebody has seen more than this room has: another one wrote, and this one starts anew.
    private void lookUpHead() {
        if (!lookingUp) {
            lookingUp = true;
            getContext()
                    .pipeToSelf(
                            store.head(channel),
                            (head, failure) -> new RoomInternal.HeadInJournal(failure == null ? head : 0));
        }
    }

    private void headInJournal(long head) {
        lookingUp = false;
        journalHead = Math.max(journalHead, head);
        if (journalHead > ring.last() && ready && desk.isIdle()) {
            ready = false;
            getContext().stop(journal);
        }
        var doubted = List.copyOf(doubts);
        doubts.clear();
        doubted.forEach(this::admit);
    }

    private long head() {
        return Math.max(ring.last(), journalHead);
    }

    private void who(SourceCommand.Who it) {
        var ids = followers.users();
        ids.addAll(it.here());
        ports.people().authors(ids).whenComplete((authors, failure) -> {
            List<Author> known = failure == null ? List.copyOf(authors.values()) : List.of();
            it.replyTo().tell(new HubCommand.WhoIs(channel, it.ticket(), known));
        });
    }

    private void typing(UserId user) {
        var now = clock.instant();
        var rights = facts.rights(Set.of(Optional.of(user)));
        var again = typists.getOrDefault(user, Instant.EPOCH).plus(PRESENCE);
        if (rights.mayWrite(user, false, now) && !rights.muted(user, now) && !now.isBefore(again)) {
            typists.put(user, now);
            followers.tell(new HubCommand.Signal(channel, Signals.typing(channel, user), false));
        }
    }

    private void presenceChanged() {
        if (!(channel instanceof Channel.Inbox) && !timers.isTimerActive(RoomInternal.TellPresence.class)) {
            timers.startSingleTimer(RoomInternal.TellPresence.class, new RoomInternal.TellPresence(), PRESENCE);
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
        doorway.expire(clock.instant(), ready && facts.complete());
        if (!facts.complete()) {
            askForMembers();
        }
        tellUp();
        if (!desk.isIdle() || !doorway.isEmpty() || !facts.complete() || !untold.isEmpty() || !ready) {
            expectTick();
        }
    }

    private void tellUp() {
        untold.retainAll(ports.hubs().all());
        if (everReady && !untold.isEmpty() && upTries++ < UP_TRIES) {
            untold.forEach(hub -> hub.tell(new HubCommand.Up(channel, ring.last())));
        } else {
            untold.clear();
        }
    }

    private void askForMembers() {
        if (channel instanceof Channel.TeamChat(var team)) {
            ports.memberships().ask(team, getContext().getSelf());
        }
    }

    private void sweep() {
        var now = clock.instant();
        typists.values().removeIf(at -> at.plus(PRESENCE).isBefore(now));
        followers.expire(now).forEach(getContext()::unwatch);
        if (ready
                && desk.isIdle()
                && doorway.isEmpty()
                && lastCommand.plus(sleepAfter).isBefore(now)) {
            followers.tell(new HubCommand.Asleep(channel, ring.last()));
            shard.tell(new ClusterSharding.Passivate<>(getContext().getSelf()));
        }
    }

    private Behavior<RoomCommand> stopped() {
        desk.fail();
        doorway.refuseAll(RefusalCode.UNAVAILABLE);
        return this;
    }

    private <T> void pipe(CompletionStage<T> step, Function<T, RoomInternal> then) {
        int of = incarnation;
        getContext()
                .pipeToSelf(
                        step,
                        (value, failure) -> failure == null ? then.apply(value) : new RoomInternal.Failed(of, failure));
    }
}
