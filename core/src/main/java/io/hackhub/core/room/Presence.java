package io.hackhub.core.room;

import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/// Who is in a channel at the moment: how many read, who they are, and who types. None of it is stored, and each signal
/// goes out at most every two seconds.
final class Presence {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Channel.Log channel;
    private final Followers followers;
    private final Facts facts;
    private final People people;
    private final TimerScheduler<RoomCommand> timers;
    private final InstantSource clock;
    private final Map<UserId, Instant> typists = new HashMap<>();

    Presence(
            Channel.Log channel,
            Followers followers,
            Facts facts,
            People people,
            TimerScheduler<RoomCommand> timers,
            InstantSource clock) {
        this.channel = channel;
        this.followers = followers;
        this.facts = facts;
        this.people = people;
        this.timers = timers;
        this.clock = clock;
    }

    void changed() {
        if (!(channel instanceof Channel.Inbox) && !timers.isTimerActive(RoomInternal.TellPresence.class)) {
            timers.startSingleTimer(RoomInternal.TellPresence.class, new RoomInternal.TellPresence(), INTERVAL);
        }
    }

    void tell() {
        followers.tell(new HubCommand.Signal(channel, Signals.readers(channel, followers.count()), false));
    }

    void typing(UserId user) {
        var now = clock.instant();
        var rights = facts.rights(Set.of(Optional.of(user)));
        var again = typists.getOrDefault(user, Instant.EPOCH).plus(INTERVAL);
        if (rights.mayWrite(user, false, now) && !rights.muted(user, now) && !now.isBefore(again)) {
            typists.put(user, now);
            followers.tell(new HubCommand.Signal(channel, Signals.typing(channel, user), false));
        }
    }

    void who(SourceCommand.Who it) {
        var ids = followers.users();
        ids.addAll(it.here());
        people.authors(ids).whenComplete((authors, failure) -> {
            List<Author> known = failure == null ? List.copyOf(authors.values()) : List.of();
            it.replyTo().tell(new HubCommand.WhoIs(channel, it.ticket(), known, followers.count()));
        });
    }

    /// Forgets who typed long ago.
    void sweep(Instant now) {
        typists.values().removeIf(at -> at.plus(INTERVAL).isBefore(now));
    }
}
