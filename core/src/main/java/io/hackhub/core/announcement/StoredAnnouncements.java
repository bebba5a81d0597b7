package io.hackhub.core.announcement;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Policy;
import io.hackhub.core.announcement.Announcement.Status;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Intent;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.Uuids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// [Announcements] in rooms and tables: what everybody may read is written by the channel's room, at once or when its
/// time comes; all else is in the table.
final class StoredAnnouncements implements Announcements {

    private final Database database;
    private final Rooms rooms;
    private final Bulletin bulletin;
    private final InstantSource clock;
    private final RandomGenerator random;

    StoredAnnouncements(
            Database database, Rooms rooms, Bulletin bulletin, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.rooms = rooms;
        this.bulletin = bulletin;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public CompletionStage<List<Update>> list(HackathonId hackathon, Set<Grant> grants) {
        boolean all = Policy.allows(Action.ANNOUNCE, grants);
        var rows = database.run(db -> AnnouncementTable.of(db, hackathon));
        return bulletin.of(hackathon)
                .thenCombine(
                        rows,
                        (published, kept) -> Stream.concat(
                                        published.stream(),
                                        kept.stream()
                                                .filter(it -> published.stream()
                                                        .noneMatch(done ->
                                                                done.id().equals(it.id())))
                                                .filter(it -> all || isFor(it, grants))
                                                .map(Announcement::update))
                                .sorted(Comparator.comparing(Update::when)
                                        .thenComparing(Update::id)
                                        .reversed())
                                .toList());
    }

    private static boolean isFor(Announcement it, Set<Grant> grants) {
        return it.status() == Status.PUBLISHED && it.draft().audience().includes(grants);
    }

    // Publishing

    @Override
    public CompletionStage<Written> publish(HackathonId hackathon, Writer by, Draft draft) {
        var now = clock.instant();
        var id = Uuids.v7(now, random);
        return draft.audience() == Audience.ALL && !draft.waits(now)
                ? publishNow(hackathon, by, id, draft)
                : keep(hackathon, by, id, draft, now);
    }

    private CompletionStage<Written> publishNow(HackathonId hackathon, Writer by, UUID id, Draft draft) {
        var intent = new Intent.PublishAnnouncement(
                id, draft.title(), draft.content(), draft.type(), draft.priority(), draft.attachments(), null);
        return act(hackathon, by, id, id, intent);
    }

    /// For later, or for an audience: what is due is published within a beat of the clock.
    private CompletionStage<Written> keep(HackathonId hackathon, Writer by, UUID id, Draft draft, Instant now) {
        var due = draft.waits(now) && draft.publishAt() != null ? draft.publishAt() : now;
        var row = new Announcement(id, hackathon, by.author().id(), draft, due, Status.SCHEDULED, null, null, null, 1);
        return database.run(db -> AnnouncementTable.insert(db, row)).thenApply(_ -> new Done(row.update()));
    }

    // Changing

    @Override
    public CompletionStage<Written> edit(
            HackathonId hackathon, Writer by, UUID id, Draft draft, OptionalLong ifVersion) {
        var now = clock.instant();
        return database.run(db -> {
                    var row = AnnouncementTable.find(db, hackathon, id);
                    return row.isEmpty()
                            ? Optional.<Written>empty()
                            : Optional.of(rewritten(db, row.get(), draft, ifVersion, now));
                })
                .thenCompose(kept -> kept.map(CompletableFuture::completedStage)
                        .orElseGet(() -> editPublished(hackathon, by, id, draft, ifVersion)));
    }

    private static Written rewritten(Connection db, Announcement row, Draft draft, OptionalLong ifVersion, Instant now)
            throws SQLException {
        var refusal = refusal(row, draft, ifVersion);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean published = row.status() == Status.PUBLISHED;
        var due = published ? row.due() : draft.publishAt() == null ? now : draft.publishAt();
        AnnouncementTable.rewrite(db, row.id(), draft, due, published, now);
        return AnnouncementTable.find(db, row.hackathon(), row.id())
                .<Written>map(it -> new Done(it.update()))
                .orElseGet(() -> new Refused(Reason.NOT_FOUND, "no such update"));
    }

    private static Optional<Written> refusal(Announcement row, Draft draft, OptionalLong ifVersion) {
        if (ifVersion.isPresent() && ifVersion.getAsLong() != row.version()) {
            return Optional.of(new Refused(Reason.STALE, "the update is at another version"));
        }
        return switch (row.status()) {
            case SCHEDULED, REFUSED -> Optional.empty();
            case PUBLISHING -> Optional.of(new Refused(Reason.CONFLICT, "the update is just being published"));
            case PUBLISHED ->
                row.draft().audience() == draft.audience() ? Optional.empty() : Optional.of(audienceStays());
        };
    }

    private static Refused audienceStays() {
        return new Refused(Reason.CONFLICT, "once published, an update keeps its audience");
    }

    private CompletionStage<Written> editPublished(
            HackathonId hackathon, Writer by, UUID id, Draft draft, OptionalLong ifVersion) {
        var intent = new Intent.EditAnnouncement(
                id, draft.title(), draft.content(), draft.type(), draft.priority(), draft.attachments());
        return published(
                hackathon,
                id,
                ifVersion,
                found -> draft.audience() == Audience.ALL
                        ? act(hackathon, by, id, Uuids.v7(clock.instant(), random), intent)
                        : CompletableFuture.completedFuture(audienceStays()));
    }

    // Withdrawing

    @Override
    public CompletionStage<Written> withdraw(HackathonId hackathon, Writer by, UUID id, OptionalLong ifVersion) {
        return database.run(db -> {
                    var row = AnnouncementTable.find(db, hackathon, id);
                    return row.isEmpty() ? Optional.<Written>empty() : Optional.of(removed(db, row.get(), ifVersion));
                })
                .thenCompose(kept -> kept.map(CompletableFuture::completedStage)
                        .orElseGet(() -> withdrawPublished(hackathon, by, id, ifVersion)));
    }

    private static Written removed(Connection db, Announcement row, OptionalLong ifVersion) throws SQLException {
        var refusal = refusal(row, row.draft(), ifVersion);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        AnnouncementTable.delete(db, row.id());
        return new Withdrawn();
    }

    private CompletionStage<Written> withdrawPublished(
            HackathonId hackathon, Writer by, UUID id, OptionalLong ifVersion) {
        var cid = Uuids.v7(clock.instant(), random);
        return published(
                hackathon,
                id,
                ifVersion,
                _ -> rooms.act(
                                new Channel.Announcements(hackathon),
                                cid,
                                by.author(),
                                by.admin(),
                                new Intent.WithdrawAnnouncement(id))
                        .thenApply(outcome ->
                                outcome instanceof Outcome.Refused refused ? refused(refused) : new Withdrawn()));
    }

    // The room

    private CompletionStage<Written> published(
            HackathonId hackathon, UUID id, OptionalLong ifVersion, Function<Update, CompletionStage<Written>> then) {
        return bulletin.find(hackathon, id).thenCompose(found -> {
            if (found.isEmpty()) {
                return CompletableFuture.completedFuture(new Refused(Reason.NOT_FOUND, "no such update"));
            }
            boolean stale = ifVersion.isPresent()
                    && ifVersion.getAsLong() != found.get().version();
            return stale
                    ? CompletableFuture.completedFuture(new Refused(Reason.STALE, "the update is at another version"))
                    : then.apply(found.get());
        });
    }

    /// Answers after the commit, with what is in the log then.
    private CompletionStage<Written> act(HackathonId hackathon, Writer by, UUID id, UUID cid, Intent intent) {
        return rooms.act(new Channel.Announcements(hackathon), cid, by.author(), by.admin(), intent)
                .thenCompose(outcome -> switch (outcome) {
                    case Outcome.Refused refused -> CompletableFuture.completedFuture(refused(refused));
                    case Outcome.Acked _ ->
                        bulletin.find(hackathon, id)
                                .thenApply(found -> found.<Written>map(Done::new)
                                        .orElseGet(() -> new Refused(Reason.NOT_FOUND, "withdrawn meanwhile")));
                });
    }

    private static Written refused(Outcome.Refused refused) {
        return new Refused(reason(refused.code()), refused.message());
    }

    private static Reason reason(RefusalCode code) {
        return switch (code) {
            case BAD_REQUEST, TOO_LARGE -> Reason.INVALID;
            case UNAUTHENTICATED, DENIED, MUTED -> Reason.DENIED;
            case NOT_FOUND -> Reason.NOT_FOUND;
            case CONFLICT -> Reason.CONFLICT;
            case RATE_LIMITED, SLOW_MODE -> Reason.RATE_LIMITED;
            case OVERLOADED, UNAVAILABLE -> Reason.UNAVAILABLE;
        };
    }
}
