/// One channel, one journal. Read [RoomEvent] (what is stored) and [RoomCommand] first, then [Room], the sharded actor
/// that queues, publishes and answers, and [RoomJournal], its child that decides and commits.
@NullMarked
package io.hackhub.core.room;

import org.jspecify.annotations.NullMarked;
