package io.hackhub.core.live;

import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.HubCommand.AskWho;
import io.hackhub.core.live.HubCommand.Asleep;
import io.hackhub.core.live.HubCommand.BoardIs;
import io.hackhub.core.live.HubCommand.Cut;
import io.hackhub.core.live.HubCommand.Events;
import io.hackhub.core.live.HubCommand.FromGateway;
import io.hackhub.core.live.HubCommand.FromSource;
import io.hackhub.core.live.HubCommand.Gone;
import io.hackhub.core.live.HubCommand.Head;
import io.hackhub.core.live.HubCommand.Repair;
import io.hackhub.core.live.HubCommand.Signal;
import io.hackhub.core.live.HubCommand.Subscribe;
import io.hackhub.core.live.HubCommand.Unsubscribe;
import io.hackhub.core.live.HubCommand.Up;
import io.hackhub.core.live.HubCommand.WhoIs;
import io.hackhub.core.live.Track.Contact;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// What a [NodeHub] does, free of actors so that every order of things can be tried: follows the channels that somebody
/// here reads, keeps their rings, mends gaps between source and hub before a subscriber sees them, and lets readers in.
/// One thread at a time.
final class Hub {

    static final Duration RENEW = Duration.ofSeconds(30);
    static final Duration KEEP = Duration.ofSeconds(60);
    static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    static final Duration PATIENCE = Duration.ofSeconds(6);
    static final Duration COUNT = Duration.ofSeconds(2);
    static final long MOST_BYTES = 128L * 1024 * 1024;
    static final int MOST_USERS = 200;

    /// How to wait without blocking: `then` runs in the hub's turn.
    interface Turn {
        <T> void after(CompletionStage<T> work, BiConsumer<@Nullable T, @Nullable Throwable> then);
    }

    private record Asked(AskWho who, Instant deadline) {}

    private final Sources sources;
    private final Backlog backlog;
    private final InstantSource clock;
    private final ActorRef<HubCommand> self;
    private final Turn turn;
    private final long mostBytes;
    private final Map<Channel, Track> tracks = new HashMap<>();
    private final Map<Long, Entering> tickets = new HashMap<>();
    private final Map<Long, Asked> questions = new HashMap<>();
    private final Map<Subscriber, Set<Channel>> channels = new HashMap<>();
    private long lastTicket;
    private long bytes;

    Hub(Sources sources, Backlog backlog, InstantSource clock, ActorRef<HubCommand> self, Turn turn, long mostBytes) {
        this.sources = sources;
        this.backlog = backlog;
        this.clock = clock;
        this.self = self;
        this.turn = turn;
        this.mostBytes = mostBytes;
    }

    // From sources

    void on(FromSource message) {
        switch (message) {
            case Events(var channel, var events) -> tracked(channel).ifPresent(it -> events(it, events));
            case Head(var channel, var head) -> tracked(channel).ifPresent(it -> head(it, head));
            case Up(var channel, var _) -> up(channel);
            case Asleep(var channel, var head) -> tracked(channel).ifPresent(it -> asleep(it, head));
            case Signal(var channel, var frame, var toWriters) ->
                tracked(channel).ifPresent(it -> it.feed.signal(frame, toWriters));
            case BoardIs(var channel, var board) -> tracked(channel).ifPresent(it -> board(it, board));
            case Cut(var channel, var user) -> tracked(channel).ifPresent(it -> cut(it, user));
            case Admission it -> admission(it);
            case WhoIs(var channel, var ticket, var users) -> {
                var asked = questions.remove(ticket);
                if (asked != null) {
                    var to = asked.who();
                    to.subscriber().lane().execute(() -> to.subscriber().who(to.id(), channel, users));
                }
            }
        }
    }

    private Optional<Track> tracked(Channel channel) {
        return Optional.ofNullable(tracks.get(channel));
    }

    private void events(Track track, List<EventFrame> events) {
        track.contact = Contact.AWAKE;
        publish(track, events);
        if (track.behind() && !track.filling && !track.mending) {
            track.mending = true;
            follow(track);
        }
    }

