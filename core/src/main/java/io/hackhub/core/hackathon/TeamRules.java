package io.hackhub.core.hackathon;

import io.hackhub.core.shared.HackathonId;
import java.time.Instant;

/// What a team must know of its hackathon, as of `version` of the hackathon's journal: an older one than it knows is
/// of no use to it.
public record TeamRules(
        HackathonId hackathon,
        long version,
        HackathonStatus status,
        Milestones milestones,
        Details.TeamSize teamSize,
        Instant chatUntil) {}
