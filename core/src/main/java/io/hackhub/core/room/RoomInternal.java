package io.hackhub.core.room;

/// What a room tells itself; never leaves its node.
non-sealed interface RoomInternal extends RoomCommand {}
