package io.hackhub.core.hackathon;

import io.hackhub.core.access.Standing;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.room.Applied;
import io.hackhub.core.room.Intent;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import io.hackhub.core.shared.Channel;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rooms of this cluster.
public final class ShardedRooms implements RoomsPort {

    private static final Logger log = LoggerFactory.getLogger(ShardedRooms.class);

    private final ActorSystem<?> system;
    private final Function<Channel.Log, RecipientRef<RoomCommand>> rooms;
    private final Duration askTimeout;

    public ShardedRooms(ActorSystem<?> system, Function<Channel.Log, RecipientRef<RoomCommand>> rooms) {
        this.system = system;
        this.rooms = rooms;
        this.askTimeout = system.settings().config().getDuration("hackhub.hackathon.ask-timeout");
    }

    @Override
    public CompletionStage<Done> standingChanged(Channel.Log room, Standing standing) {
        return AskPattern.<RoomCommand, Applied>ask(
                        rooms.apply(room),
                        replyTo -> new StandingChanged(standing, replyTo),
                        askTimeout,
                        system.scheduler())
                .thenApply(_ -> Done.getInstance());
    }

    /// What a room refuses for good is logged and left: asking again would change nothing.
    @Override
    public CompletionStage<Done> deliver(Channel.Log room, UUID cid, Intent intent) {
        return AskPattern.<RoomCommand, Outcome>ask(
                        rooms.apply(room),
                        replyTo -> new Deliver(cid, intent, 0, replyTo),
                        askTimeout,
                        system.scheduler())
                .thenApply(outcome -> delivered(room, cid, outcome));
    }

    private static Done delivered(Channel.Log room, UUID cid, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            if (refused.retryable()) {
                throw new IllegalStateException("%s: %s".formatted(room, refused.code()));
            }
            log.warn("{} takes no {}: {}", room, cid, refused.code());
        }
        return Done.getInstance();
    }
}
