package io.hackhub.core.team;

/// Why a team says no. Stored with a refused join, so a constant is never renamed.
public enum Refusal {
    /// There is no such team, or nobody is in it.
    NO_TEAM,
    /// Not by this caller: see [io.hackhub.core.access.Policy].
    DENIED,
    /// Not at this time of the hackathon.
    PHASE,
    FULL,
    /// Wrong, expired, used up, or bound to somebody else: never told apart.
    INVITATION_INVALID,
    TOO_MANY_INVITATIONS,
    ALREADY_MEMBER,
    NOT_MEMBER,
    NOT_MENTOR,
    TOO_MANY_MENTORS,
    /// The hackathon took the claim back before the team heard of it.
    WITHDRAWN,
    /// `If-Match` named an older version.
    STALE,
    NO_PROJECT,
    NOT_SUBMITTED,
    /// Fewer members than the hackathon asks for.
    TOO_SMALL
}
