package io.hackhub.core.room;

/// How loudly an announcement is shown.
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
