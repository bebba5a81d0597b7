package io.hackhub.core.announcement;

import io.hackhub.core.room.Attachment;
import io.hackhub.core.room.Priority;
import io.hackhub.core.room.UpdateType;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An announcement as its readers find it. Not `publishedAt` while it waits for `publishAt`.
///
/// @param version counts its changes
public record Update(
        UUID id,
        UserId author,
        String title,
        String content,
        UpdateType type,
        Priority priority,
        List<Attachment> attachments,
        Audience audience,
        @Nullable Instant publishedAt,
        @Nullable Instant publishAt,
        @Nullable Instant editedAt,
        long version) {
    public Update {
        attachments = List.copyOf(attachments);
    }

    /// Where it stands in the list: when it was, or will be, published.
    public Instant when() {
        return publishedAt != null ? publishedAt : publishAt != null ? publishAt : Instant.MAX;
    }
}
