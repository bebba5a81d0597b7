package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonMembers.Membership;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What the tables know of hackathons: names, lists, memberships, what people wrote when they registered.
public interface HackathonRecords {

    /// By id or slug, as it stands in a path. An id is taken at its word.
    CompletionStage<Optional<HackathonId>> find(String idOrSlug);

    /// False if another hackathon has that name.
    CompletionStage<Boolean> reserve(String slug, HackathonId hackathon, OrganizationId organization);

    CompletionStage<List<HackathonEntry>> list(HackathonQuery query);

    CompletionStage<List<Membership>> memberships(UserId user);

    CompletionStage<List<UserId>> people(HackathonId hackathon, String text, int limit);

    CompletionStage<?> keepApplication(UUID registration, HackathonId hackathon, UserId user, String json);

    CompletionStage<?> forgetApplication(UUID registration);

    /// The JSON of each of these registrations that has any.
    CompletionStage<Map<UUID, String>> applications(List<UUID> registrations);

    static HackathonRecords of(Database database, InstantSource clock) {
        return new Jdbc(database, clock);
    }

    /// In PostgreSQL.
    record Jdbc(Database database, InstantSource clock) implements HackathonRecords {

        @Override
        public CompletableFuture<Optional<HackathonId>> find(String idOrSlug) {
            try {
                return CompletableFuture.completedFuture(Optional.of(new HackathonId(Uuids.parse(idOrSlug))));
            } catch (IllegalArgumentException aSlug) {
                return database.run(db -> HackathonSlugs.find(db, idOrSlug));
            }
        }

        @Override
        public CompletableFuture<Boolean> reserve(String slug, HackathonId hackathon, OrganizationId organization) {
            return database.run(db -> HackathonSlugs.reserve(db, slug, hackathon, organization, clock.instant()));
        }

        @Override
        public CompletableFuture<List<HackathonEntry>> list(HackathonQuery query) {
            return database.run(db -> HackathonDirectory.list(db, query));
        }

        @Override
        public CompletableFuture<List<Membership>> memberships(UserId user) {
            return database.run(db -> HackathonMembers.of(db, user));
        }

        @Override
        public CompletableFuture<List<UserId>> people(HackathonId hackathon, String text, int limit) {
            return database.run(db -> HackathonMembers.people(db, hackathon, text, limit));
        }

        @Override
        public CompletableFuture<?> keepApplication(
                UUID registration, HackathonId hackathon, UserId user, String json) {
            return database.run(db -> {
                HackathonApplications.put(db, registration, hackathon, user, json, clock.instant());
                return true;
            });
        }

        @Override
        public CompletableFuture<?> forgetApplication(UUID registration) {
            return database.run(db -> {
                HackathonApplications.remove(db, registration);
                return true;
            });
        }

        @Override
        public CompletableFuture<Map<UUID, String>> applications(List<UUID> registrations) {
            return database.run(db -> HackathonApplications.of(db, registrations));
        }
    }
}