    private void publish(Track track, List<EventFrame> events) {
        int before = track.ring.bytes();
        var fresh = track.take(events);
        bytes += track.ring.bytes() - before;
        track.mending = track.mending && track.behind();
        track.feed.deliver(fresh).forEach(it -> lost(track, it));
        for (var event : fresh) {
            if (event.kind().equals(Feed.LEFT)) {
                List.copyOf(track.entering).stream()
                        .filter(it -> it.admitted
                                && it.admittedAt < event.seq()
                                && Objects.equals(it.subscriber.reader().user(), event.userId()))
                        .forEach(it -> refuse(it, RefusalCode.DENIED, "no longer yours to read"));
            }
        }
        shed();
        enterAll(track);
    }

    private void head(Track track, long head) {
        track.contact = Contact.AWAKE;
        if (!track.known) {
            track.learn(head);
        }
        track.target = Math.max(track.target, head);
        fill(track);
        enterAll(track);
    }

    /// Reads from the journal what the source can send no more.
    private void fill(Track track) {
        if (track.filling || !track.behind() || !(track.channel instanceof Channel.Log log)) {
            return;
        }
        track.filling = true;
        long from = track.ring.last() + 1;
        turn.after(backlog.read(log, from, Math.min(track.target, from + Track.RING_EVENTS - 1)), (found, failure) -> {
            track.filling = false;
            if (found != null && !found.isEmpty() && tracks.get(track.channel) == track) {
                publish(track, track.ring.redacted(found));
                fill(track);
            }
        });
    }

    private void up(Channel channel) {
        var track = tracks.get(channel);
        if (track == null) {
            sources.tell(new SourceCommand.Unfollow(channel, self));
        } else {
            track.countChanged = true;
            follow(track);
        }
    }

    private void asleep(Track track, long head) {
        head(track, head);
        track.contact = Contact.ASLEEP;
    }

    private void follow(Track track) {
        track.askedAt = clock.instant();
        sources.tell(new SourceCommand.Follow(track.channel, track.lastSeq(), self));
    }

    private void board(Track track, BoardFrame board) {
        track.contact = Contact.AWAKE;
        track.board = Optional.of(board);
        track.feed.board(board);
        enterAll(track);
    }

    private void cut(Track track, @Nullable UserId user) {
        track.feed
                .cut(it -> user == null || user.equals(it.subscriber().reader().user()))
                .forEach(it -> lost(track, it));
    }

    private void lost(Track track, Subscriber subscriber) {
        forget(subscriber, track.channel);
        track.countChanged = true;
        track.usedAt = clock.instant();
    }

    // From the gateway

    void on(FromGateway message) {
        switch (message) {
            case Subscribe it -> subscribe(it);
            case Unsubscribe(var id, var channel, var subscriber) ->
                leave(subscriber, channel, () -> subscriber.unsubscribed(id, channel));
            case Repair it -> repair(it);
            case AskWho it -> who(it);
            case Gone(var subscriber) -> {
                var theirs = channels.remove(subscriber);
                if (theirs != null) {
                    List.copyOf(theirs).forEach(channel -> leave(subscriber, channel, () -> {}));
                }
            }
        }
    }

    private void subscribe(Subscribe asked) {
        var now = clock.instant();
        var track = tracks.computeIfAbsent(asked.channel(), channel -> new Track(channel, now));
        if (track.entering.stream().anyMatch(it -> it.subscriber.equals(asked.subscriber()))) {
            tell(asked.subscriber(), asked.id(), RefusalCode.BAD_REQUEST, "subscribing already");
            return;
        }
        if (track.feed.reading(asked.subscriber()).isPresent()) {
            track.feed.leave(asked.subscriber(), () -> {});
        }
        var entering = new Entering(asked, ++lastTicket, now, now.plus(PATIENCE));
        track.entering.add(entering);
        tickets.put(entering.ticket, entering);
        channels.computeIfAbsent(asked.subscriber(), _ -> new LinkedHashSet<>()).add(asked.channel());
        if (!track.known && track.board.isEmpty()) {
            follow(track);
        }
        ask(entering);
    }

    private void ask(Entering entering) {
        entering.askedAt = clock.instant();
        sources.tell(new SourceCommand.Admit(
                entering.channel, entering.subscriber.reader(), entering.since, entering.ticket, self.narrow()));
    }

    private void admission(Admission told) {
        var entering = tickets.get(told.ticket());
        if (entering == null || entering.admitted) {
            return;
        }
        var refusal = told.refusal();
        if (refusal != null) {
            refuse(entering, refusal, "not yours to read");
            return;
        }
        entering.admit(told);
        tracked(entering.channel).ifPresent(track -> {
            if (track.contact != Contact.AWAKE) {
                follow(track);
            }
            track.target = Math.max(track.target, told.head());
            enter(track, entering);
        });
    }

