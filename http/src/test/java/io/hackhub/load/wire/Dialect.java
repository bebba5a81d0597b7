package io.hackhub.load.wire;

import io.netty.buffer.ByteBuf;

/// What a contestant's frames mean. Frames are told apart by their first bytes and never parsed: the load generator
/// must cost less than what it measures.
public interface Dialect {

    /// What a frame from the server is.
    enum Kind {
        /// The server wants to know who this is.
        HELLO,
        READY,
        JOINED,
        EVENT,
        BOARD,
        ACK,
        REFUSED,
        PING,
        /// The server asks its client to go elsewhere.
        LEAVE,
        OTHER
    }

    /// What is posted.
    enum Post {
        ANNOUNCEMENT,
        MESSAGE
    }

    /// Path and query of the upgrade.
    String path();

    /// Further lines of the upgrade's head, each with its line end.
    default String headers() {
        return "";
    }

    /// Whether the client signs in without being asked.
    default boolean speaksFirst() {
        return false;
    }

    Kind kind(ByteBuf frame);

    /// A frame that ends a `HELLO`.
    String signIn(String token);

    /// A frame that makes a socket follow a channel; answered by one `JOINED`.
    String join(String channel);

    /// A frame that posts; answered by one `ACK` or `REFUSED` with that number. The number stands in the text as well,
    /// see [Marker].
    String post(Post what, String channel, long number, String text);

    /// A frame by which a judge gives a team a score; answered as a post is.
    String score(String channel, long number, String team, double score);

    /// The number of an `ACK` or `REFUSED`.
    long number(ByteBuf frame);

    /// What answers a `PING`.
    default String pong() {
        return "";
    }
}
