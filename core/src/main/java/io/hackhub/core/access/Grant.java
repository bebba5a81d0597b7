package io.hackhub.core.access;

/// One reason why somebody may do something, within one scope: the platform, an organization, a hackathon or a team.
/// A caller holds a set of them; [Policy] says what the set allows.
public enum Grant {
    /// Platform administrator.
    ADMIN,

    ORGANIZATION_OWNER,
    ORGANIZATION_ADMIN,
    ORGANIZATION_FINANCE,
    ORGANIZATION_STAFF,

    /// Of the hackathon in question; its organization's OWNER and ADMIN hold it too.
    ORGANIZER,
    JUDGE,
    MENTOR,
    CHECKIN,

    WAITLISTED,
    /// Registered or checked in.
    PARTICIPANT,

    /// Of the team in question.
    MEMBER,
    LEADER,
    /// A MENTOR whom this very team invited.
    INVITED_MENTOR;

    /// Works for the hackathon, and therefore cannot take part in it.
    public boolean isStaff() {
        return switch (this) {
            case ORGANIZER, JUDGE, MENTOR, CHECKIN -> true;
            case ADMIN,
                    ORGANIZATION_OWNER,
                    ORGANIZATION_ADMIN,
                    ORGANIZATION_FINANCE,
                    ORGANIZATION_STAFF,
                    WAITLISTED,
                    PARTICIPANT,
                    MEMBER,
                    LEADER,
                    INVITED_MENTOR -> false;
        };
    }
}
