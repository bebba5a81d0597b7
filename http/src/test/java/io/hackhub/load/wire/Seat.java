package io.hackhub.load.wire;

import io.netty.buffer.ByteBuf;

/// Where somebody sits who posts and reads.
public interface Seat {

    /// What a scenario does with what comes in.
    public interface Listener {
        Listener DEAF = new Listener() {};

        /// An event of a channel that is followed; `frame` is the text of it, only until this returns.
        default void event(ByteBuf frame) {}

        default void board(ByteBuf frame) {}

        default void acknowledged(long number) {}

        default void refused(long number, String why) {}
    }

    void listen(Listener listener);

    void score(String channel, long number, String team, double score);

    void post(Dialect.Post what, String channel, long number, String text);
}
