package io.hackhub.core.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// To a node's hub: from sources of channels anywhere in the cluster, and from the live gateway of its own node.
public sealed interface HubCommand {

    /// From a source.
    sealed interface FromSource extends HubCommand, CborSerializable {
        Channel channel();
    }

    /// What happened, in order, dense. At most 128 KiB a message.
    ///
    /// @param trace of a command among those that caused it, if one is traced
    record Events(
            Channel.Log channel,
            List<EventFrame> events,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String trace)
            implements FromSource {
        public Events {
            events = List.copyOf(events);
        }

        public Events(Channel.Log channel, List<EventFrame> events) {
            this(channel, events, null);
        }
    }

    /// The last seq there is: repeated a second after the last event, so that a lost message is noticed.
    record Head(Channel.Log channel, long head) implements FromSource {}

    /// The source has started, here or elsewhere: a hub that follows sends [SourceCommand.Follow], one that does not
    /// [SourceCommand.Unfollow].
    record Up(Channel channel) implements FromSource {}

    /// The source sleeps: nothing can happen until it says [Up]. Hubs keep what they have and stop renewing.
    record Asleep(Channel.Log channel, long head) implements FromSource {}

    /// An ephemeral frame `{"type":"signal",…}`. `toWriters`: only to readers who may write (organizers).
    record Signal(Channel channel, Bytes frame, boolean toWriters) implements FromSource {}

    /// The newest board. Sent at each change and in answer to [SourceCommand.Follow].
    record BoardIs(Channel.Board channel, BoardFrame board) implements FromSource {}

    /// Cut readers off a channel that is no log (a log says it by `member.left`): one user, or everybody (no `user`).
    record Cut(Channel channel, @Nullable UserId user) implements FromSource {}

    /// What somebody may do from now on in a log that does not say who has left. Platform admins may what they may,
    /// whatever they are besides.
    record RightsAre(Channel.Log channel, UserId user, boolean mayRead, boolean mayWrite) implements FromSource {}

    /// Answers [SourceCommand.Admit]. No `refusal` = may read.
    record Admission(Channel channel, long ticket, @Nullable RefusalCode refusal, long head, boolean canWrite)
            implements FromSource {}

    /// Answers [SourceCommand.Who]; `readers` counts connections, also of those who stay unnamed.
    record WhoIs(Channel channel, long ticket, List<Author> users, int readers) implements FromSource {
        public WhoIs {
            users = List.copyOf(users);
        }
    }

    /// From the gateway of the same node; never crosses the wire.
    sealed interface FromGateway extends HubCommand {
        Subscriber subscriber();
    }

    /// Is answered, under the client's `id`.
    sealed interface Request extends FromGateway {
        long id();

        /// Answers that it was not done. From any thread: the subscriber is told on its lane.
        default void refuse(RefusalCode code, String message) {
            subscriber().lane().execute(() -> subscriber().refused(id(), code, message));
        }
    }

    record Subscribe(long id, Channel channel, @Nullable Long since, Subscriber subscriber) implements Request {}

    record Unsubscribe(long id, Channel channel, Subscriber subscriber) implements Request {}

    /// The events `from`..`to` again, both included.
    record Repair(long id, Channel.Log channel, long from, long to, Subscriber subscriber) implements Request {}

    record AskWho(long id, Channel channel, Subscriber subscriber) implements Request {}

    /// The connection is closed: forget it. The last message about it.
    record Gone(Subscriber subscriber) implements FromGateway {}

    /// What the hub tells itself: its clock, and what it waited for. Never leaves its node.
    sealed interface Internal extends HubCommand permits NodeHub.Sweep, NodeHub.Later {}
}
