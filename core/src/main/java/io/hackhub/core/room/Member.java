package io.hackhub.core.room;

import io.hackhub.core.access.Grant;
import io.hackhub.core.shared.UserId;

/// Somebody who may read a team's room, and as what: LEADER, MEMBER or INVITED_MENTOR.
public record Member(UserId user, Grant grant) {}
