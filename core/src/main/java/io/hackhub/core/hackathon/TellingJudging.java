package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonEvent.DetailsChanged;
import io.hackhub.core.hackathon.HackathonEvent.StaffChanged;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.projection.Consequence;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.shared.HackathonId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Tells judging what it must know: when it begins, when it is taken back, and what changes meanwhile.
public final class TellingJudging implements Consequence<HackathonEvent> {

    private final Hackathons hackathons;
    private final JudgingPort judging;

    public TellingJudging(Hackathons hackathons, JudgingPort judging) {
        this.hackathons = hackathons;
        this.judging = judging;
    }

    @Override
    public CompletionStage<?> of(Stored<HackathonEvent> stored) {
        return switch (stored.event()) {
            case StatusChanged e -> isJudgings(e) ? tell(stored, true) : nothing();
            case DetailsChanged _, StaffChanged _ -> tell(stored, false);
            case HackathonEvent.Created _,
                    HackathonEvent.Rescheduled _,
                    HackathonEvent.StartHeld _,
                    HackathonEvent.ManagersChanged _,
                    HackathonEvent.Registered _,
                    HackathonEvent.Promoted _,
                    HackathonEvent.CheckedIn _,
                    HackathonEvent.Withdrawn _,
                    HackathonEvent.TeamClaimed _,
                    HackathonEvent.TeamClaimSettled _,
                    HackathonEvent.TeamClaimReleased _,
                    HackathonEvent.LossApplied _ -> nothing();
        };
    }

    private static boolean isJudgings(StatusChanged e) {
        return e.to() == HackathonStatus.JUDGING || e.from() == HackathonStatus.JUDGING;
    }

    private CompletionStage<?> tell(Stored<HackathonEvent> stored, boolean anyway) {
        return hackathons
                .view(HackathonId.of(stored.entityId()), null)
                .thenCompose(found -> found.filter(view -> anyway || view.status() == HackathonStatus.JUDGING)
                        .<CompletionStage<?>>map(view -> judging.setUp(Setups.of(view)))
                        .orElseGet(TellingJudging::nothing));
    }

    private static CompletableFuture<?> nothing() {
        return CompletableFuture.completedFuture(null);
    }
}
