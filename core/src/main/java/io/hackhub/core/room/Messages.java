package io.hackhub.core.room;

import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a room must know of its newest 100,000 messages (or updates) to decide about them; never their text. A [#fork]
/// sees all of it and changes only copies.
final class Messages {

    static final int MOST = 100_000;

    /// One of its later texts: which command, where in the journal.
    record Edit(UUID cid, long seq) {}

    /// Mutable, and therefore never handed out of a fork's reach uncopied.
    static final class Message {
        final UUID id;
        final UserId author;
        final long seq;
        final Instant at;
        boolean deleted;
        boolean pinned;
        final List<Edit> edits = new ArrayList<>();
        final Map<String, Set<UserId>> reactions = new LinkedHashMap<>();

        Message(UUID id, UserId author, long seq, Instant at) {
            this.id = id;
            this.author = author;
            this.seq = seq;
            this.at = at;
        }

        Message copy() {
            var copy = new Message(id, author, seq, at);
            copy.deleted = deleted;
            copy.pinned = pinned;
            copy.edits.addAll(edits);
            reactions.forEach((emoji, users) -> copy.reactions.put(emoji, new LinkedHashSet<>(users)));
            return copy;
        }

        boolean hasReaction(String emoji, UserId user) {
            return reactions.getOrDefault(emoji, Set.of()).contains(user);
        }
    }

    private final @Nullable Messages base;
    private final LinkedHashMap<UUID, Message> entries = new LinkedHashMap<>();

    Messages() {
        this(null);
    }

    private Messages(@Nullable Messages base) {
        this.base = base;
    }

    Messages fork() {
        return new Messages(this);
    }

    /// To look at, not to change.
    Optional<Message> find(UUID id) {
        var own = entries.get(id);
        if (own != null || base == null) {
            return Optional.ofNullable(own);
        }
        return base.find(id);
    }

    /// To change.
    Optional<Message> touch(UUID id) {
        var own = entries.get(id);
        if (own != null || base == null) {
            return Optional.ofNullable(own);
        }
        var copy = base.find(id).map(Message::copy);
        copy.ifPresent(message -> entries.put(id, message));
        return copy;
    }

    void add(Message message) {
        entries.put(message.id, message);
        if (base == null && entries.size() > MOST) {
            entries.pollFirstEntry();
        }
    }

    Collection<Message> all() {
        return entries.values();
    }

    /// Those of one author, to change.
    List<Message> of(UserId author) {
        var ids = new LinkedHashSet<UUID>();
        for (var level = this; level != null; level = level.base) {
            level.entries.values().stream()
                    .filter(message -> message.author.equals(author))
                    .forEach(message -> ids.add(message.id));
        }
        return ids.stream().flatMap(id -> touch(id).stream()).toList();
    }
}
