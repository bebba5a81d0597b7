package io.hackhub.core.room;

import io.hackhub.core.access.Action;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;

/// What a batch comes to: what to store, and what follows once it is.
///
/// @param rights as they are after the batch
/// @param overrides what platform admins did over others' heads, for the audit log
record Verdict(List<RoomEvent> events, List<Answer> answers, Rights rights, List<Overridden> overrides) {

    /// Told once all is durable.
    sealed interface Answer {
        void tell();
    }

    record ToActor(Outcome outcome, ActorRef<Outcome> replyTo) implements Answer {
        @Override
        public void tell() {
            replyTo.tell(outcome);
        }
    }

    record ToOwner(Applied applied, ActorRef<Applied> replyTo) implements Answer {
        @Override
        public void tell() {
            replyTo.tell(applied);
        }
    }

    /// The mute is written first.
    record AfterMute(UserId user, Instant until, UserId by, ToActor answer) implements Answer {
        @Override
        public void tell() {
            answer.tell();
        }
    }

    /// Put on record before the answer, under one id however often that is tried.
    ///
    /// @param cid of the command
    record Overridden(UUID cid, UserId by, Action action, UUID messageId, Instant at) {
        UUID id() {
            return Uuids.v7(at, "%s overrides by %s".formatted(by, cid));
        }
    }

    Verdict {
        events = List.copyOf(events);
        answers = List.copyOf(answers);
        overrides = List.copyOf(overrides);
    }
}
