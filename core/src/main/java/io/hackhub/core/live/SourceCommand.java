package io.hackhub.core.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// From a node's hub, or a route, to the source of a channel: its room or board. Delivery may fail: whoever wants an
/// answer asks again.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SourceCommand.Follow.class, name = "follow"),
    @JsonSubTypes.Type(value = SourceCommand.Unfollow.class, name = "unfollow"),
    @JsonSubTypes.Type(value = SourceCommand.Readers.class, name = "readers"),
    @JsonSubTypes.Type(value = SourceCommand.Admit.class, name = "admit"),
    @JsonSubTypes.Type(value = SourceCommand.Who.class, name = "who"),
})
public sealed interface SourceCommand extends CborSerializable {

    /// What [Follow#lastSeq] says where nothing is known yet.
    long NOTHING = -1;

    Channel channel();

    /// Send me what comes after `lastSeq`, then all that happens; renewed every 30 s. The source of a log answers
    /// [HubCommand.Events] if it still holds what is missing, else [HubCommand.Head]; a board answers
    /// [HubCommand.BoardIs].
    record Follow(Channel channel, long lastSeq, ActorRef<HubCommand> hub) implements SourceCommand {}

    /// Nobody here reads it: no more, please. Also the answer to [HubCommand.Up] of a hub that does not follow.
    record Unfollow(Channel channel, ActorRef<HubCommand> hub) implements SourceCommand {}

    /// How many connections of this node read it, and who (at most 200 of them, none of boards and announcements).
    record Readers(Channel channel, int count, List<UserId> users, ActorRef<HubCommand> hub) implements SourceCommand {
        public Readers {
            users = List.copyOf(users);
        }
    }

    /// May `reader` read? Answered with [HubCommand.Admission], always as of now. A `since` above the source's head
    /// makes it look into its journal before it answers.
    record Admit(
            Channel channel, Reader reader, @Nullable Long since, long ticket, ActorRef<HubCommand.Admission> replyTo)
            implements SourceCommand {}

    /// Who is there? `here` are the asking hub's own. Answered with [HubCommand.WhoIs].
    record Who(Channel channel, long ticket, List<UserId> here, ActorRef<HubCommand.WhoIs> replyTo)
            implements SourceCommand {
        public Who {
            here = List.copyOf(here);
        }
    }
}
