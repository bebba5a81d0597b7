package io.hackhub.core.organization;

import io.hackhub.core.access.AuditLog;
import io.hackhub.core.organization.Organization.Details;
import io.hackhub.core.organization.Organization.VerificationStatus;
import io.hackhub.core.organization.OrganizationReply.Accepted;
import io.hackhub.core.organization.OrganizationReply.Reason;
import io.hackhub.core.organization.OrganizationReply.Refused;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.DatabaseException;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Founding, reading, changing and verifying organizations. Whether the caller may is the route's question, put to
/// `Policy` with the grant of [#role].
public final class Organizations {

    /// Where a page of [#ofStatus] ended.
    public record After(Instant createdAt, OrganizationId id) {}

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final boolean verification;

    /// Without `verification` a new organization counts as verified at once.
    public Organizations(Database database, InstantSource clock, RandomGenerator random, boolean verification) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.verification = verification;
    }

    /// Its founder becomes its OWNER. Without a `slug` it gets one made from its name.
    public CompletableFuture<OrganizationReply> found(UserId founder, Optional<String> slug, Details details) {
        return database.run(db -> insert(db, founder, slug, details)).exceptionally(Organizations::taken);
    }

    public CompletableFuture<Optional<Organization>> find(OrganizationId id) {
        return database.run(db -> OrganizationTable.find(db, id));
    }

    /// By id or slug, as it stands in a path.
    public CompletableFuture<Optional<Organization>> find(String idOrSlug) {
        return Slugs.id(idOrSlug)
                .map(id -> find(new OrganizationId(id)))
                .orElseGet(() -> database.run(db -> OrganizationTable.findBySlug(db, idOrSlug)));
    }

    public CompletableFuture<Map<OrganizationId, Organization>> findAll(Collection<OrganizationId> ids) {
        return database.run(db -> OrganizationTable.findAll(db, ids).stream()
                .collect(Collectors.toMap(Organization::id, Function.identity())));
    }

    /// Those of that verification, the oldest first: what waits longest stands at the top.
    public CompletableFuture<List<Organization>> ofStatus(VerificationStatus status, Optional<After> after, int limit) {
        return database.run(db -> OrganizationTable.ofStatus(db, status, after, limit));
    }

    public CompletableFuture<Optional<OrganizationRole>> role(OrganizationId organization, UserId user) {
        return database.run(db -> MemberTable.role(db, organization, user));
    }

    public CompletableFuture<List<Membership>> membershipsOf(UserId user) {
        return database.run(db -> MemberTable.of(db, user));
    }

    /// Who manages it now: what a new hackathon of its starts with.
    public CompletableFuture<Managers> managers(OrganizationId organization) {
        return database.run(db -> managers(db, organization));
    }

    public CompletableFuture<OrganizationReply> change(OrganizationId id, Details details, OptionalLong expected) {
        return database.run(db -> OrganizationTable.update(db, id, details, expected, clock.instant())
                ? new Accepted(OrganizationTable.find(db, id).orElseThrow())
                : new Refused(OrganizationTable.find(db, id).isPresent() ? Reason.STALE : Reason.NOT_FOUND));
    }

    /// What an admin found, on record. The same again changes nothing.
    public CompletableFuture<OrganizationReply> verify(
            OrganizationId id, VerificationStatus status, @Nullable String reason, UserId by) {
        return database.run(db -> {
            var now = clock.instant();
            if (OrganizationTable.verify(db, id, status, reason, now)) {
                AuditLog.append(db, now, random, by, "organization.verify", "organization/" + id, status.name());
            }
            return OrganizationTable.find(db, id)
                    .<OrganizationReply>map(Accepted::new)
                    .orElseGet(() -> new Refused(Reason.NOT_FOUND));
        });
    }

    static Managers managers(Connection db, OrganizationId organization) throws SQLException {
        return new Managers(
                organization,
                OrganizationTable.managersVersion(db, organization),
                MemberTable.managers(db, organization));
    }

    private OrganizationReply insert(Connection db, UserId founder, Optional<String> wanted, Details details)
            throws SQLException {
        var slug = wanted.orElseGet(() -> Slugs.of(details.name()));
        if (OrganizationTable.slugIsTaken(db, slug)) {
            if (wanted.isPresent()) {
                return new Refused(Reason.SLUG_TAKEN);
            }
            slug = Slugs.numbered(slug, random);
        }
        var now = clock.instant();
        var status = verification ? VerificationStatus.PENDING : VerificationStatus.VERIFIED;
        var id = new OrganizationId(Uuids.v7(now, random));
        var organization = OrganizationTable.insert(db, id, slug, details, status, now);
        MemberTable.put(db, id, founder, OrganizationRole.OWNER, now);
        return new Accepted(organization);
    }

    /// Two at once wanted the same slug.
    private static OrganizationReply taken(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof DatabaseException refused && refused.violated(OrganizationTable.SLUG_KEY)) {
            return new Refused(Reason.SLUG_TAKEN);
        }
        throw new CompletionException(cause);
    }
}
