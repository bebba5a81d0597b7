package io.hackhub.core.judging;

import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The command ids of one judge's accepted scores, so that a repeated one has its effect once. The oldest are
/// forgotten; what is dated no later than those can no longer be told apart from a new one.
public record CommandMemory(UserId judge, List<Known> known, Instant forgottenUntil) {

    /// An accepted command; the same id with content of another fingerprint is a mistake.
    public record Known(UUID cid, UUID fingerprint, long version) {}

    private static final int MOST = 256;

    public CommandMemory {
        known = List.copyOf(known);
    }

    static CommandMemory of(UserId judge) {
        return new CommandMemory(judge, List.of(), Instant.EPOCH);
    }

    Optional<Known> find(UUID cid) {
        return known.stream().filter(it -> it.cid().equals(cid)).findFirst();
    }

    boolean mayHaveForgotten(UUID cid) {
        return !Uuids.instantOf(cid).isAfter(forgottenUntil);
    }

    CommandMemory plus(Known next) {
        var all = new ArrayList<>(known);
        all.add(next);
        if (all.size() <= MOST) {
            return new CommandMemory(judge, all, forgottenUntil);
        }
        var dropped = Uuids.instantOf(all.removeFirst().cid());
        return new CommandMemory(judge, all, dropped.isAfter(forgottenUntil) ? dropped : forgottenUntil);
    }
}
