package io.hackhub.core.team;

/// What somebody is in a team.
public enum TeamRole {
    LEADER,
    MEMBER,
    MENTOR
}
