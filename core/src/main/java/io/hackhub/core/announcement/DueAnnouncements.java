package io.hackhub.core.announcement;

import io.hackhub.core.announcement.Announcement.Status;
import io.hackhub.core.hackathon.DueClock;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Intent;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.Texts;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.apache.pekko.Done;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes what is due: the command's id is kept before it is sent, so whatever is sent again has its effect once.
/// What fails is due again at the next beat, what is refused for good is not. Announcements of a draft wait until it is
/// published.
public final class DueAnnouncements implements DueClock.Chore {

    private static final Logger log = LoggerFactory.getLogger(DueAnnouncements.class);
    private static final int AT_ONCE = 20;
    private static final int INBOXES_AT_ONCE = 100;
    private static final int LONGEST_BODY = 500;

    private final Database database;
    private final Hackathons hackathons;
    private final Recipients recipients;
    private final Rooms rooms;
    private final Bulletin bulletin;
    private final RandomGenerator random;

    public DueAnnouncements(
            Database database, Hackathons hackathons, Rooms rooms, Bulletin bulletin, RandomGenerator random) {
        this.database = database;
        this.hackathons = hackathons;
        this.recipients = new Recipients(hackathons);
        this.rooms = rooms;
        this.bulletin = bulletin;
        this.random = random;
    }

    @Override
    public CompletionStage<?> at(Instant now) {
        return database.run(db -> AnnouncementTable.due(db, now, AT_ONCE))
                .thenCompose(due -> CompletableFuture.allOf(due.stream()
                        .map(it -> publish(it, now).exceptionally(failure -> later(it, failure)))
                        .toArray(CompletableFuture[]::new)));
    }

    private static Done later(Announcement it, Throwable failure) {
        log.warn("Announcement {} is left for the next beat: {}", it.id(), failure.toString());
        return Done.getInstance();
    }

    private CompletableFuture<Done> publish(Announcement it, Instant now) {
        return hackathons
                .view(it.hackathon(), null)
                .thenCompose(view -> view.filter(HackathonView::known)
                        .map(known -> claimed(it, now)
                                .thenCompose(claimed -> claimed.map(mine -> send(known, mine, now))
                                        .orElseGet(DueAnnouncements::nothing)))
                        .orElseGet(DueAnnouncements::nothing))
                .toCompletableFuture();
    }

    private CompletionStage<Optional<Announcement>> claimed(Announcement it, Instant now) {
        return it.status() == Status.PUBLISHING ? CompletableFuture.completedFuture(Optional.of(it)) : claim(it, now);
    }

    private CompletionStage<Optional<Announcement>> claim(Announcement it, Instant now) {
        return database.run(db -> AnnouncementTable.claim(db, it.id(), it.version(), Uuids.v7(now, random)));
    }

    private CompletionStage<Done> send(HackathonView hackathon, Announcement it, Instant now) {
        var cid = it.cid();
        if (cid == null) {
            throw new IllegalStateException("announcement %s is publishing without a cid".formatted(it.id()));
        }
        return it.draft().audience() == Audience.ALL
                ? toEverybody(it, cid, now)
                : recipients
                        .of(hackathon, it.draft().audience())
                        .thenCompose(users -> toInboxes(hackathon, it, cid, users))
                        .thenCompose(_ -> database.run(db -> {
                            AnnouncementTable.published(db, it.id(), now);
                            return Done.getInstance();
                        }));
    }

    // The channel

    private CompletionStage<Done> toEverybody(Announcement it, UUID cid, Instant now) {
        var draft = it.draft();
        var intent = new Intent.PublishAnnouncement(
                it.id(),
                draft.title(),
                draft.content(),
                draft.type(),
                draft.priority(),
                draft.attachments(),
                it.author());
        return rooms.deliver(new Channel.Announcements(it.hackathon()), cid, intent)
                .thenCompose(outcome -> switch (outcome) {
                    case Outcome.Acked _ -> remove(it);
                    case Outcome.Refused refused -> refused(it, refused, now);
                });
    }

    private CompletionStage<Done> remove(Announcement it) {
        return database.run(db -> {
            AnnouncementTable.delete(db, it.id());
            return Done.getInstance();
        });
    }

    /// A conflict is either an announcement that is in the log already, or a command id that the room has forgotten
    /// since: the log tells which.
    private CompletionStage<Done> refused(Announcement it, Outcome.Refused refusal, Instant now) {
        if (refusal.retryable()) {
            return CompletableFuture.failedFuture(new IllegalStateException(refusal.code() + ": " + refusal.message()));
        }
        if (refusal.code() != RefusalCode.CONFLICT) {
            log.warn("Announcement {} is refused: {}", it.id(), refusal.message());
            return database.run(db -> {
                AnnouncementTable.refused(db, it.id());
                return Done.getInstance();
            });
        }
        return bulletin.find(it.hackathon(), it.id())
                .thenCompose(
                        found -> found.isPresent() ? remove(it) : claim(it, now).thenApply(_ -> Done.getInstance()));
    }

    // Inboxes

    private CompletionStage<Done> toInboxes(HackathonView hackathon, Announcement it, UUID cid, List<UserId> users) {
        if (users.isEmpty()) {
            return nothing();
        }
        var first = users.subList(0, Math.min(INBOXES_AT_ONCE, users.size()));
        var sent = first.stream()
                .map(user -> notify(hackathon, it, cid, user).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        var rest = users.subList(first.size(), users.size());
        return CompletableFuture.allOf(sent).thenCompose(_ -> toInboxes(hackathon, it, cid, rest));
    }

    private CompletionStage<Done> notify(HackathonView hackathon, Announcement it, UUID cid, UserId user) {
        var id = Uuids.v7(Uuids.instantOf(cid), it.id() + "/" + user);
        var body = Texts.abbreviated(it.draft().content(), LONGEST_BODY);
        var link = "/hackathons/%s/announcements".formatted(hackathon.slug());
        var intent = new Intent.Notify(id, "announcement", it.draft().title(), body, link);
        return rooms.deliver(new Channel.Inbox(user), id, intent).thenApply(outcome -> {
            if (outcome instanceof Outcome.Refused refused && refused.retryable()) {
                throw new IllegalStateException("inbox: " + refused.code());
            }
            return Done.getInstance();
        });
    }

    private static CompletableFuture<Done> nothing() {
        return CompletableFuture.completedFuture(Done.getInstance());
    }
}