    private void enterAll(Track track) {
        List.copyOf(track.entering).forEach(it -> enter(track, it));
    }

    private void enter(Track track, Entering entering) {
        if (!entering.admitted || entering.reading) {
            return;
        }
        switch (track.channel) {
            case Channel.Board _ -> track.board.ifPresent(board -> enterBoard(track, entering, board));
            case Channel.Log log -> {
                if (track.known && track.ring.last() >= entering.admittedAt) {
                    enterLog(track, log, entering);
                }
            }
        }
    }

    private void enterBoard(Track track, Entering entering, BoardFrame board) {
        settled(track, entering);
        var reading = new Feed.Reading(entering.subscriber, 0, 0, entering.canWrite);
        track.feed.enter(reading, entering.id, new Subscription(board.to(), 1, true, false, false), board);
    }

    private void enterLog(Track track, Channel.Log log, Entering entering) {
        long head = track.ring.last();
        entering.settle(head);
        if (entering.next() < track.ring.first() && entering.next() <= head) {
            readOlder(track, log, entering);
            return;
        }
        settled(track, entering);
        var replay = new ArrayList<>(track.ring.redacted(entering.older));
        replay.addAll(track.ring.range(entering.next(), head));
        track.feed.enter(
                new Feed.Reading(entering.subscriber, entering.admittedAt, entering.from, entering.canWrite),
                entering.id,
                entering.subscription(head),
                replay);
    }

    private void settled(Track track, Entering entering) {
        track.entering.remove(entering);
        tickets.remove(entering.ticket);
        track.usedAt = clock.instant();
        track.countChanged = true;
    }

    private void readOlder(Track track, Channel.Log log, Entering entering) {
        if (entering.older.size() > Entering.MOST) {
            refuse(entering, RefusalCode.OVERLOADED, "too much is happening here");
            return;
        }
        entering.reading = true;
        turn.after(backlog.read(log, entering.next(), track.ring.first() - 1), (found, failure) -> {
            entering.reading = false;
            if (tickets.get(entering.ticket) != entering) {
                return;
            }
            if (found == null || found.isEmpty()) {
                refuse(entering, RefusalCode.UNAVAILABLE, "the log is away, try again");
            } else {
                entering.older.addAll(found);
                enter(track, entering);
            }
        });
    }

    private void refuse(Entering entering, RefusalCode code, String message) {
        tickets.remove(entering.ticket);
        tracked(entering.channel).ifPresent(track -> track.entering.remove(entering));
        forget(entering.subscriber, entering.channel);
        tell(entering.subscriber, entering.id, code, message);
    }

    private static void tell(Subscriber subscriber, long id, RefusalCode code, String message) {
        subscriber.lane().execute(() -> subscriber.refused(id, code, message));
    }

    private void leave(Subscriber subscriber, Channel channel, Runnable after) {
        forget(subscriber, channel);
        var track = tracks.get(channel);
        if (track == null) {
            subscriber.lane().execute(after);
            return;
        }
        track.entering.stream()
                .filter(it -> it.subscriber.equals(subscriber))
                .findFirst()
                .ifPresent(it -> {
                    track.entering.remove(it);
                    tickets.remove(it.ticket);
                });
        track.countChanged = true;
        track.usedAt = clock.instant();
        track.feed.leave(subscriber, after);
    }

    private void forget(Subscriber subscriber, Channel channel) {
        var theirs = channels.get(subscriber);
        if (theirs != null) {
            theirs.remove(channel);
            if (theirs.isEmpty()) {
                channels.remove(subscriber);
            }
        }
    }

    private void repair(Repair it) {
        var reading = tracked(it.channel()).flatMap(track -> track.feed.reading(it.subscriber()));
        if (reading.isEmpty()) {
            tell(it.subscriber(), it.id(), RefusalCode.DENIED, "not subscribed");
        } else if (it.from() < reading.get().from() || it.to() < it.from() || it.to() - it.from() >= Entering.REPLAY) {
            tell(
                    it.subscriber(),
                    it.id(),
                    RefusalCode.BAD_REQUEST,
                    "repair: at most %d events, none below %d"
                            .formatted(Entering.REPLAY, reading.get().from()));
        } else {
            repair(it, Objects.requireNonNull(tracks.get(it.channel())), reading.get());
        }
    }

