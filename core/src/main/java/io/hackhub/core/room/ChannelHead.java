package io.hackhub.core.room;

import io.hackhub.core.shared.Channel;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/// The newest seq of a channel. As a rule it is the newest one published; a reader who has seen more makes the room
/// look into the journal's table, for then another room wrote, and this one must start anew.
final class ChannelHead {

    private final ActorContext<RoomCommand> context;
    private final Channel.Log channel;
    private final RoomStore store;
    private final Publisher publisher;
    /// The newest that was ever seen in the table: a committed batch is there before it is published.
    private long inJournal;

    private boolean lookingUp;

    ChannelHead(ActorContext<RoomCommand> context, Channel.Log channel, RoomStore store, Publisher publisher) {
        this.context = context;
        this.channel = channel;
        this.store = store;
        this.publisher = publisher;
    }

    long seq() {
        return Math.max(publisher.last(), inJournal);
    }

    /// Whether something is in the journal that was not published here.
    boolean isAhead() {
        return inJournal > publisher.last();
    }

    /// One look at a time answers all who doubt meanwhile.
    void lookUp() {
        if (!lookingUp) {
            lookingUp = true;
            context.pipeToSelf(
                    store.head(channel),
                    (head, failure) ->
                            failure == null ? new RoomInternal.HeadInJournal(head) : new RoomInternal.HeadUnknown());
        }
    }

    void lookedUp(long head) {
        lookingUp = false;
        inJournal = Math.max(inJournal, head);
    }

    /// The table could not be read.
    void failed() {
        lookingUp = false;
    }
}
