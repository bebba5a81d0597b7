package io.hackhub.core.hackathon;

import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody's registration as it is seen: `position` counts from 1 and is there only for who is WAITLISTED.
public record Registration(
        UUID id,
        UserId user,
        RegistrationStatus status,
        @Nullable Integer position,
        @Nullable TeamId teamId,
        Instant registeredAt) {}
