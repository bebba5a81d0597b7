package io.hackhub.core.hackathon;

import io.hackhub.core.access.Grant;

/// What somebody does for one hackathon. Staff cannot take part in it.
public enum StaffRole {
    ORGANIZER,
    JUDGE,
    MENTOR,
    CHECKIN;

    public Grant grant() {
        return switch (this) {
            case ORGANIZER -> Grant.ORGANIZER;
            case JUDGE -> Grant.JUDGE;
            case MENTOR -> Grant.MENTOR;
            case CHECKIN -> Grant.CHECKIN;
        };
    }
}
