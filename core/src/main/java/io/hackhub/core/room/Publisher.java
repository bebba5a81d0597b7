package io.hackhub.core.room;

import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Redactions;
import io.hackhub.core.live.Ring;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/// Sends what is committed to the hubs that follow, and holds the newest of it for those that missed some. Each event
/// is encoded once. A second after the last one the head is repeated, in case that one was lost on the way.
final class Publisher {

    private static final int RING_EVENTS = 512;
    private static final int RING_BYTES = 256 * 1024;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Channel.Log channel;
    private final Followers followers;
    private final TimerScheduler<RoomCommand> timers;
    private final Ring ring = new Ring(RING_EVENTS, RING_BYTES, 0);

    Publisher(Channel.Log channel, Followers followers, TimerScheduler<RoomCommand> timers) {
        this.channel = channel;
        this.followers = followers;
        this.timers = timers;
    }

    /// The seq of the newest event that is out.
    long last() {
        return ring.last();
    }

    /// Goes on behind `head`, which a journal has recovered to.
    void resume(long head) {
        if (head != ring.last()) {
            ring.reset(head);
        }
    }

    /// @param before the seq before the first of them
    /// @param names of those that [Frames#named] gives
    /// @param trace of one of the commands that they come of
    void publish(long before, List<RoomEvent> events, Map<UserId, Author> names, @Nullable String trace) {
        if (events.isEmpty()) {
            return;
        }
        var frames = new ArrayList<EventFrame>();
        for (var event : events) {
            var frame = Frames.encode(channel, before + frames.size() + 1, event, names);
            frames.add(frame);
            ring.append(frame);
        }
        followers.publish(Redactions.within(frames), trace);
        timers.startSingleTimer(new RoomInternal.RepeatHead(), SECOND);
    }

    /// Announcements have no members who leave: hubs are told what is left of somebody's rights.
    void losses(List<Entry> batch, Rights rights, Instant now) {
        if (channel instanceof Channel.Announcements) {
            batch.stream()
                    .flatMap(it -> it.command() instanceof StandingChanged(var standing, var _)
                            ? Stream.ofNullable(standing.user())
                            : Stream.empty())
                    .forEach(user -> followers.tell(new HubCommand.RightsAre(
                            channel, user, rights.mayRead(user, false), rights.mayWrite(user, false, now))));
        }
    }

    void tellHead() {
        followers.tell(new HubCommand.Head(channel, ring.last()));
    }

    /// What comes after `lastSeq` if all of it is still held, else where the head is.
    void catchUp(ActorRef<HubCommand> hub, long lastSeq) {
        if (lastSeq >= ring.first() - 1 && lastSeq < ring.last()) {
            followers.send(hub, ring.range(lastSeq + 1, ring.last()));
        } else {
            hub.tell(new HubCommand.Head(channel, ring.last()));
        }
    }
}
