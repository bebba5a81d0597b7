package io.hackhub.core.announcement;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.room.Intent;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/// The rooms that announcements go to. A stage that fails got no answer in time.
public final class Rooms {

    private final ActorSystem<?> system;
    private final Function<Channel.Log, RecipientRef<RoomCommand>> rooms;
    private final Duration askTimeout;

    public Rooms(ActorSystem<?> system, Function<Channel.Log, RecipientRef<RoomCommand>> rooms) {
        this.system = system;
        this.rooms = rooms;
        this.askTimeout = system.settings().config().getDuration("hackhub.announcement.ask-timeout");
    }

    CompletionStage<Outcome> act(Channel.Log room, UUID cid, Author author, boolean admin, Intent intent) {
        return ask(room, replyTo -> new RoomCommand.Act(cid, author, admin, intent, 0, replyTo));
    }

    CompletionStage<Outcome> deliver(Channel.Log room, UUID cid, Intent intent) {
        return ask(room, replyTo -> new RoomCommand.Deliver(cid, intent, 0, replyTo));
    }

    void tell(Channel.Log room, RoomCommand command) {
        rooms.apply(room).tell(command);
    }

    private CompletionStage<Outcome> ask(
            Channel.Log room, org.apache.pekko.japi.function.Function<ActorRef<Outcome>, RoomCommand> command) {
        return AskPattern.ask(rooms.apply(room), command, askTimeout, system.scheduler());
    }
}
