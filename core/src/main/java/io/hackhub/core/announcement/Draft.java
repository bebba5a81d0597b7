package io.hackhub.core.announcement;

import io.hackhub.core.room.Attachment;
import io.hackhub.core.room.Priority;
import io.hackhub.core.room.UpdateType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an organizer wrote. Without `publishAt`, or with one that has passed, it is published at once.
public record Draft(
        String title,
        String content,
        UpdateType type,
        Priority priority,
        List<Attachment> attachments,
        Audience audience,
        @Nullable Instant publishAt) {
    public Draft {
        attachments = List.copyOf(attachments);
    }

    boolean waits(Instant now) {
        return publishAt != null && publishAt.isAfter(now);
    }
}
