package io.hackhub.core.room;

import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/// What a room tells itself; never leaves its node.
sealed interface RoomInternal extends RoomCommand {

    /// From a journal, or from what is done for it. `incarnation` counts a room's journals: what comes of a former one
    /// is void.
    sealed interface OfJournal extends RoomInternal {
        int incarnation();
    }

    record Recovered(int incarnation, long head, List<Redactable> redactions, List<Mentioning> mentions)
            implements OfJournal {}

    /// The texts that were taken back are out of the journal, and the mutes are known.
    record Prepared(int incarnation, Map<UserId, Instant> mutes) implements OfJournal {}

    /// A batch is committed.
    ///
    /// @param before the head before the batch
    /// @param redactions the texts that its deletions take back
    record Decided(int incarnation, long before, Verdict verdict, List<Redactable> redactions) implements OfJournal {}

    /// All that must come before the answers is done.
    record Finished(int incarnation, Map<UserId, Author> names) implements OfJournal {}

    /// A step beside the journal failed: the journal starts anew, which does it again.
    record Failed(int incarnation, Throwable cause) implements OfJournal {}

    /// A snapshot is due, and this is it.
    record Packed(RoomSnapshot snapshot) implements RoomInternal {}

    /// The one at `head` is stored, or could not be.
    record Stored(long head, Optional<Throwable> failure) implements RoomInternal {}

    /// Store it now.
    record StoreSnapshot() implements RoomInternal {}

    record JournalGone(int incarnation) implements OfJournal {}

    record StartJournal() implements RoomInternal {}

    /// Whom the names in a batch's texts belong to.
    record Named(long batch, Map<String, UserId> users) implements RoomInternal {}

    /// What the journal's own table says, whoever wrote it.
    record HeadInJournal(long head) implements RoomInternal {}

    /// It could not be asked.
    record HeadUnknown() implements RoomInternal {}

    /// What an inbox says to a notice.
    record InboxAnswered(Outcome outcome) implements RoomInternal {}

    record HubGone(ActorRef<HubCommand> hub) implements RoomInternal {}

    /// Each second while somebody waits.
    record Tick() implements RoomInternal {}

    record RepeatHead() implements RoomInternal {}

    record TellPresence() implements RoomInternal {}

    /// Drop hubs that renew no more; sleep if nothing happens.
    record Sweep() implements RoomInternal {}
}
