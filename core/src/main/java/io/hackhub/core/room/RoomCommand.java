package io.hackhub.core.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// To a [Room].
public sealed interface RoomCommand extends CborSerializable permits RoomCommand.Public, RoomInternal {

    /// What others send.
    sealed interface Public extends RoomCommand {}

    /// A person acts; the room decides whether they may. `ticket` comes back in the outcome.
    ///
    /// @param trace under which what becomes of it is told to [RoomWatch], if it is traced
    record Act(
            UUID cid,
            Author author,
            boolean admin,
            Intent intent,
            long ticket,
            ActorRef<Outcome> replyTo,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String trace)
            implements Public {
        public Act(UUID cid, Author author, boolean admin, Intent intent, long ticket, ActorRef<Outcome> replyTo) {
            this(cid, author, admin, intent, ticket, replyTo, null);
        }
    }

    /// HackHub itself writes: always allowed, and as often as one likes with the same `cid`.
    record Deliver(UUID cid, Intent intent, long ticket, ActorRef<Outcome> replyTo) implements Public {}

    /// From the team, for a team's room: who is in it as of `version`. Sent at each change, at the team's recovery, and
    /// in answer to [Memberships#ask], until [Applied]. Version 0 = there is no such team.
    record MembersAre(long version, List<Member> members, Instant writableUntil, ActorRef<Applied> replyTo)
            implements Public {
        public MembersAre {
            members = List.copyOf(members);
        }
    }

    /// Answers [Standings#ask].
    record StandingIs(Standing standing) implements Public {}

    /// From the hackathon, to its chat and its announcements: somebody's standing shrank. Until [Applied].
    record StandingChanged(Standing standing, ActorRef<Applied> replyTo) implements Public {}

    /// Somebody writes at this moment. Never answered, and dropped unless they may write. Wakes the room as all else
    /// does.
    record Typing(UserId user) implements Public {}

    /// Until then `user` may read but not write; a time that has passed unmutes. For those who may moderate.
    record Mute(UUID cid, Author by, boolean admin, UserId user, Instant until, long ticket, ActorRef<Outcome> replyTo)
            implements Public {}

    /// How many have acknowledged an update: shown to those who may write.
    record AcksAre(UUID updateId, long count) implements Public {}

    /// From a hub, or from a route that wants to know whether somebody may read.
    record FromHub(SourceCommand command) implements Public {}
}
