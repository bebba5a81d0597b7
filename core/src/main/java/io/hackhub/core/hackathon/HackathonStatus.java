package io.hackhub.core.hackathon;

/// Where a hackathon stands, in the order of its life. What a request may do is asked of [Milestones], with the clock,
/// never of this alone.
public enum HackathonStatus {
    DRAFT,
    PUBLISHED,
    REGISTRATION_OPEN,
    REGISTRATION_CLOSED,
    ACTIVE,
    JUDGING,
    COMPLETED,
    CANCELLED;

    /// Over for good; though results of a COMPLETED one may be judged anew.
    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED;
    }

    /// Published and not yet started: registration may open, close and open again.
    public boolean isBeforeStart() {
        return this == PUBLISHED || this == REGISTRATION_OPEN || this == REGISTRATION_CLOSED;
    }
}
