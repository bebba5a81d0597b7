package io.hackhub.core.hackathon;

/// Where somebody's registration stands. CANCELLED is only ever seen in read tables: a withdrawn person is not on the
/// roll any more.
public enum RegistrationStatus {
    REGISTERED,
    WAITLISTED,
    CANCELLED,
    CHECKED_IN
}
