package io.hackhub.core.organization;

import io.hackhub.core.shared.UserId;
import java.time.Instant;

/// Somebody of an organization.
public record Member(UserId user, OrganizationRole role, Instant since) {}
