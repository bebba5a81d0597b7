package io.hackhub.core.room;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// Asks the hackathon what somebody is in it (no `user`: a guest). It answers [RoomCommand.StandingIs], with
/// [io.hackhub.core.access.Standing#nowhere] if there is no such hackathon.
@FunctionalInterface
public interface Standings {
    void ask(HackathonId hackathon, @Nullable UserId user, ActorRef<RoomCommand> replyTo);
}
