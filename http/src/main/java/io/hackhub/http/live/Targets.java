package io.hackhub.http.live;

import io.hackhub.core.judging.LeaderboardCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;

/// Who carries out commands. Delivery may fail: nothing comes back then, and the desk answers `unavailable`.
public interface Targets {

    void room(Channel.Log channel, RoomCommand command);

    void leaderboard(HackathonId hackathon, LeaderboardCommand command);

    void acknowledge(
            UserId user, HackathonId hackathon, UUID updateId, UUID cid, long ticket, ActorRef<Outcome> replyTo);
}