    private void repair(Repair it, Track track, Feed.Reading reading) {
        long to = Math.min(it.to(), track.ring.last());
        if (it.from() >= track.ring.first()) {
            repaired(it, track.ring.range(it.from(), to));
            return;
        }
        turn.after(backlog.read(it.channel(), it.from(), to), (found, failure) -> {
            if (!track.feed.reading(it.subscriber()).equals(Optional.of(reading))) {
                tell(it.subscriber(), it.id(), RefusalCode.DENIED, "not subscribed");
            } else if (found == null) {
                tell(it.subscriber(), it.id(), RefusalCode.UNAVAILABLE, "the log is away, try again");
            } else {
                repaired(it, track.ring.redacted(found));
            }
        });
    }

    private static void repaired(Repair it, List<EventFrame> found) {
        var batch = new Batch(found.stream().map(EventFrame::json).toList());
        it.subscriber().lane().execute(() -> it.subscriber().repaired(it.id(), it.channel(), batch));
    }

    private void who(AskWho it) {
        var track = tracks.get(it.channel());
        if (track == null || track.feed.reading(it.subscriber()).isEmpty()) {
            tell(it.subscriber(), it.id(), RefusalCode.DENIED, "not subscribed");
            return;
        }
        questions.put(++lastTicket, new Asked(it, clock.instant().plus(PATIENCE)));
        sources.tell(new SourceCommand.Who(it.channel(), lastTicket, users(track), self.narrow()));
    }

    private static List<UserId> users(Track track) {
        return switch (track.channel) {
            case Channel.TeamChat _, Channel.HackathonChat _ -> track.feed.users(MOST_USERS);
            case Channel.Announcements _, Channel.Inbox _, Channel.Board _ -> List.of();
        };
    }

    // The clock, each second

    void sweep() {
        var now = clock.instant();
        for (var track : List.copyOf(tracks.values())) {
            sweep(track, now);
        }
        questions.values().removeIf(asked -> {
            var late = asked.deadline().isBefore(now);
            if (late) {
                tell(asked.who().subscriber(), asked.who().id(), RefusalCode.UNAVAILABLE, "no answer, try again");
            }
            return late;
        });
    }

    private void sweep(Track track, Instant now) {
        for (var entering : List.copyOf(track.entering)) {
            if (entering.deadline.isBefore(now)) {
                refuse(entering, RefusalCode.UNAVAILABLE, "no answer, try again");
            } else if (!entering.admitted && !entering.askedAt.plus(ASK_AGAIN).isAfter(now)) {
                ask(entering);
            }
        }
        if (track.isUnused() && track.usedAt.plus(KEEP).isBefore(now)) {
            drop(track);
            return;
        }
        var missing = track.behind() || track.contact == Contact.UNKNOWN;
        var renewal = missing ? ASK_AGAIN : RENEW;
        if ((track.contact != Contact.ASLEEP || missing)
                && !track.askedAt.plus(renewal).isAfter(now)) {
            track.countChanged = true;
            fill(track);
            follow(track);
        }
        count(track, now);
    }

    private void count(Track track, Instant now) {
        if (track.countChanged
                && track.contact == Contact.AWAKE
                && !track.countedAt.plus(COUNT).isAfter(now)) {
            track.countChanged = false;
            track.countedAt = now;
            sources.tell(new SourceCommand.Readers(track.channel, track.feed.count(), users(track), self));
        }
    }

    private void drop(Track track) {
        tracks.remove(track.channel);
        bytes -= track.ring.bytes();
        if (track.contact != Contact.ASLEEP) {
            sources.tell(new SourceCommand.Unfollow(track.channel, self));
        }
    }

    /// Over the node's bound, the ring that nobody has asked for longest is emptied; its feed goes on.
    private void shed() {
        while (bytes > mostBytes) {
            var oldest = tracks.values().stream()
                    .filter(track -> track.ring.bytes() > 0)
                    .min(Comparator.comparing((Track track) -> track.usedAt));
            if (oldest.isEmpty()) {
                return;
            }
            bytes -= oldest.get().ring.bytes();
            oldest.get().ring.reset(oldest.get().ring.last());
        }
    }
}
