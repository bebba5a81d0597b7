package io.hackhub.core.room;

import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.jspecify.annotations.Nullable;

/// The hubs that follow a channel, watched as long as they do; how many read there, and what is sent to all of them.
final class Followers {

    /// Three renewals missed.
    static final Duration EXPIRY = Duration.ofSeconds(90);

    /// Half of what Artery takes.
    static final int MESSAGE = 128 * 1024;

    private static final int OVERHEAD = 150;

    private record Following(Instant until, int count, List<UserId> users) {}

    private final Channel.Log channel;
    private final ActorContext<RoomCommand> context;
    private final Map<ActorRef<HubCommand>, Following> hubs = new HashMap<>();

    Followers(Channel.Log channel, ActorContext<RoomCommand> context) {
        this.channel = channel;
        this.context = context;
    }

    /// A new one, or one that renews.
    void follow(ActorRef<HubCommand> hub, Instant now) {
        var known = hubs.get(hub);
        if (known == null) {
            context.watchWith(hub, new RoomInternal.HubGone(hub));
            hubs.put(hub, new Following(now.plus(EXPIRY), 0, List.of()));
        } else {
            hubs.put(hub, new Following(now.plus(EXPIRY), known.count(), known.users()));
        }
    }

    /// Whether it was there.
    boolean remove(ActorRef<HubCommand> hub) {
        var followed = hubs.remove(hub) != null;
        if (followed) {
            context.unwatch(hub);
        }
        return followed;
    }

    /// Whether the sum changed.
    boolean readers(ActorRef<HubCommand> hub, int count, List<UserId> users) {
        var before = count();
        hubs.computeIfPresent(hub, (_, known) -> new Following(known.until(), count, users));
        return before != count();
    }

    int count() {
        return hubs.values().stream().mapToInt(Following::count).sum();
    }

    Set<UserId> users() {
        var users = new LinkedHashSet<UserId>();
        hubs.values().forEach(it -> users.addAll(it.users()));
        return users;
    }

    /// Drops those that renewed no more; whether the sum of readers changed.
    boolean expire(Instant now) {
        var before = count();
        var expired = hubs.entrySet().stream()
                .filter(it -> it.getValue().until().isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
        expired.forEach(this::remove);
        return before != count();
    }

    void tell(HubCommand message) {
        hubs.keySet().forEach(hub -> hub.tell(message));
    }

    void publish(List<EventFrame> frames, @Nullable String trace) {
        cut(frames, trace).forEach(this::tell);
    }

    void send(ActorRef<HubCommand> hub, List<EventFrame> frames) {
        cut(frames, null).forEach(hub::tell);
    }

    private List<HubCommand> cut(List<EventFrame> frames, @Nullable String trace) {
        var messages = new ArrayList<HubCommand>();
        var some = new ArrayList<EventFrame>();
        int size = 0;
        for (var frame : frames) {
            int next = frame.json().length() + OVERHEAD;
            if (!some.isEmpty() && size + next > MESSAGE) {
                messages.add(new HubCommand.Events(channel, some, trace));
                some = new ArrayList<>();
                size = 0;
            }
            some.add(frame);
            size += next;
        }
        if (!some.isEmpty()) {
            messages.add(new HubCommand.Events(channel, some, trace));
        }
        return messages;
    }
}
