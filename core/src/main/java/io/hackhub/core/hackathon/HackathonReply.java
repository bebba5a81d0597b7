package io.hackhub.core.hackathon;

import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.TeamId;
import java.util.List;

/// What a hackathon answers to somebody's command.
public sealed interface HackathonReply extends CborSerializable {

    record Accepted(HackathonView hackathon) implements HackathonReply {}

    record Enrolled(Registration registration) implements HackathonReply {}

    /// On the team now, by this claim.
    record Entered(TeamId team, long claim) implements HackathonReply {}

    /// Done, and applied wherever it takes rights away.
    record Finished() implements HackathonReply {}

    /// `guards` only with GUARD_FAILED.
    record Refused(Reason reason, List<Guard> guards) implements HackathonReply {
        public Refused {
            guards = List.copyOf(guards);
        }

        public Refused(Reason reason) {
            this(reason, List.of());
        }
    }

    /// A condition of a transition that does not hold, with the sentence that says so.
    record Guard(String guard, String message) {}

    enum Reason {
        NOT_FOUND,
        ALREADY_EXISTS,
        STALE,
        GUARD_FAILED,
        /// The act does not fit the phase.
        PHASE,
        REGISTRATION_CLOSED,
        ALREADY_REGISTERED,
        NOT_REGISTERED,
        /// Staff cannot take part, and who takes part cannot be staff.
        ROLE_CONFLICT,
        NOT_STAFF,
        /// Takes part only on the waiting list, or not at all.
        NOT_PARTICIPANT,
        ALREADY_IN_TEAM,
        TEAM_FULL,
        TEAM_CLOSED,
        INVITATION_INVALID,
        NO_SUCH_TEAM,
        /// Something else about the same person is not finished; the same command may be sent again in a moment.
        BUSY
    }
}
