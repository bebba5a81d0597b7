package io.hackhub.core.account;

/// What somebody is on the whole platform; every other role is scoped to an organization, a hackathon or a team.
public enum PlatformRole {
    USER,
    ADMIN
}
