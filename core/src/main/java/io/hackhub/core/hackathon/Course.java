package io.hackhub.core.hackathon;

import io.hackhub.core.shared.JsonSerializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a hackathon's life has been written. `held` = its start came without a team and the organizers know;
/// `overSince` only while it is over.
record Course(
        HackathonStatus status,
        boolean published,
        boolean held,
        @Nullable Instant overSince) implements JsonSerializable {

    static final Course START = new Course(HackathonStatus.DRAFT, false, false, null);

    Course moving(HackathonStatus to, Instant at) {
        return new Course(to, published || to == HackathonStatus.PUBLISHED, false, to.isOver() ? at : null);
    }

    Course holding(boolean now) {
        return new Course(status, published, now, overSince);
    }
}
