package io.hackhub.core.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Hubs;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.JsonMapper;
import io.hackhub.core.shared.UserId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// The two boards of a hackathon, worked out apart from each other, and the hubs that follow them. Lives as long as its
/// entity is awake: another one counts versions anew, under another epoch.
final class Boards {

    /// Follows are renewed every 30 s.
    private static final Duration FORGET_AFTER = Duration.ofSeconds(100);

    private static final ObjectMapper JSON = JsonMapper.create();

    /// One channel: what it shows, who follows, and how many watch by hub.
    private static final class Side {
        final Channel.Board channel;
        final ShownBoard shown;
        final Map<ActorRef<HubCommand>, Instant> followers = new HashMap<>();
        final Map<ActorRef<HubCommand>, Integer> viewers = new HashMap<>();
        final Set<ActorRef<HubCommand>> unanswered = new HashSet<>();
        boolean viewersChanged;

        Side(Channel.Board channel, String epoch) {
            this.channel = channel;
            this.shown = new ShownBoard(channel, epoch);
        }
    }

    private final Hubs hubs;
    private final InstantSource clock;
    private final Side open;
    private final Side full;

    Boards(HackathonId hackathon, String epoch, Hubs hubs, InstantSource clock) {
        this.hubs = hubs;
        this.clock = clock;
        open = new Side(new Channel.Board(hackathon, false), epoch);
        full = new Side(new Channel.Board(hackathon, true), epoch);
    }

    ShownBoard board(boolean isFull) {
        return isFull ? full.shown : open.shown;
    }

    /// Works out both boards and sends what changed on screen.
    void show(LeaderboardState state) {
        show(open, state.publicRows(), state.frozen() != null);
        show(full, state.fullRows(), false);
    }

    private void show(Side side, List<ResultRow> rows, boolean frozen) {
        side.shown.show(rows, frozen).ifPresent(frame -> send(side, new HubCommand.BoardIs(side.channel, frame)));
    }

    /// Tells every hub that the boards are here; again those that have not answered yet. False once all have.
    boolean announce(boolean first) {
        announce(open, first);
        announce(full, first);
        return !open.unanswered.isEmpty() || !full.unanswered.isEmpty();
    }

    private void announce(Side side, boolean first) {
        var all = hubs.all();
        if (first) {
            side.unanswered.addAll(all);
        }
        side.unanswered.retainAll(all);
        side.unanswered.forEach(hub -> hub.tell(new HubCommand.Up(side.channel)));
    }

    void follow(Channel channel, ActorRef<HubCommand> hub) {
        var side = side(channel);
        side.unanswered.remove(hub);
        side.followers.put(hub, clock.instant());
        hub.tell(new HubCommand.BoardIs(side.channel, side.shown.frame()));
    }

    void unfollow(Channel channel, ActorRef<HubCommand> hub) {
        var side = side(channel);
        side.unanswered.remove(hub);
        side.followers.remove(hub);
        watched(side, hub, 0);
    }

    void watched(Channel channel, ActorRef<HubCommand> hub, int count) {
        watched(side(channel), hub, count);
    }

    private static void watched(Side side, ActorRef<HubCommand> hub, int count) {
        var before = count == 0 ? side.viewers.remove(hub) : side.viewers.put(hub, count);
        side.viewersChanged |= (before == null ? 0 : before) != count;
    }

    /// Says how many watch, where that changed.
    void signalViewers() {
        for (var side : List.of(open, full)) {
            if (side.viewersChanged) {
                side.viewersChanged = false;
                int count = side.viewers.values().stream().mapToInt(it -> it).sum();
                var signal = encode(new ViewersSignal("signal", side.channel, "viewers", new Viewers(count)));
                send(side, new HubCommand.Signal(side.channel, signal, false));
            }
        }
    }

    private record ViewersSignal(String type, Channel channel, String kind, Viewers data) {}

    private record Viewers(int count) {}

    /// Cuts readers off on every node: one, or (no `user`) all.
    void cut(boolean isFull, @Nullable UserId user) {
        var side = isFull ? full : open;
        hubs.all().forEach(hub -> hub.tell(new HubCommand.Cut(side.channel, user)));
    }

    boolean isFollowed() {
        return !followers(open).isEmpty() || !followers(full).isEmpty();
    }

    private void send(Side side, HubCommand command) {
        followers(side).forEach(hub -> hub.tell(command));
    }

    private Set<ActorRef<HubCommand>> followers(Side side) {
        var oldest = clock.instant().minus(FORGET_AFTER);
        side.followers.values().removeIf(renewed -> renewed.isBefore(oldest));
        side.viewers.keySet().retainAll(side.followers.keySet());
        return side.followers.keySet();
    }

    private Side side(Channel channel) {
        return channel.equals(full.channel) ? full : open;
    }

    private static Bytes encode(Object frame) {
        try {
            return new Bytes(JSON.writeValueAsBytes(frame));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
