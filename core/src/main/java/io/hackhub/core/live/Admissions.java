package io.hackhub.core.live;

import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.HubCommand.Subscribe;
import io.hackhub.core.live.HubCommand.Unsubscribe;
import io.hackhub.core.live.Track.Contact;
import io.hackhub.core.shared.Channel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Lets readers in and out. The way in: the source says yes, what the ring lacks is read, and then the feed takes over
/// at the ring's last event. A track with somebody on the way in is never dropped.
final class Admissions {

    private final Tracks tracks;
    private final Upstream upstream;
    private final OlderEvents older;
    private final InstantSource clock;
    private final Map<Long, Entering> tickets = new HashMap<>();
    private final Map<Subscriber, Set<Channel>> channels = new HashMap<>();
    private long lastTicket;

    Admissions(Tracks tracks, Upstream upstream, OlderEvents older, InstantSource clock) {
        this.tracks = tracks;
        this.upstream = upstream;
        this.older = older;
        this.clock = clock;
    }

    // The way in

    void subscribe(Subscribe asked) {
        var now = clock.instant();
        var track = tracks.open(asked.channel(), now);
        if (entering(track, asked.subscriber()).isPresent()) {
            asked.refuse(RefusalCode.BAD_REQUEST, "subscribing already");
            return;
        }
        if (track.feed.reading(asked.subscriber()).isPresent()) {
            track.feed.leave(asked.subscriber(), () -> {});
        }
        var entering = new Entering(asked, track, ++lastTicket, now);
        track.entering.add(entering);
        tickets.put(entering.ticket, entering);
        channels.computeIfAbsent(asked.subscriber(), _ -> new LinkedHashSet<>()).add(asked.channel());
        if (!track.known && track.board.isEmpty()) {
            upstream.follow(track);
        }
        upstream.admit(entering);
    }

    void admission(Admission told) {
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
        var track = entering.track;
        if (track.contact != Contact.AWAKE) {
            upstream.follow(track);
        }
        track.target = Math.max(track.target, told.head());
        enter(entering);
    }

    void enterAll(Track track) {
        List.copyOf(track.entering).forEach(this::enter);
    }

    private void enter(Entering entering) {
        if (!entering.admitted || entering.readsOlder) {
            return;
        }
        var track = entering.track;
        switch (track.channel) {
            case Channel.Board _ -> track.board.ifPresent(board -> enterBoard(entering, board));
            case Channel.Log log -> {
                if (track.known && track.ring.last() >= entering.admittedAt) {
                    enterLog(entering, log);
                }
            }
        }
    }

    private void enterBoard(Entering entering, BoardFrame board) {
        settled(entering);
        var reading = new Feed.Reading(entering.subscriber(), 0, 0, entering.canWrite);
        var subscription = new Subscription(board.to(), 1, true, false, false);
        entering.track.feed.enter(reading, entering.asked.id(), subscription, board);
    }

    private void enterLog(Entering entering, Channel.Log log) {
        entering.settle();
        if (entering.lacksOlder()) {
            readOlder(entering, log);
            return;
        }
        settled(entering);
        entering.track.feed.enter(entering.reading(), entering.asked.id(), entering.subscription(), entering.replay());
    }

    private void readOlder(Entering entering, Channel.Log log) {
        if (entering.older.size() > Entering.MOST) {
            refuse(entering, RefusalCode.OVERLOADED, "too much is happening here");
            return;
        }
        entering.readsOlder = true;
        older.read(log, entering.next(), entering.track.ring.first() - 1, found -> {
            entering.readsOlder = false;
            if (tickets.get(entering.ticket) != entering) {
                return;
            }
            if (found == null || found.isEmpty()) {
                refuse(entering, RefusalCode.UNAVAILABLE, "the log is away, try again");
            } else {
                entering.older.addAll(found);
                enter(entering);
            }
        });
    }

    private void settled(Entering entering) {
        forget(entering);
        entering.track.readersChanged(clock.instant());
    }

    private void refuse(Entering entering, RefusalCode code, String message) {
        forget(entering);
        forget(entering.subscriber(), entering.track.channel);
        entering.asked.refuse(code, message);
    }

    /// Refuses those who were admitted and have left since, by what has just happened.
    void refuseLeavers(Track track, List<EventFrame> fresh) {
        for (var event : fresh) {
            if (event.kind().equals(Feed.LEFT)) {
                refuseAdmitted(
                        track,
                        it -> it.admittedAt < event.seq()
                                && Objects.equals(it.subscriber().reader().user(), event.userId()));
            }
        }
    }

    /// Refuses those who were admitted and are cut off before there was anything to show them.
    void cut(Track track, Predicate<Reader> whom) {
        refuseAdmitted(track, it -> whom.test(it.subscriber().reader()));
    }

    private void refuseAdmitted(Track track, Predicate<Entering> whom) {
        List.copyOf(track.entering).stream()
                .filter(it -> it.admitted)
                .filter(whom)
                .forEach(it -> refuse(it, RefusalCode.DENIED, "no longer yours to read"));
    }

    void sweep(Track track, Instant now) {
        for (var entering : List.copyOf(track.entering)) {
            if (entering.deadline.isBefore(now)) {
                refuse(entering, RefusalCode.UNAVAILABLE, "no answer, try again");
            } else if (!entering.admitted
                    && !entering.askedAt.plus(Upstream.ASK_AGAIN).isAfter(now)) {
                upstream.admit(entering);
            }
        }
    }

    // The way out

    /// Every request is answered: who is still on the way in is refused first.
    void unsubscribe(Unsubscribe asked) {
        var subscriber = asked.subscriber();
        tracks.find(asked.channel())
                .flatMap(track -> entering(track, subscriber))
                .ifPresent(it -> refuse(it, RefusalCode.CONFLICT, "left before it was let in"));
        leave(subscriber, asked.channel(), () -> subscriber.unsubscribed(asked.id(), asked.channel()));
    }

    /// Lets go of `channel`, then does `after`, on the subscriber's lane.
    private void leave(Subscriber subscriber, Channel channel, Runnable after) {
        forget(subscriber, channel);
        var track = tracks.find(channel);
        if (track.isEmpty()) {
            subscriber.lane().execute(after);
            return;
        }
        entering(track.get(), subscriber).ifPresent(this::forget);
        track.get().readersChanged(clock.instant());
        track.get().feed.leave(subscriber, after);
    }

    void leaveAll(Subscriber subscriber) {
        var theirs = channels.remove(subscriber);
        if (theirs != null) {
            List.copyOf(theirs).forEach(channel -> leave(subscriber, channel, () -> {}));
        }
    }

    /// The feed has cut this one off.
    void lost(Track track, Subscriber subscriber) {
        forget(subscriber, track.channel);
        track.readersChanged(clock.instant());
    }

    private static Optional<Entering> entering(Track track, Subscriber subscriber) {
        return track.entering.stream()
                .filter(it -> it.subscriber().equals(subscriber))
                .findFirst();
    }

    private void forget(Entering entering) {
        entering.track.entering.remove(entering);
        tickets.remove(entering.ticket);
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
}
