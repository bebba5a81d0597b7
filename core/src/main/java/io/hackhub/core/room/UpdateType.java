package io.hackhub.core.room;

/// What an announcement is about.
public enum UpdateType {
    ANNOUNCEMENT,
    SCHEDULE_CHANGE,
    RESOURCE,
    REMINDER
}
