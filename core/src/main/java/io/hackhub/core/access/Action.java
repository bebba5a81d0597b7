package io.hackhub.core.access;

/// What somebody may want to do: the rows of the table of rights. Whether the phase of a hackathon allows it is another
/// question, answered by its milestones.
public enum Action {
    VIEW_HACKATHON,
    /// Edit, publish, extend, cancel.
    EDIT_HACKATHON,
    /// Register or withdraw oneself.
    REGISTER,
    /// Registrations with personal data; one's own is always visible to oneself.
    SEE_REGISTRATIONS,
    /// How it is doing, in numbers.
    SEE_STATISTICS,
    CHECK_IN,
    /// Create or join a team.
    ENTER_TEAM,
    /// Invite, remove members, transfer leadership, invite mentors.
    MANAGE_TEAM,
    LEAVE_TEAM,
    TEAM_CHAT,
    HACKATHON_CHAT,
    /// Delete others' messages, pin, mute.
    MODERATE_TEAM_CHAT,
    MODERATE_HACKATHON_CHAT,
    /// Read a reported team message and five around it.
    READ_REPORTED,
    EDIT_PROJECT,
    /// Submit or withdraw the project.
    SUBMIT_PROJECT,
    READ_UNSUBMITTED_PROJECT,
    /// Criteria and staff.
    CONFIGURE_JUDGING,
    /// Score what one is assigned.
    SCORE,
    SEE_OTHERS_SCORES,
    SEE_FULL_BOARD,
    /// Freeze, finalize, publish.
    CONTROL_RESULTS,
    ANNOUNCE,
    MANAGE_ORGANIZATION,
    /// Verify an organization, suspend a user.
    ADMINISTER
}
