package io.hackhub.core.announcement;

import io.hackhub.core.access.Grant;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/// Announcing, and what was announced. Whether the caller may announce is the route's question; the room asks it again.
public interface Announcements {

    /// Who writes. `admin` is the platform's role.
    record Writer(Author author, boolean admin) {}

    /// What became of it.
    sealed interface Written {}

    record Done(Update update) implements Written {}

    record Withdrawn() implements Written {}

    record Refused(Reason reason, String message) implements Written {}

    enum Reason {
        NOT_FOUND,
        STALE,
        INVALID,
        DENIED,
        /// It is just being published, or its audience cannot change any more.
        CONFLICT,
        RATE_LIMITED,
        UNAVAILABLE
    }

    /// The newest first, what still waits for its time before that. Who announces sees all; others what is published
    /// and for them.
    CompletionStage<List<Update>> list(HackathonId hackathon, Set<Grant> grants);

    CompletionStage<Written> publish(HackathonId hackathon, Writer by, Draft draft);

    CompletionStage<Written> edit(HackathonId hackathon, Writer by, UUID id, Draft draft, OptionalLong ifVersion);

    CompletionStage<Written> withdraw(HackathonId hackathon, Writer by, UUID id, OptionalLong ifVersion);

    static Announcements of(
            Database database, Rooms rooms, Bulletin bulletin, InstantSource clock, RandomGenerator random) {
        return new StoredAnnouncements(database, rooms, bulletin, clock, random);
    }
}
