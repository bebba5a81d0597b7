package io.hackhub.core.room;

import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The commands that a channel has accepted, so that none takes effect twice: the last 100,000, none longer than 24 h.
/// Older ones are told by their date alone. A [#fork] sees all of it and keeps its own additions apart.
final class Ledger {

    static final int MOST = 100_000;
    static final Duration LONGEST = Duration.ofHours(24);

    /// Stands for any content: the text is deleted, and no trace of it is kept.
    static final int ANY = 0;

    /// @param by nobody (null) is HackHub itself
    record Accepted(UUID cid, @Nullable UserId by, int digest, long seq, Instant at) {}

    private final @Nullable Ledger base;
    private final LinkedHashMap<UUID, Accepted> entries = new LinkedHashMap<>();
    private Instant forgotten;

    Ledger() {
        this(null, Instant.EPOCH);
    }

    private Ledger(@Nullable Ledger base, Instant forgotten) {
        this.base = base;
        this.forgotten = forgotten;
    }

    static Ledger restored(Collection<Accepted> entries, Instant forgotten) {
        var ledger = new Ledger(null, forgotten);
        entries.forEach(entry -> ledger.entries.put(entry.cid(), entry));
        return ledger;
    }

    /// For a look ahead: changes to it are not changes to this.
    Ledger fork() {
        return new Ledger(this, forgotten);
    }

    Optional<Accepted> find(UUID cid) {
        var own = entries.get(cid);
        if (own != null || base == null) {
            return Optional.ofNullable(own);
        }
        return base.find(cid);
    }

    /// Whether `cid` may be one that was accepted and forgotten.
    boolean mayBeForgotten(UUID cid) {
        return !Uuids.instantOf(cid).isAfter(forgotten);
    }

    void add(Accepted accepted) {
        entries.put(accepted.cid(), accepted);
        if (base == null) {
            forget(accepted.at().minus(LONGEST));
        }
    }

    /// From now on any content is taken for the same as what `cid` brought.
    void blur(UUID cid) {
        find(cid).ifPresent(known -> entries.put(cid, new Accepted(cid, known.by(), ANY, known.seq(), known.at())));
    }

    List<Accepted> entries() {
        return List.copyOf(entries.values());
    }

    Instant forgotten() {
        return forgotten;
    }

    private void forget(Instant before) {
        var oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            var entry = oldest.next();
            if (entries.size() <= MOST && !entry.at().isBefore(before)) {
                return;
            }
            oldest.remove();
            var dated = Uuids.instantOf(entry.cid());
            forgotten = dated.isAfter(forgotten) ? dated : forgotten;
        }
    }
}
