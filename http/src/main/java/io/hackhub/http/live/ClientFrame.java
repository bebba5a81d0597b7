package io.hackhub.http.live;

import io.hackhub.core.judging.Marks;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Intent;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a client may send, checked for form and bounds: whether it is allowed is decided further in. `id` is the
/// client's own number for a request, given back in the answer.
sealed interface ClientFrame {

    /// No `token` is a guest.
    record Auth(@Nullable String token) implements ClientFrame {}

    /// `since` is the last seq that the client has applied; absent = the newest page.
    record Subscribe(long id, Channel channel, @Nullable Long since) implements ClientFrame {}

    record Unsubscribe(long id, Channel channel) implements ClientFrame {}

    record Repair(long id, Channel.Log channel, long from, long to) implements ClientFrame {}

    record Who(long id, Channel channel) implements ClientFrame {}

    /// Somebody writes. Not answered.
    record Typing(Channel.Log channel) implements ClientFrame {}

    /// Somebody has read up to `seq`. Not answered.
    record Read(Channel.Log channel, long seq) implements ClientFrame {}

    /// A command that is acknowledged once it is committed, or refused.
    sealed interface Command extends ClientFrame {
        long id();

        UUID cid();
    }

    /// To a channel's room.
    record Act(long id, UUID cid, Channel.Log channel, Intent intent) implements Command {}

    /// To the judging of a hackathon.
    record Score(
            long id,
            UUID cid,
            HackathonId hackathon,
            TeamId team,
            Marks criteria,
            @Nullable String comment,
            boolean complete)
            implements Command {}

    /// Somebody has taken note of an announcement.
    record Acknowledge(long id, UUID cid, HackathonId hackathon, UUID updateId) implements Command {}

    /// Readable, but not valid: answered, and the connection goes on.
    record Invalid(@Nullable Long id, RefusalCode code, String message) implements ClientFrame {}

    /// Breaks the protocol: the connection ends.
    record Malformed(String why) implements ClientFrame {}
}
