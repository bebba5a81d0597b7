package io.hackhub.core.room;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/// Notices that somebody was mentioned, to their inbox, told again until it has taken them. They say neither by whom
/// nor in what words: they are stored. The same mention is always the same notice, so that an inbox has it once.
final class Mentions {

    /// How long a mention is news: an inbox knows for much longer what it has taken.
    static final Duration NEWS = Duration.ofHours(1);

    /// How long an inbox may take to answer.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Beyond that the oldest give way.
    static final int MOST = 10_000;

    private static final int AT_ONCE = 500;

    private record Notice(UserId user, Deliver command, Instant told) {}

    private final Channel.Log channel;
    private final Inboxes inboxes;
    private final InstantSource clock;
    private final ActorRef<Outcome> answers;
    private final Map<Long, Notice> untaken = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Notice> eldest) {
            return size() > MOST;
        }
    };

    /// A channel's notices.
    ///
    /// @param answers from where the inboxes' answers come to [#answered]
    Mentions(Channel.Log channel, Inboxes inboxes, InstantSource clock, ActorRef<Outcome> answers) {
        this.channel = channel;
        this.inboxes = inboxes;
        this.clock = clock;
        this.answers = answers;
    }

    /// Whether nothing is left to tell.
    boolean isDone() {
        return untaken.isEmpty();
    }

    void notifyOf(RoomEvent event) {
        if (event instanceof RoomEvent.MessagePosted posted) {
            notifyOf(Mentioning.of(posted));
        }
    }

    /// A journal has recovered: nobody knows which of these were taken.
    void notifyAgain(List<Mentioning> recent) {
        recent.stream().filter(it -> isNews(it.at())).forEach(this::notifyOf);
    }

    void answered(Outcome outcome) {
        if (!(outcome instanceof Outcome.Refused refused && refused.retryable())) {
            untaken.remove(outcome.ticket());
        }
    }

    /// Tells again what was not taken in time.
    void retry() {
        var late = clock.instant().minus(PATIENCE);
        untaken.values().removeIf(it -> !isNews(Uuids.instantOf(it.command().cid())));
        untaken.values().stream()
                .filter(it -> !it.told().isAfter(late))
                .limit(AT_ONCE)
                .toList()
                .forEach(it -> tell(it.user(), it.command()));
    }

    private void notifyOf(Mentioning mentioning) {
        mentioning.users().forEach(user -> tell(user, notice(mentioning, user)));
    }

    private void tell(UserId user, Deliver command) {
        untaken.put(command.ticket(), new Notice(user, command, clock.instant()));
        inboxes.deliver(user, command);
    }

    private boolean isNews(Instant at) {
        return at.plus(NEWS).isAfter(clock.instant());
    }

    private Deliver notice(Mentioning it, UserId user) {
        var id = Uuids.v7(it.at(), it.messageId() + " mentions " + user);
        var title = switch (channel) {
            case Channel.TeamChat _ -> "You were mentioned in your team's chat";
            case Channel.HackathonChat _, Channel.Announcements _, Channel.Inbox _ ->
                "You were mentioned in the hackathon's chat";
        };
        var link = "/channels/%s#%s".formatted(channel.text(), it.messageId());
        var notify = new Intent.Notify(id, "mention", title, null, link);
        return new Deliver(id, notify, id.getLeastSignificantBits(), answers);
    }
}
