package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonEvent.Rescheduled;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.projection.Consequence;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.room.Intent.ChangeHackathon;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.Done;

/// Writes transitions and new dates into the announcements channel, from when it is published. What everybody may do in
/// the hackathon's rooms changes with them too; the rooms find that out by asking.
public final class Announcing implements Consequence<HackathonEvent> {

    private final Hackathons hackathons;
    private final RoomsPort rooms;

    public Announcing(Hackathons hackathons, RoomsPort rooms) {
        this.hackathons = hackathons;
        this.rooms = rooms;
    }

    @Override
    public CompletionStage<?> of(Stored<HackathonEvent> stored) {
        return switch (stored.event()) {
            case StatusChanged e -> published(stored, view -> changed(stored, view, e));
            case Rescheduled e -> published(stored, view -> rescheduled(stored, view, e));
            case HackathonEvent.Created _,
                    HackathonEvent.DetailsChanged _,
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
                    HackathonEvent.LossApplied _ -> done();
        };
    }

    private CompletionStage<Done> published(
            Stored<HackathonEvent> stored, Function<HackathonView, CompletionStage<Done>> then) {
        return hackathons
                .view(HackathonId.of(stored.entityId()), null)
                .thenCompose(view ->
                        view.filter(it -> it.standing().published()).map(then).orElseGet(Announcing::done));
    }

    private CompletionStage<Done> changed(Stored<HackathonEvent> stored, HackathonView view, StatusChanged e) {
        return announce(stored, view, new ChangeHackathon(e.to().name(), null, null, null, null, e.reason()));
    }

    private CompletionStage<Done> rescheduled(Stored<HackathonEvent> stored, HackathonView view, Rescheduled e) {
        var dates = e.milestones();
        return announce(
                stored,
                view,
                new ChangeHackathon(
                        view.status().name(),
                        dates.registrationStart(),
                        dates.registrationEnd(),
                        dates.startDate(),
                        dates.endDate(),
                        null));
    }

    private CompletionStage<Done> announce(Stored<HackathonEvent> stored, HackathonView view, ChangeHackathon change) {
        var cid = stored.id(stored.event().at(), "announce");
        return rooms.deliver(new Channel.Announcements(view.id()), cid, change);
    }

    private static CompletionStage<Done> done() {
        return CompletableFuture.completedFuture(Done.getInstance());
    }
}
