package io.hackhub.core.announcement;

import io.hackhub.core.access.Grant;
import java.util.Set;

/// Whom an announcement is for. Only ALL is on the channel, where everybody can read it, guests too; the others go to
/// the inboxes of those who are in the audience when it is published, and organizers always see them in the list.
public enum Audience {
    ALL,
    /// Registered or checked in, not the waiting list.
    PARTICIPANTS,
    JUDGES,
    MENTORS,
    ORGANIZERS;

    boolean includes(Set<Grant> grants) {
        return switch (this) {
            case ALL -> true;
            case PARTICIPANTS -> grants.contains(Grant.PARTICIPANT);
            case JUDGES -> grants.contains(Grant.JUDGE);
            case MENTORS -> grants.contains(Grant.MENTOR);
            case ORGANIZERS -> grants.contains(Grant.ORGANIZER);
        };
    }
}
