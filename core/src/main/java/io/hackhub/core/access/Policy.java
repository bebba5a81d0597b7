package io.hackhub.core.access;

import static io.hackhub.core.access.Grant.ADMIN;
import static io.hackhub.core.access.Grant.CHECKIN;
import static io.hackhub.core.access.Grant.INVITED_MENTOR;
import static io.hackhub.core.access.Grant.JUDGE;
import static io.hackhub.core.access.Grant.LEADER;
import static io.hackhub.core.access.Grant.MEMBER;
import static io.hackhub.core.access.Grant.MENTOR;
import static io.hackhub.core.access.Grant.ORGANIZATION_ADMIN;
import static io.hackhub.core.access.Grant.ORGANIZATION_OWNER;
import static io.hackhub.core.access.Grant.ORGANIZER;
import static io.hackhub.core.access.Grant.PARTICIPANT;

import java.util.Collections;
import java.util.Set;

/// The table of rights. A decision is the union of what the caller's grants allow, minus denials; a denial wins.
/// Pure: the caller gathers the grants for the very object in question.
public final class Policy {

    private Policy() {}

    public static Decision decide(Action action, Set<Grant> grants) {
        if (action == Action.REGISTER) {
            return grants.stream().anyMatch(Grant::isStaff) ? Decision.DENIED : Decision.ALLOWED;
        }
        if (action == Action.VIEW_HACKATHON || !Collections.disjoint(grants, allowedTo(action))) {
            return Decision.ALLOWED;
        }
        return grants.contains(ADMIN) && overridable(action) ? Decision.OVERRIDE : Decision.DENIED;
    }

    public static boolean allows(Action action, Set<Grant> grants) {
        return decide(action, grants).allows();
    }

    private static Set<Grant> allowedTo(Action action) {
        return switch (action) {
            case VIEW_HACKATHON, REGISTER -> Set.of();
            case EDIT_HACKATHON,
                    SEE_REGISTRATIONS,
                    SEE_STATISTICS,
                    MODERATE_HACKATHON_CHAT,
                    READ_REPORTED,
                    CONFIGURE_JUDGING,
                    SEE_OTHERS_SCORES,
                    SEE_FULL_BOARD,
                    CONTROL_RESULTS -> Set.of(ORGANIZER);
            case CHECK_IN -> Set.of(ORGANIZER, CHECKIN);
            case ENTER_TEAM -> Set.of(PARTICIPANT);
            case MANAGE_TEAM -> Set.of(LEADER, ORGANIZER);
            case LEAVE_TEAM, EDIT_PROJECT -> Set.of(MEMBER, LEADER);
            case TEAM_CHAT -> Set.of(MEMBER, LEADER, INVITED_MENTOR);
            case HACKATHON_CHAT -> Set.of(PARTICIPANT, MENTOR, JUDGE, CHECKIN, ORGANIZER, ADMIN);
            case MODERATE_TEAM_CHAT, SUBMIT_PROJECT -> Set.of(LEADER);
            case READ_UNSUBMITTED_PROJECT -> Set.of(MEMBER, LEADER, INVITED_MENTOR, ORGANIZER);
            case SCORE -> Set.of(JUDGE);
            case ANNOUNCE -> Set.of(ORGANIZER, ADMIN);
            case MANAGE_ORGANIZATION -> Set.of(ORGANIZATION_OWNER, ORGANIZATION_ADMIN);
            case ADMINISTER -> Set.of(ADMIN);
        };
    }

    /// The rows with A† in the table.
    private static boolean overridable(Action action) {
        return switch (action) {
            case EDIT_HACKATHON,
                    SEE_REGISTRATIONS,
                    SEE_STATISTICS,
                    MANAGE_TEAM,
                    MODERATE_HACKATHON_CHAT,
                    READ_REPORTED,
                    READ_UNSUBMITTED_PROJECT,
                    CONFIGURE_JUDGING,
                    SEE_OTHERS_SCORES,
                    SEE_FULL_BOARD,
                    CONTROL_RESULTS,
                    MANAGE_ORGANIZATION -> true;
            case VIEW_HACKATHON,
                    REGISTER,
                    CHECK_IN,
                    ENTER_TEAM,
                    LEAVE_TEAM,
                    TEAM_CHAT,
                    HACKATHON_CHAT,
                    MODERATE_TEAM_CHAT,
                    EDIT_PROJECT,
                    SUBMIT_PROJECT,
                    SCORE,
                    ANNOUNCE,
                    ADMINISTER -> false;
        };
    }
}
