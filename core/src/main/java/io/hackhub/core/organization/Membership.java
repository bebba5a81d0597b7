package io.hackhub.core.organization;

import io.hackhub.core.shared.OrganizationId;

/// One line of what somebody belongs to.
public record Membership(OrganizationId id, String name, OrganizationRole role) {}
