package io.hackhub.core.announcement;

import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// "I have read this": kept once a person and update, and counted to those who announce. Others never learn who did.
public final class Acknowledgements {

    private static final Logger log = LoggerFactory.getLogger(Acknowledgements.class);

    /// What somebody has acknowledged, and how often each was; no count for who may not know, or 0.
    public record Seen(Set<UUID> own, Map<UUID, Long> counts) {
        public static final Seen NOTHING = new Seen(Set.of(), Map.of());

        public Seen {
            own = Set.copyOf(own);
            counts = Map.copyOf(counts);
        }
    }

    private sealed interface Kept {}

    private record Counted(long count, boolean isNew, boolean duplicate) implements Kept {}

    private record Reused() implements Kept {}

    private final Database database;
    private final Hackathons hackathons;
    private final Rooms rooms;
    private final Bulletin bulletin;
    private final InstantSource clock;

    public Acknowledgements(
            Database database, Hackathons hackathons, Rooms rooms, Bulletin bulletin, InstantSource clock) {
        this.database = database;
        this.hackathons = hackathons;
        this.rooms = rooms;
        this.bulletin = bulletin;
        this.clock = clock;
    }

    /// Who has seen what of `updates`: whether `user` has, and, for those who announce, how many have.
    public CompletionStage<Seen> seen(UserId user, Collection<UUID> updates, boolean announces) {
        return database.run(db -> new Seen(
                AcknowledgementTable.of(db, user, updates),
                announces ? AcknowledgementTable.counts(db, updates) : Map.of()));
    }

    /// The outcome of `announcement.acknowledge`: kept once it is acked. Never fails.
    public CompletionStage<Outcome> acknowledge(
            UserId user, HackathonId hackathon, UUID update, UUID cid, long ticket) {
        return hackathons
                .view(hackathon, user)
                .thenCompose(view -> view.filter(HackathonView::known)
                        .map(known -> readable(known, update))
                        .orElseGet(() -> CompletableFuture.completedFuture(false)))
                .thenCompose(readable -> readable
                        ? kept(user, hackathon, update, cid, ticket)
                        : refused(ticket, RefusalCode.NOT_FOUND, "no such update"))
                .exceptionally(failure -> {
                    log.warn("An acknowledgement of {} was not kept", update, failure);
                    return Outcome.refused(ticket, RefusalCode.UNAVAILABLE, "not kept: try again");
                });
    }

    private CompletionStage<Boolean> readable(HackathonView hackathon, UUID update) {
        return bulletin.find(hackathon.id(), update)
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(true)
                        : database.run(db -> AnnouncementTable.find(db, hackathon.id(), update)
                                .filter(it -> it.status() == Announcement.Status.PUBLISHED)
                                .filter(it -> it.draft().audience().includes(hackathon.grants()))
                                .isPresent()));
    }

    private CompletionStage<Outcome> kept(UserId user, HackathonId hackathon, UUID update, UUID cid, long ticket) {
        var now = clock.instant();
        if (Uuids.isAhead(cid, now)) {
            return refused(ticket, RefusalCode.BAD_REQUEST, "cid: dated ahead");
        }
        return database.run(db -> keep(db, user, hackathon, update, cid, now)).thenCompose(kept -> switch (kept) {
            case Reused _ -> refused(ticket, RefusalCode.CONFLICT, "this cid stands for another update");
            case Counted(var count, var isNew, var duplicate) -> {
                if (isNew) {
                    rooms.tell(new Channel.Announcements(hackathon), new RoomCommand.AcksAre(update, count));
                }
                yield CompletableFuture.completedFuture(
                        new Outcome.Acked(ticket, cid, null, Receipt.update(update), duplicate));
            }
        });
    }

    /// Inserts first: what this `cid` stands for is known only when whoever uses it at the same moment is through.
    private static Kept keep(Connection db, UserId user, HackathonId hackathon, UUID update, UUID cid, Instant now)
            throws SQLException {
        boolean isNew = AcknowledgementTable.insert(db, update, user, hackathon, cid, now);
        var used = AcknowledgementTable.by(db, user, cid);
        if (used.isPresent() && !used.get().equals(update)) {
            return new Reused();
        }
        var count = AcknowledgementTable.counts(db, List.of(update)).getOrDefault(update, 0L);
        return new Counted(count, isNew, !isNew && used.isPresent());
    }

    private static CompletionStage<Outcome> refused(long ticket, RefusalCode code, String message) {
        return CompletableFuture.completedFuture(Outcome.refused(ticket, code, message));
    }
}
