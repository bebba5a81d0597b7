package io.hackhub.core.room;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import org.apache.pekko.actor.typed.ActorRef;

/// The notice that somebody was mentioned, for their inbox. Says neither by whom nor in what words: it is stored.
final class Mentions {

    private Mentions() {}

    static RoomCommand.Deliver notice(
            Channel.Log channel, RoomEvent.MessagePosted posted, UserId user, ActorRef<Outcome> replyTo) {
        var id = Uuids.v7(posted.at(), posted.cid() + " mentions " + user);
        var title = switch (channel) {
            case Channel.TeamChat _ -> "You were mentioned in your team's chat";
            case Channel.HackathonChat _, Channel.Announcements _, Channel.Inbox _ ->
                "You were mentioned in the hackathon's chat";
        };
        var link = "/channels/%s#%s".formatted(channel.text(), posted.cid());
        return new RoomCommand.Deliver(id, new Intent.Notify(id, "mention", title, null, link), 0, replyTo);
    }
}
