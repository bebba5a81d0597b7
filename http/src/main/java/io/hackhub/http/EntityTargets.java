package io.hackhub.http;

import io.hackhub.core.announcement.Acknowledgements;
import io.hackhub.core.judging.LeaderboardCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.live.Targets;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;

/// Live commands on their way to the entities that carry them out.
final class EntityTargets implements Targets {

    private final Entities entities;
    private final Acknowledgements acknowledgements;

    EntityTargets(Entities entities, Acknowledgements acknowledgements) {
        this.entities = entities;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public void room(Channel.Log channel, RoomCommand command) {
        entities.room(channel).tell(command);
    }

    @Override
    public void leaderboard(HackathonId hackathon, LeaderboardCommand command) {
        entities.leaderboard(hackathon).tell(command);
    }

    @Override
    public void acknowledge(
            UserId user, HackathonId hackathon, UUID updateId, UUID cid, long ticket, ActorRef<Outcome> replyTo) {
        acknowledgements.acknowledge(user, hackathon, updateId, cid, ticket).thenAccept(replyTo::tell);
    }
}
