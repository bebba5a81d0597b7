package io.hackhub.core.team;

import io.hackhub.core.shared.CborSerializable;

/// What a team answers to a route.
public sealed interface TeamReply extends CborSerializable {

    /// Done, and stored where there was something to store; the team as it is now.
    record Done(TeamView team) implements TeamReply {}

    record Refused(Refusal reason) implements TeamReply {}
}
