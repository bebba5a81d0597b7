package io.hackhub.core.announcement;

import io.hackhub.core.room.History;
import io.hackhub.core.room.History.Recorded;
import io.hackhub.core.room.RoomEvent;
import io.hackhub.core.room.RoomEvent.AnnouncementEdited;
import io.hackhub.core.room.RoomEvent.AnnouncementPublished;
import io.hackhub.core.room.RoomEvent.AnnouncementWithdrawn;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What everybody can read: the announcements channel's log, folded. What was folded once is kept for some hackathons,
/// and only what came since is read; so it is never behind the journal.
public final class Bulletin {

    private static final int PAGE = 500;
    private static final int MOST_KEPT = 256;

    private record Folded(long head, Map<UUID, Update> updates) {
        static final Folded NOTHING = new Folded(0, Map.of());
    }

    private final History history;
    private final Map<HackathonId, Folded> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<HackathonId, Folded> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public Bulletin(History history) {
        this.history = history;
    }

    /// All that stands, in the order of publication.
    CompletionStage<List<Update>> of(HackathonId hackathon) {
        return folded(hackathon)
                .thenApply(folded -> List.copyOf(folded.updates().values()));
    }

    CompletionStage<Optional<Update>> find(HackathonId hackathon, UUID id) {
        return folded(hackathon)
                .thenApply(folded -> Optional.ofNullable(folded.updates().get(id)));
    }

    private CompletionStage<Folded> folded(HackathonId hackathon) {
        var channel = new Channel.Announcements(hackathon);
        Folded known;
        synchronized (kept) {
            known = kept.getOrDefault(hackathon, Folded.NOTHING);
        }
        return history.heads(Set.of(channel))
                .thenCompose(heads -> from(channel, known, heads.getOrDefault(channel, 0L)))
                .thenApply(folded -> keep(hackathon, folded));
    }

    private CompletionStage<Folded> from(Channel.Log channel, Folded known, long head) {
        if (known.head() >= head) {
            return CompletableFuture.completedFuture(known);
        }
        long to = Math.min(head, known.head() + PAGE);
        return history.recorded(channel, known.head() + 1, to)
                .thenCompose(events -> events.isEmpty()
                        ? CompletableFuture.completedFuture(known)
                        : from(channel, plus(known, events), head));
    }

    private Folded keep(HackathonId hackathon, Folded folded) {
        synchronized (kept) {
            return kept.merge(hackathon, folded, (one, other) -> one.head() > other.head() ? one : other);
        }
    }

    private static Folded plus(Folded known, List<Recorded> events) {
        var updates = new LinkedHashMap<>(known.updates());
        events.forEach(it -> apply(updates, it.seq(), it.event()));
        return new Folded(events.getLast().seq(), updates);
    }

    private static void apply(Map<UUID, Update> updates, long seq, RoomEvent event) {
        switch (event) {
            case AnnouncementPublished e ->
                updates.put(
                        e.updateId(),
                        new Update(
                                e.updateId(),
                                e.author(),
                                e.title(),
                                e.content(),
                                e.type(),
                                e.priority(),
                                e.attachments(),
                                Audience.ALL,
                                e.at(),
                                null,
                                null,
                                seq));
            case AnnouncementEdited e ->
                updates.replace(
                        e.updateId(),
                        new Update(
                                e.updateId(),
                                e.author(),
                                e.title(),
                                e.content(),
                                e.type(),
                                e.priority(),
                                e.attachments(),
                                Audience.ALL,
                                e.publishedAt(),
                                null,
                                e.at(),
                                seq));
            case AnnouncementWithdrawn e -> updates.remove(e.updateId());
            case RoomEvent.Written _,
                    RoomEvent.MessageDeleted _,
                    RoomEvent.MessagePinned _,
                    RoomEvent.MessageUnpinned _,
                    RoomEvent.ReactionAdded _,
                    RoomEvent.ReactionRemoved _,
                    RoomEvent.HackathonChanged _,
                    RoomEvent.NotificationCreated _,
                    RoomEvent.MemberJoined _,
                    RoomEvent.MemberLeft _,
                    RoomEvent.UserErased _ -> {}
        }
    }
}
