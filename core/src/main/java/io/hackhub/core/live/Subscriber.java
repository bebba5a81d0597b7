package io.hackhub.core.live;

import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import java.util.List;

/// One connection, as the hub sees it. Every callback runs on its [#lane], in the order in which things happened; none
/// may block or throw. Identity is equality.
public interface Subscriber {

    Reader reader();

    Lane lane();

    /// Answers [HubCommand.Subscribe]; what is replayed comes in the next [#write].
    void subscribed(long id, Channel channel, Subscription subscription);

    /// Durable events: sent, or the connection is closed, never dropped.
    void write(Channel channel, Batch batch);

    /// The answer to a repair: goes to this subscriber alone.
    void repaired(long id, Channel channel, Batch batch);

    /// Ephemeral: may be dropped when the connection is slow.
    void signal(Channel channel, Bytes frame);

    /// The newest board. Latest wins, see [BoardFrame].
    void board(Channel channel, BoardFrame board);

    /// The right to read was lost; nothing more of that channel follows.
    void revoked(Channel channel, RefusalCode code);

    void unsubscribed(long id, Channel channel);

    void who(long id, Channel channel, List<Author> users);

    /// Refuses a subscribe, unsubscribe, repair or who.
    void refused(long id, RefusalCode code, String message);
}
