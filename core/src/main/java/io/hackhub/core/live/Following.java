package io.hackhub.core.live;

import io.hackhub.core.live.HubCommand.RightsAre;
import io.hackhub.core.live.Track.Contact;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps what is followed up to date: takes what sources tell, mends gaps between source and hub before a subscriber
/// sees them, renews, and lets go of what nobody reads. Tells [Admissions] when there is more, for those who wait for
/// it.
final class Following {

    private static final Duration RENEW = Duration.ofSeconds(30);
    private static final Duration KEEP = Duration.ofSeconds(60);
    private static final Duration COUNT = Duration.ofSeconds(2);

    private final Tracks tracks;
    private final Upstream upstream;
    private final OlderEvents older;
    private final Admissions admissions;

    Following(Tracks tracks, Upstream upstream, OlderEvents older, Admissions admissions) {
        this.tracks = tracks;
        this.upstream = upstream;
        this.older = older;
        this.admissions = admissions;
    }

    // From sources

    void events(Track track, List<EventFrame> events) {
        track.contact = Contact.AWAKE;
        publish(track, events);
        if (track.behind() && !track.filling && !track.mending) {
            track.mending = true;
            upstream.follow(track);
        }
    }

    private void publish(Track track, List<EventFrame> events) {
        var fresh = tracks.take(track, events);
        track.mending = track.mending && track.behind();
        track.feed.deliver(fresh).forEach(it -> admissions.lost(track, it));
        admissions.refuseLeavers(track, fresh);
        tracks.shed();
        admissions.enterAll(track);
    }

    void head(Track track, long head) {
        track.contact = Contact.AWAKE;
        if (!track.known) {
            track.learn(head);
        }
        track.target = Math.max(track.target, head);
        fill(track);
        admissions.enterAll(track);
    }

    /// Reads from the journal what the source can send no more.
    private void fill(Track track) {
        if (track.filling || !track.behind() || !(track.channel instanceof Channel.Log log)) {
            return;
        }
        track.filling = true;
        long from = track.ring.last() + 1;
        older.read(log, from, Math.min(track.target, from + Track.RING_EVENTS - 1), found -> {
            track.filling = false;
            if (found != null && !found.isEmpty() && tracks.contains(track)) {
                publish(track, track.ring.redacted(found));
                fill(track);
            }
        });
    }

    void up(Channel channel) {
        var track = tracks.find(channel);
        if (track.isEmpty()) {
            upstream.unfollow(channel);
        } else {
            track.get().countChanged = true;
            upstream.follow(track.get());
        }
    }

    void asleep(Track track, long head) {
        head(track, head);
        track.contact = Contact.ASLEEP;
    }

    void board(Track track, BoardFrame board) {
        track.contact = Contact.AWAKE;
        track.board = Optional.of(board);
        track.feed.board(board);
        admissions.enterAll(track);
    }

    void cut(Track track, @Nullable UserId user) {
        cut(track, reader -> user == null || user.equals(reader.user()));
    }

    private void cut(Track track, Predicate<Reader> whom) {
        track.feed.cut(it -> whom.test(it.subscriber().reader())).forEach(it -> admissions.lost(track, it));
        admissions.cut(track, whom);
    }

    void rights(Track track, RightsAre told) {
        Predicate<Reader> whom = reader -> told.user().equals(reader.user()) && !reader.admin();
        if (told.mayRead()) {
            track.feed.mayWrite(whom, told.mayWrite());
            track.entering.stream()
                    .filter(it -> whom.test(it.subscriber().reader()))
                    .forEach(it -> it.canWrite = told.mayWrite());
        } else {
            cut(track, whom);
        }
    }

    // The clock

    void sweep(Track track, Instant now) {
        if (track.isUnused() && track.usedAt.plus(KEEP).isBefore(now)) {
            drop(track);
            return;
        }
        var missing = track.behind() || track.contact == Contact.UNKNOWN;
        var renewal = missing ? Upstream.ASK_AGAIN : RENEW;
        if ((track.contact != Contact.ASLEEP || missing)
                && !track.askedAt.plus(renewal).isAfter(now)) {
            track.countChanged = true;
            fill(track);
            upstream.follow(track);
        }
        if (track.countChanged
                && track.contact == Contact.AWAKE
                && !track.countedAt.plus(COUNT).isAfter(now)) {
            upstream.count(track, now);
        }
    }

    private void drop(Track track) {
        tracks.remove(track);
        if (track.contact != Contact.ASLEEP) {
            upstream.unfollow(track.channel);
        }
    }
}
