package io.hackhub.core.hackathon;

import io.hackhub.core.access.Grant;
import io.hackhub.core.shared.UserId;

/// An owner or admin of the hackathon's organization, who counts as its organizer unless registered for it. `role` is
/// ORGANIZATION_OWNER or ORGANIZATION_ADMIN.
public record Manager(UserId user, Grant role) {}
