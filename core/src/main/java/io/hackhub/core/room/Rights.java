package io.hackhub.core.room;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Decision;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Policy;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may do what in one channel, as of now: the team's list or the standings that were asked for, and the mutes.
/// Immutable; the matrix itself is [Policy]'s.
record Rights(
        Channel.Log channel, Roster roster, Map<Optional<UserId>, Standing> standings, Map<UserId, Instant> mutes) {

    /// Who is in a team. Version 0 = no such team.
    record Roster(long version, Map<UserId, Grant> members, Instant writableUntil) {
        static final Roster NONE = new Roster(0, Map.of(), Instant.EPOCH);

        Roster {
            members = Map.copyOf(members);
        }

        static Roster of(RoomCommand.MembersAre told) {
            var grants = new HashMap<UserId, Grant>();
            told.members().forEach(member -> grants.put(member.user(), member.grant()));
            return new Roster(told.version(), grants, told.writableUntil());
        }
    }

    Rights {
        standings = Map.copyOf(standings);
        mutes = Map.copyOf(mutes);
    }

    static Rights none(Channel.Log channel) {
        return new Rights(channel, Roster.NONE, Map.of(), Map.of());
    }

    Rights with(Roster newer) {
        return new Rights(channel, newer, standings, mutes);
    }

    Rights with(Standing newer) {
        var all = new HashMap<>(standings);
        all.put(Optional.ofNullable(newer.user()), newer);
        return new Rights(channel, roster, all, mutes);
    }

    Rights with(UserId user, Instant mutedUntil) {
        var all = new HashMap<>(mutes);
        all.put(user, mutedUntil);
        return new Rights(channel, roster, standings, all);
    }

    /// Whether somebody's standing in the hackathon must be known to decide.
    static boolean needsStanding(Channel.Log channel) {
        return switch (channel) {
            case Channel.HackathonChat _, Channel.Announcements _ -> true;
            case Channel.TeamChat _, Channel.Inbox _ -> false;
        };
    }

    Standing standing(@Nullable UserId user) {
        var known = standings.get(Optional.ofNullable(user));
        return known == null ? Standing.nowhere(user) : known;
    }

    /// Why somebody may not read; empty if they may.
    Optional<RefusalCode> readRefusal(@Nullable UserId user, boolean admin) {
        if (!isThere(user)) {
            return Optional.of(RefusalCode.NOT_FOUND);
        }
        var grants = grants(user, admin);
        var may = switch (channel) {
            case Channel.TeamChat _ -> Policy.allows(Action.TEAM_CHAT, grants);
            case Channel.HackathonChat _ -> user != null && Policy.allows(Action.HACKATHON_CHAT, grants);
            case Channel.Announcements _ -> standing(user).published() || Policy.allows(Action.ANNOUNCE, grants);
            case Channel.Inbox(var owner) -> owner.equals(user);
        };
        if (may) {
            return Optional.empty();
        }
        return Optional.of(hidden(grants, user) ? RefusalCode.NOT_FOUND : RefusalCode.DENIED);
    }

    boolean mayRead(@Nullable UserId user, boolean admin) {
        return readRefusal(user, admin).isEmpty();
    }

    /// Whether who may read may also write, mutes apart.
    boolean mayWrite(@Nullable UserId user, boolean admin, Instant now) {
        return user != null
                && mayRead(user, admin)
                && switch (channel) {
                    case Channel.TeamChat _ -> now.isBefore(roster.writableUntil());
                    case Channel.HackathonChat _ -> now.isBefore(standing(user).chatUntil());
                    case Channel.Announcements _ ->
                        standing(user).published() && Policy.allows(Action.ANNOUNCE, grants(user, admin));
                    case Channel.Inbox _ -> false;
                };
    }

    Decision moderation(UserId user, boolean admin) {
        return switch (channel) {
            case Channel.TeamChat _ -> Policy.decide(Action.MODERATE_TEAM_CHAT, grants(user, admin));
            case Channel.HackathonChat _ -> Policy.decide(Action.MODERATE_HACKATHON_CHAT, grants(user, admin));
            case Channel.Announcements _, Channel.Inbox _ -> Decision.DENIED;
        };
    }

    boolean muted(UserId user, Instant now) {
        return now.isBefore(mutes.getOrDefault(user, Instant.EPOCH));
    }

    private boolean isThere(@Nullable UserId user) {
        return switch (channel) {
            case Channel.TeamChat _ -> roster.version() > 0;
            case Channel.HackathonChat _, Channel.Announcements _ ->
                standing(user).version() > 0;
            case Channel.Inbox _ -> true;
        };
    }

    /// What the caller may not know of is not there: a draft's channels, to who is nothing in it.
    private boolean hidden(Set<Grant> grants, @Nullable UserId user) {
        return needsStanding(channel) && grants.isEmpty() && !standing(user).published();
    }

    private Set<Grant> grants(@Nullable UserId user, boolean admin) {
        var grants = EnumSet.noneOf(Grant.class);
        switch (channel) {
            case Channel.TeamChat _ ->
                Optional.ofNullable(user).map(roster.members()::get).ifPresent(grants::add);
            case Channel.HackathonChat _, Channel.Announcements _ ->
                grants.addAll(standing(user).grants());
            case Channel.Inbox _ -> {}
        }
        if (admin) {
            grants.add(Grant.ADMIN);
        }
        return grants;
    }
}
