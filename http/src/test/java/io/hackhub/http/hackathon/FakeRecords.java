package io.hackhub.http.hackathon;

import io.hackhub.core.hackathon.HackathonEntry;
import io.hackhub.core.hackathon.HackathonMembers.Membership;
import io.hackhub.core.hackathon.HackathonQuery;
import io.hackhub.core.hackathon.HackathonRecords;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.RegistrationStatus;
import io.hackhub.core.hackathon.StaffRole;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The tables, in memory: one hackathon named spring-hack, in which ADA takes part and OTTO organizes.
final class FakeRecords implements HackathonRecords {

    static final TeamId ROCKETS = new TeamId(new UUID(2, 2));

    final List<HackathonQuery> queries = new ArrayList<>();
    final Set<String> taken = new HashSet<>(Set.of("taken"));
    final Map<UUID, String> applications = new HashMap<>();
    List<HackathonEntry> entries = List.of(entry(HackathonRouteKit.SPRING));

    static HackathonEntry entry(HackathonId id) {
        return new HackathonEntry(
                id,
                HackathonRouteKit.CLUB,
                "spring-hack",
                HackathonRouteKit.DETAILS,
                HackathonRouteKit.MILESTONES,
                HackathonStatus.PUBLISHED,
                true,
                false,
                new HackathonView.Counts(3, 1, 1),
                false,
                HackathonRouteKit.NOON,
                HackathonRouteKit.NOON);
    }

    @Override
    public CompletionStage<Optional<HackathonId>> find(String idOrSlug) {
        boolean known =
                Set.of("spring-hack", HackathonRouteKit.SPRING.toString()).contains(idOrSlug);
        return CompletableFuture.completedFuture(known ? Optional.of(HackathonRouteKit.SPRING) : Optional.empty());
    }

    @Override
    public CompletionStage<Boolean> reserve(String slug, HackathonId hackathon, OrganizationId organization) {
        return CompletableFuture.completedFuture(taken.add(slug));
    }

    @Override
    public CompletionStage<List<HackathonEntry>> list(HackathonQuery query) {
        queries.add(query);
        return CompletableFuture.completedFuture(entries);
    }

    @Override
    public CompletionStage<List<Membership>> memberships(UserId user) {
        if (user.equals(HackathonRouteKit.ADA)) {
            return CompletableFuture.completedFuture(List.of(new Membership(
                    entry(HackathonRouteKit.SPRING), RegistrationStatus.REGISTERED, null, ROCKETS, List.of())));
        }
        if (user.equals(HackathonRouteKit.WALT)) {
            return CompletableFuture.completedFuture(List.of(new Membership(
                    entry(HackathonRouteKit.SPRING), RegistrationStatus.WAITLISTED, 4, null, List.of())));
        }
        return CompletableFuture.completedFuture(
                user.equals(HackathonRouteKit.OTTO)
                        ? List.of(new Membership(
                                entry(HackathonRouteKit.SPRING), null, null, null, List.of(StaffRole.ORGANIZER)))
                        : List.of());
    }

    @Override
    public CompletionStage<List<UserId>> people(HackathonId hackathon, String text, int limit) {
        return CompletableFuture.completedFuture("ada".contains(text) ? List.of(HackathonRouteKit.ADA) : List.of());
    }

    @Override
    public CompletionStage<?> keepApplication(UUID registration, HackathonId hackathon, UserId user, String json) {
        applications.put(registration, json);
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletionStage<?> forgetApplication(UUID registration) {
        applications.remove(registration);
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletionStage<Map<UUID, String>> applications(List<UUID> registrations) {
        var found = new HashMap<>(applications);
        found.keySet().retainAll(registrations);
        return CompletableFuture.completedFuture(found);
    }
}
