package io.hackhub.core.hackathon;

import io.hackhub.core.access.Standing;
import io.hackhub.core.room.Intent;
import io.hackhub.core.shared.Channel;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;

/// What a hackathon needs of its rooms. Calls are made again until answered.
public interface RoomsPort {

    /// Somebody is less than they were. Afterwards the room acts by it: who may not read is cut off.
    CompletionStage<Done> standingChanged(Channel.Log room, Standing standing);

    /// Writes into a room, once however often it is called with this `cid`.
    CompletionStage<Done> deliver(Channel.Log room, UUID cid, Intent intent);
}
