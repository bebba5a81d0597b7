package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonEvent.Promoted;
import io.hackhub.core.hackathon.HackathonEvent.StaffChanged;
import io.hackhub.core.hackathon.HackathonEvent.StartHeld;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.projection.Consequence;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.room.Intent.Notify;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pekko.Done;
import org.jspecify.annotations.Nullable;

/// Writes into inboxes what concerns just those people: each event to whom it concerns and to nobody else, once.
public final class Notifying implements Consequence<HackathonEvent> {

    private static final int AT_ONCE = 100;

    private final Hackathons hackathons;
    private final RoomsPort rooms;

    /// Whom an event concerns.
    private enum Audience {
        PARTICIPANTS,
        JUDGES,
        ORGANIZERS,
        EVERYBODY
    }

    /// `title` has a place for the hackathon's own.
    private record Notice(
            String kind, String title, @Nullable String body) {}

    public Notifying(Hackathons hackathons, RoomsPort rooms) {
        this.hackathons = hackathons;
        this.rooms = rooms;
    }

    @Override
    public CompletionStage<Done> of(Stored<HackathonEvent> stored) {
        return switch (stored.event()) {
            case Promoted e ->
                tell(stored, List.of(e.user()), new Notice("registration.promoted", "You have a place in %s", null));
            case StaffChanged e -> tell(stored, List.of(e.user()), roles(e));
            case StartHeld _ ->
                tell(
                        stored,
                        Audience.ORGANIZERS,
                        new Notice(
                                "hackathon.held", "%s waits for its first team", "It starts as soon as there is one."));
            case StatusChanged e -> statusChanged(stored, e);
            case HackathonEvent.Created _,
                    HackathonEvent.DetailsChanged _,
                    HackathonEvent.Rescheduled _,
                    HackathonEvent.ManagersChanged _,
                    HackathonEvent.Registered _,
                    HackathonEvent.CheckedIn _,
                    HackathonEvent.Withdrawn _,
                    HackathonEvent.TeamClaimed _,
                    HackathonEvent.TeamClaimSettled _,
                    HackathonEvent.TeamClaimReleased _,
                    HackathonEvent.LossApplied _ -> nobody();
        };
    }

    private CompletionStage<Done> statusChanged(Stored<HackathonEvent> stored, StatusChanged e) {
        return switch (e.to()) {
            case ACTIVE -> tell(stored, Audience.PARTICIPANTS, new Notice("hackathon.started", "%s is on", e.reason()));
            case JUDGING ->
                tell(stored, Audience.JUDGES, new Notice("hackathon.judging", "%s is yours to judge", e.reason()));
            case COMPLETED ->
                tell(
                        stored,
                        Audience.PARTICIPANTS,
                        new Notice("hackathon.completed", "The results of %s are out", null));
            case CANCELLED ->
                tell(stored, Audience.EVERYBODY, new Notice("hackathon.cancelled", "%s is cancelled", e.reason()));
            case DRAFT, PUBLISHED, REGISTRATION_OPEN, REGISTRATION_CLOSED -> nobody();
        };
    }

    private static Notice roles(StaffChanged e) {
        var roles = e.roles().stream().map(Enum::name).collect(Collectors.joining(", "));
        return roles.isEmpty()
                ? new Notice("staff.removed", "You do not work for %s any more", null)
                : new Notice("staff.changed", "You work for %s", roles);
    }

    private CompletionStage<Done> tell(Stored<HackathonEvent> stored, Audience audience, Notice notice) {
        return view(stored)
                .thenCompose(view -> view.isEmpty()
                        ? nobody()
                        : audience(view.get(), audience)
                                .thenCompose(users -> deliver(stored, view.get(), users, notice)));
    }

    private CompletionStage<Done> tell(Stored<HackathonEvent> stored, List<UserId> users, Notice notice) {
        return view(stored).thenCompose(view -> view.isEmpty() ? nobody() : deliver(stored, view.get(), users, notice));
    }

    private CompletionStage<Optional<HackathonView>> view(Stored<HackathonEvent> stored) {
        return hackathons.view(HackathonId.of(stored.entityId()), null);
    }

    private CompletionStage<List<UserId>> audience(HackathonView view, Audience audience) {
        return switch (audience) {
            case ORGANIZERS -> CompletableFuture.completedFuture(view.with(StaffRole.ORGANIZER));
            case JUDGES -> CompletableFuture.completedFuture(view.with(StaffRole.JUDGE));
            case PARTICIPANTS -> registered(view.id(), 0, false, new ArrayList<>());
            case EVERYBODY -> registered(view.id(), 0, true, staff(view));
        };
    }

    private static List<UserId> staff(HackathonView view) {
        return Stream.concat(
                        view.managers().stream().map(Manager::user),
                        view.staff().stream().map(Staff::user))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private CompletionStage<List<UserId>> registered(
            HackathonId id, int from, boolean waitingToo, List<UserId> before) {
        return hackathons.registrations(id, from, AT_ONCE, null).thenCompose(page -> {
            page.items().stream()
                    .filter(it -> waitingToo || it.status() != RegistrationStatus.WAITLISTED)
                    .map(Registration::user)
                    .forEach(before::add);
            var next = page.next();
            return next == null ? CompletableFuture.completedFuture(before) : registered(id, next, waitingToo, before);
        });
    }

    /// A hundred inboxes at a time.
    private CompletionStage<Done> deliver(
            Stored<HackathonEvent> stored, HackathonView view, List<UserId> users, Notice notice) {
        if (users.isEmpty()) {
            return nobody();
        }
        var first = users.subList(0, Math.min(AT_ONCE, users.size())).stream()
                .map(user -> deliver(stored, view, user, notice).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        var rest = users.subList(first.length, users.size());
        return CompletableFuture.allOf(first).thenCompose(_ -> deliver(stored, view, rest, notice));
    }

    private CompletionStage<Done> deliver(
            Stored<HackathonEvent> stored, HackathonView view, UserId user, Notice notice) {
        var id = stored.id(stored.event().at(), "notify/" + user);
        var title = notice.title().formatted(view.details().title());
        return rooms.deliver(
                new Channel.Inbox(user),
                id,
                new Notify(id, notice.kind(), title, notice.body(), "/hackathons/" + view.slug()));
    }

    private static CompletableFuture<Done> nobody() {
        return CompletableFuture.completedFuture(Done.getInstance());
    }
}
