package io.hackhub.core.live;

/// How a subscription starts: what the wire's `subscribed` says. The replay `from`..`head` follows at once, then live.
///
/// @param from the first seq that is sent: `head + 1` where nothing is
/// @param complete false: more lies between than is replayed, the client pages the rest
/// @param reset the cursor was above the head: forget the channel and load anew
public record Subscription(long head, long from, boolean complete, boolean reset, boolean canWrite) {}
