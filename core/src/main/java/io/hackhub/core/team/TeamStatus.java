package io.hackhub.core.team;

/// Where a team stands. Derived from what happened, never stored by itself.
public enum TeamStatus {
    RECRUITING,
    FULL,
    COMPETING,
    SUBMITTED,
    DISBANDED
}
