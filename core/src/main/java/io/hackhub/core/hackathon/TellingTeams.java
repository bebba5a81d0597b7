package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonEvent.DetailsChanged;
import io.hackhub.core.hackathon.HackathonEvent.Rescheduled;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.projection.Consequence;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.shared.HackathonId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Tells the teams of a hackathon how far it is: they compete from its start, and their chats end with it.
public final class TellingTeams implements Consequence<HackathonEvent> {

    private final Hackathons hackathons;
    private final TeamPort teams;

    public TellingTeams(Hackathons hackathons, TeamPort teams) {
        this.hackathons = hackathons;
        this.teams = teams;
    }

    @Override
    public CompletionStage<?> of(Stored<HackathonEvent> stored) {
        return switch (stored.event()) {
            case StatusChanged _, Rescheduled _, DetailsChanged _ ->
                hackathons
                        .view(HackathonId.of(stored.entityId()), null)
                        .thenCompose(
                                view -> view.map(this::tell).orElseGet(() -> CompletableFuture.completedFuture(null)));
            case HackathonEvent.Created _,
                    HackathonEvent.StartHeld _,
                    HackathonEvent.ManagersChanged _,
                    HackathonEvent.StaffChanged _,
                    HackathonEvent.Registered _,
                    HackathonEvent.Promoted _,
                    HackathonEvent.CheckedIn _,
                    HackathonEvent.Withdrawn _,
                    HackathonEvent.TeamClaimed _,
                    HackathonEvent.TeamClaimSettled _,
                    HackathonEvent.TeamClaimReleased _,
                    HackathonEvent.LossApplied _ -> CompletableFuture.completedFuture(null);
        };
    }

    private CompletionStage<Void> tell(HackathonView view) {
        var rules = view.teamRules();
        return CompletableFuture.allOf(view.teams().stream()
                .map(team -> teams.hackathonIs(team, rules).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }
}
