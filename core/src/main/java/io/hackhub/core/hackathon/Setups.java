package io.hackhub.core.hackathon;

import io.hackhub.core.shared.HackathonId;

/// What judging must know, taken from a hackathon.
final class Setups {

    private Setups() {}

    static JudgingPort.Setup of(HackathonId id, Live hackathon) {
        return of(Views.of(id, hackathon, null));
    }

    static JudgingPort.Setup of(HackathonView hackathon) {
        var details = hackathon.details();
        return new JudgingPort.Setup(
                hackathon.id(),
                hackathon.version(),
                hackathon.status() == HackathonStatus.JUDGING,
                details.judgingCriteria(),
                details.tracks(),
                details.leaderboardVisibility(),
                details.freezeAt(),
                hackathon.with(StaffRole.JUDGE),
                hackathon.teams());
    }
}
