package io.hackhub.core.room;

import io.hackhub.core.access.Standing;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// What a room knows at the moment of who is who in its channel, none of it stored: the team's list, standings in the
/// hackathon, mutes. A standing that allows is believed for a minute (a lost one is told at once, but the end of a chat
/// is not); one that forbids is asked for again each time, and one in a draft, which may be published any moment.
final class Facts {

    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final int MOST = 20_000;

    private record Known(Standing standing, Instant at) {}

    private final Channel.Log channel;
    private final Standings standings;
    private final Memberships memberships;
    private final ActorRef<RoomCommand> room;
    private Rights.Roster roster = Rights.Roster.NONE;
    private boolean rosterKnown;
    private Map<UserId, Instant> mutes = new HashMap<>();
    private final Map<Optional<UserId>, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Optional<UserId>, Known> eldest) {
            return size() > MOST;
        }
    };

    Channel.Log channel() {
        return channel;
    }

    Facts(Channel.Log channel, Standings standings, Memberships memberships, ActorRef<RoomCommand> room) {
        this.channel = channel;
        this.standings = standings;
        this.memberships = memberships;
        this.room = room;
    }

    /// Whether all is there that the whole channel's rights hang on.
    boolean complete() {
        return rosterKnown || !(channel instanceof Channel.TeamChat);
    }

    void learn(Map<UserId, Instant> newMutes) {
        mutes = new HashMap<>(newMutes);
    }

    void learn(Standing standing, Instant now) {
        known.merge(
                Optional.ofNullable(standing.user()),
                new Known(standing, now),
                (before, after) ->
                        after.standing().version() >= before.standing().version() ? after : before);
    }

    /// What a committed batch has made of them.
    void learn(Rights rights, Instant now) {
        roster = rights.roster();
        rosterKnown = rosterKnown || roster.version() > 0;
        mutes = new HashMap<>(rights.mutes());
        rights.standings().values().stream().filter(this::isNews).forEach(standing -> learn(standing, now));
    }

    /// The team has answered, be it that there is none.
    void rosterAnswered() {
        rosterKnown = true;
    }

    /// Whether somebody's standing is known well enough to decide now.
    boolean enough(@Nullable UserId user, boolean admin, Instant now) {
        if (!Rights.needsStanding(channel)) {
            return true;
        }
        var it = known.get(Optional.ofNullable(user));
        return it != null
                && it.standing().published()
                && now.isBefore(it.at().plus(BELIEVED))
                && new Rights(channel, roster, Map.of(Optional.ofNullable(user), it.standing()), Map.of())
                        .mayRead(user, admin);
    }

    void ask(@Nullable UserId user) {
        hackathon().ifPresent(id -> standings.ask(id, user, room));
    }

    /// Only a team's room has a list to ask for.
    void askForMembers() {
        if (channel instanceof Channel.TeamChat(var team)) {
            memberships.ask(team, room);
        }
    }

    /// For a batch: all that is known of these people.
    Rights rights(Collection<Optional<UserId>> people) {
        var some = new HashMap<Optional<UserId>, Standing>();
        for (var user : people) {
            var it = known.get(user);
            if (it != null) {
                some.put(user, it.standing());
            }
        }
        return new Rights(channel, roster, some, mutes);
    }

    private boolean isNews(Standing standing) {
        var before = known.get(Optional.ofNullable(standing.user()));
        return before == null || standing.version() > before.standing().version();
    }

    private Optional<HackathonId> hackathon() {
        return switch (channel) {
            case Channel.HackathonChat(var id) -> Optional.of(id);
            case Channel.Announcements(var id) -> Optional.of(id);
            case Channel.TeamChat _, Channel.Inbox _ -> Optional.empty();
        };
    }
}
