package io.hackhub.core.room;

import io.hackhub.core.room.RoomEvent.MessagePosted;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A message that mentions people other than its author, without its words.
record Mentioning(UUID messageId, UserId author, Instant at, List<UserId> users) {

    Mentioning {
        users = List.copyOf(users);
    }

    /// Mentioning oneself is no news.
    static Mentioning of(MessagePosted posted) {
        var others = posted.mentions().stream()
                .filter(user -> !user.equals(posted.author()))
                .toList();
        return new Mentioning(posted.messageId(), posted.author(), posted.at(), others);
    }
}
