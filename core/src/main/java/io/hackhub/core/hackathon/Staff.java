package io.hackhub.core.hackathon;

import io.hackhub.core.shared.UserId;
import java.util.List;

/// One member of a hackathon's staff, with at least one role, in the order of [StaffRole].
public record Staff(UserId user, List<StaffRole> roles) {
    public Staff {
        roles = List.copyOf(roles);
    }
}
