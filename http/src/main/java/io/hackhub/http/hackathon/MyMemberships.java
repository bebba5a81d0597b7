package io.hackhub.http.hackathon;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.HackathonMembers.Membership;
import io.hackhub.core.hackathon.HackathonRecords;
import io.hackhub.core.hackathon.RegistrationStatus;
import io.hackhub.core.hackathon.StaffRole;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.hackathon.HackathonJson.MembershipShape;
import io.hackhub.http.shared.Caller;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// What `GET /users/me/memberships` says of hackathons and channels.
public final class MyMemberships {

    /// How far each of these channels is.
    @FunctionalInterface
    public interface Heads {
        CompletionStage<Map<Channel.Log, Long>> of(Set<? extends Channel.Log> channels);
    }

    /// How far somebody has read.
    @FunctionalInterface
    public interface Positions {
        CompletionStage<? extends Map<Channel, Long>> of(UserId user);
    }

    /// The teams whose invited mentor somebody is.
    @FunctionalInterface
    public interface Mentored {
        CompletionStage<List<TeamId>> by(UserId user);
    }

    record ChannelShape(Channel channel, long head, long read) {}

    private final HackathonRecords records;
    private final Mentored mentored;
    private final Heads heads;
    private final Positions positions;
    private final InstantSource clock;

    public MyMemberships(
            HackathonRecords records, Mentored mentored, Heads heads, Positions positions, InstantSource clock) {
        this.records = records;
        this.mentored = mentored;
        this.heads = heads;
        this.positions = positions;
        this.clock = clock;
    }

    public CompletionStage<List<MembershipShape>> hackathons(Caller caller) {
        return records.memberships(caller.id())
                .thenApply(all -> all.stream()
                        .map(it -> HackathonJson.membership(it, clock.instant()))
                        .toList());
    }

    public CompletionStage<List<ChannelShape>> channels(Caller caller) {
        return records.memberships(caller.id())
                .thenCombine(mentored.by(caller.id()), (all, teams) -> channels(caller.id(), all, teams))
                .thenCompose(channels -> heads.of(channels)
                        .thenCombine(
                                positions.of(caller.id()),
                                (head, read) -> channels.stream()
                                        .map(it -> new ChannelShape(
                                                it, head.getOrDefault(it, 0L), read.getOrDefault(it, 0L)))
                                        .toList()));
    }

    private static Set<Channel.Log> channels(UserId user, List<Membership> memberships, List<TeamId> mentored) {
        var channels = new LinkedHashSet<Channel.Log>();
        channels.add(new Channel.Inbox(user));
        for (var membership : memberships) {
            var hackathon = membership.hackathon().id();
            var team = membership.team();
            if (membership.hackathon().published()) {
                channels.add(new Channel.Announcements(hackathon));
            }
            if (Policy.allows(Action.HACKATHON_CHAT, grants(membership))) {
                channels.add(new Channel.HackathonChat(hackathon));
            }
            if (team != null) {
                channels.add(new Channel.TeamChat(team));
            }
        }
        mentored.forEach(team -> channels.add(new Channel.TeamChat(team)));
        return channels;
    }

    private static Set<Grant> grants(Membership membership) {
        var grants = EnumSet.noneOf(Grant.class);
        membership.roles().stream().map(StaffRole::grant).forEach(grants::add);
        var registration = membership.registration();
        if (registration == RegistrationStatus.REGISTERED || registration == RegistrationStatus.CHECKED_IN) {
            grants.add(Grant.PARTICIPANT);
        }
        return grants;
    }
}
