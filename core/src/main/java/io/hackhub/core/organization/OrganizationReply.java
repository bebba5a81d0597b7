package io.hackhub.core.organization;

/// What comes of a change.
public sealed interface OrganizationReply {

    record Accepted(Organization organization) implements OrganizationReply {}

    record MemberIs(Member member) implements OrganizationReply {}

    record Removed() implements OrganizationReply {}

    record Refused(Reason reason) implements OrganizationReply {}

    /// Why not.
    enum Reason {
        NOT_FOUND,
        SLUG_TAKEN,
        STALE,
        NO_SUCH_MEMBER,
        ALREADY_MEMBER,
        /// An organization always has an owner.
        LAST_OWNER,
        /// Only an owner makes and unmakes owners.
        OWNERS_ONLY
    }
}
