package io.hackhub.core.team;

/// As much of its hackathon's status as changes what a team is. Stored: only ever extended.
public enum HackathonPhase {
    BEFORE_START,
    COMPETITION,
    /// Judging, completed or cancelled: what was submitted stays as it is.
    OVER
}
