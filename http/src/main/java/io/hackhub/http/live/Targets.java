package io.hackhub.http.live;

import io.hackhub.core.live.Outcome;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.Map;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// Who carries out commands. Delivery may fail: nothing comes back then, and the desk answers `unavailable`.
public interface Targets {

    /// A judge's marks for one team; null for a criterion is an abstention.
    record Marks(
            HackathonId hackathon,
            TeamId team,
            UUID cid,
            Map<String, @Nullable Double> criteria,
            @Nullable String comment,
            boolean complete) {}

    void room(Channel.Log channel, RoomCommand command);

    void score(UserId judge, boolean admin, Marks marks, long ticket, ActorRef<Outcome> replyTo);

    void acknowledge(
            UserId user,
            boolean admin,
            HackathonId hackathon,
            UUID updateId,
            UUID cid,
            long ticket,
            ActorRef<Outcome> replyTo);
}
