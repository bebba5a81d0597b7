package io.hackhub.core.room;

import io.hackhub.core.shared.TeamId;
import org.apache.pekko.actor.typed.ActorRef;

/// Asks the team who is in it, at each start of its room. It answers [RoomCommand.MembersAre] to `replyTo`, with
/// version 0 and nobody if there is no such team.
@FunctionalInterface
public interface Memberships {
    void ask(TeamId team, ActorRef<RoomCommand> replyTo);
}
