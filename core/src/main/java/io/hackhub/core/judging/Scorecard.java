package io.hackhub.core.judging;

import io.hackhub.core.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One judge's marks for one team. Only a complete card counts. `version` counts this
/// very card's changes.
public record Scorecard(
        UserId judge, Marks criteria, @Nullable String comment, boolean complete, long version, Instant updatedAt) {}
