package io.hackhub.http.live;

import io.hackhub.core.live.Batch;
import io.hackhub.core.live.Bytes;

/// A socket, as a connection writes to it. What is written in one turn of the event loop mostly goes out in one flush.
interface Outbound {

    /// One frame for this client alone.
    void send(byte[] json);

    /// One frame that many get.
    void send(Bytes shared);

    /// Frames that many get.
    void send(Batch shared);

    void ping();

    /// Bytes written and not taken by the network yet.
    long pending();

    /// Whether what may be dropped should be.
    boolean isFull();

    /// Says why, and closes; nothing is written after it.
    void close(CloseCode code, String reason);
}
