package io.hackhub.core.room;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import org.apache.pekko.actor.typed.ActorRef;

/// Notices that somebody was mentioned, to their inbox. They say neither by whom nor in what words: they are stored.
final class Mentions {

    private final Channel.Log channel;
    private final Inboxes inboxes;
    private final ActorRef<Outcome> ignored;

    /// A channel's notices.
    ///
    /// @param ignored for the inboxes' answers, which nobody waits for
    Mentions(Channel.Log channel, Inboxes inboxes, ActorRef<Outcome> ignored) {
        this.channel = channel;
        this.inboxes = inboxes;
        this.ignored = ignored;
    }

    /// Mentioning oneself is no news.
    void notifyOf(RoomEvent event) {
        if (event instanceof RoomEvent.MessagePosted posted) {
            posted.mentions().stream()
                    .filter(user -> !user.equals(posted.author()))
                    .forEach(user -> inboxes.deliver(user, notice(posted, user)));
        }
    }

    private RoomCommand.Deliver notice(RoomEvent.MessagePosted posted, UserId user) {
        var id = Uuids.v7(posted.at(), posted.cid() + " mentions " + user);
        var title = switch (channel) {
            case Channel.TeamChat _ -> "You were mentioned in your team's chat";
            case Channel.HackathonChat _, Channel.Announcements _, Channel.Inbox _ ->
                "You were mentioned in the hackathon's chat";
        };
        var link = "/channels/%s#%s".formatted(channel.text(), posted.cid());
        return new RoomCommand.Deliver(id, new Intent.Notify(id, "mention", title, null, link), 0, ignored);
    }
}
