package io.hackhub.core.room;

import io.hackhub.core.shared.UserId;

/// Delivers into somebody's inbox: hands the command to that inbox's room. May lose it: who wants it to arrive waits
/// for the outcome.
@FunctionalInterface
public interface Inboxes {
    void deliver(UserId user, RoomCommand.Deliver command);
}
