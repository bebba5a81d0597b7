package io.hackhub.core.announcement;

import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the `announcement` table.
///
/// @param cid the command that publishes it; none while SCHEDULED
record Announcement(
        UUID id,
        HackathonId hackathon,
        UserId author,
        Draft draft,
        Instant due,
        Status status,
        @Nullable UUID cid,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        long version) {

    /// How far it is. What is PUBLISHING can be neither changed nor taken back; what the room REFUSED for good is not
    /// tried again until it is rewritten.
    enum Status {
        SCHEDULED,
        PUBLISHING,
        PUBLISHED,
        REFUSED
    }

    Update update() {
        return new Update(
                id,
                author,
                draft.title(),
                draft.content(),
                draft.type(),
                draft.priority(),
                draft.attachments(),
                draft.audience(),
                publishedAt,
                status == Status.PUBLISHED ? null : due,
                editedAt,
                version);
    }
}
