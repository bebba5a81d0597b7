package io.hackhub.core.live;

import org.jspecify.annotations.Nullable;

/// A whole board and how to get there from the one before. Latest wins: a reader who holds version `from` of this
/// `epoch` is sent `delta`, everybody else `board`; older frames that were not sent yet are forgotten.
///
/// @param epoch new when the counting of versions starts anew
/// @param board the whole wire frame `{"type":"board",…,"version":to}`
/// @param delta the whole wire frame `{"type":"board.delta","from":from,"to":to,…}`; none where a delta won't do
public record BoardFrame(
        String epoch,
        long from,
        long to,
        Bytes board,
        @Nullable Bytes delta) {}
