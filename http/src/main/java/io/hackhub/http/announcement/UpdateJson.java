package io.hackhub.http.announcement;

import io.hackhub.core.account.Card;
import io.hackhub.core.announcement.Audience;
import io.hackhub.core.announcement.Draft;
import io.hackhub.core.announcement.Update;
import io.hackhub.core.room.Attachment;
import io.hackhub.core.room.Priority;
import io.hackhub.core.room.UpdateType;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An update as clients see it.
record UpdateJson(
        UUID id,
        Card author,
        String title,
        String content,
        UpdateType type,
        Priority priority,
        List<Attachment> attachments,
        Audience audience,
        @Nullable Instant publishedAt,
        @Nullable Instant publishAt,
        @Nullable Instant editedAt,
        @Nullable Boolean acknowledged,
        @Nullable Long acks) {

    /// What an organizer sends. Not to whom or when: to everybody, now.
    record Body(
            String title,
            String content,
            UpdateType type,
            Priority priority,
            @Nullable List<Attachment> attachments,
            @Nullable Audience audience,
            @Nullable Instant publishAt) {

        Draft draft() {
            return new Draft(
                    title.strip(),
                    content,
                    type,
                    priority,
                    attachments == null ? List.of() : attachments,
                    audience == null ? Audience.ALL : audience,
                    publishAt);
        }
    }

    static UpdateJson of(Update it, Map<UserId, Card> cards) {
        return of(it, cards, null, null);
    }

    /// As its reader finds it in the list: whether they have acknowledged it, and how many have.
    static UpdateJson of(Update it, Map<UserId, Card> cards, @Nullable Boolean acknowledged, @Nullable Long acks) {
        return new UpdateJson(
                it.id(),
                cards.getOrDefault(it.author(), Card.gone(it.author())),
                it.title(),
                it.content(),
                it.type(),
                it.priority(),
                it.attachments(),
                it.audience(),
                it.publishedAt(),
                it.publishAt(),
                it.editedAt(),
                acknowledged,
                acks);
    }
}
