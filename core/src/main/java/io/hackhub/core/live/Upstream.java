package io.hackhub.core.live;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/// What a hub says to the sources of its channels. Any of it may be lost, so it notes when it asked: whoever waits asks
/// again.
final class Upstream {

    /// How long an answer may take before the question counts as lost.
    static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private static final int MOST_USERS = 200;

    private final Sources sources;
    private final InstantSource clock;
    private final ActorRef<HubCommand> self;

    Upstream(Sources sources, InstantSource clock, ActorRef<HubCommand> self) {
        this.sources = sources;
        this.clock = clock;
        this.self = self;
    }

    void follow(Track track) {
        track.askedAt = clock.instant();
        sources.tell(new SourceCommand.Follow(track.channel, track.lastSeq(), self));
    }

    void unfollow(Channel channel) {
        sources.tell(new SourceCommand.Unfollow(channel, self));
    }

    void admit(Entering entering) {
        entering.askedAt = clock.instant();
        sources.tell(new SourceCommand.Admit(
                entering.track.channel,
                entering.subscriber().reader(),
                entering.since,
                entering.ticket,
                self.narrow()));
    }

    void count(Track track, Instant now) {
        track.countChanged = false;
        track.countedAt = now;
        sources.tell(new SourceCommand.Readers(track.channel, track.feed.count(), users(track), self));
    }

    void who(Track track, long ticket) {
        sources.tell(new SourceCommand.Who(track.channel, ticket, users(track), self.narrow()));
    }

    private static List<UserId> users(Track track) {
        return switch (track.channel) {
            case Channel.TeamChat _, Channel.HackathonChat _ -> track.feed.users(MOST_USERS);
            case Channel.Announcements _, Channel.Inbox _, Channel.Board _ -> List.of();
        };
    }
}
