package io.hackhub.core.organization;

import io.hackhub.core.organization.OrganizationReply.MemberIs;
import io.hackhub.core.organization.OrganizationReply.Reason;
import io.hackhub.core.organization.OrganizationReply.Refused;
import io.hackhub.core.organization.OrganizationReply.Removed;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The people of an organization. Whenever its OWNERs or ADMINs change, its hackathons are told, until they were.
public final class OrganizationMembers {

    private static final Logger LOG = LoggerFactory.getLogger(OrganizationMembers.class);

    /// Who changes members, and whether as one of its owners (or over their heads).
    public record By(UserId user, boolean asOwner) {}

    private final Database database;
    private final InstantSource clock;
    private final ManagersChanged managersChanged;

    public OrganizationMembers(Database database, InstantSource clock, ManagersChanged managersChanged) {
        this.database = database;
        this.clock = clock;
        this.managersChanged = managersChanged;
    }

    /// In the order in which they came.
    public CompletableFuture<List<Member>> page(OrganizationId organization, Optional<Member> after, int limit) {
        return database.run(db -> MemberTable.page(db, organization, after, limit));
    }

    public CompletableFuture<OrganizationReply> add(
            OrganizationId organization, UserId user, OrganizationRole role, By by) {
        return changing(organization, db -> {
            if (MemberTable.find(db, organization, user).isPresent()) {
                return new Refused(Reason.ALREADY_MEMBER);
            }
            if (role == OrganizationRole.OWNER && !by.asOwner()) {
                return new Refused(Reason.OWNERS_ONLY);
            }
            MemberTable.put(db, organization, user, role, clock.instant());
            return new MemberIs(MemberTable.find(db, organization, user).orElseThrow());
        });
    }

    public CompletableFuture<OrganizationReply> changeRole(
            OrganizationId organization, UserId user, OrganizationRole role, By by) {
        return changing(organization, db -> {
            var refused = refusal(db, organization, user, role, by);
            if (refused.isPresent()) {
                return new Refused(refused.get());
            }
            MemberTable.put(db, organization, user, role, clock.instant());
            return new MemberIs(MemberTable.find(db, organization, user).orElseThrow());
        });
    }

    /// Removing oneself is leaving, and everybody's right.
    public CompletableFuture<OrganizationReply> remove(OrganizationId organization, UserId user, By by) {
        return changing(organization, db -> {
            var asOwner = by.asOwner() || by.user().equals(user);
            var refused = refusal(db, organization, user, OrganizationRole.STAFF, new By(by.user(), asOwner));
            if (refused.isPresent()) {
                return new Refused(refused.get());
            }
            MemberTable.remove(db, organization, user);
            return new Removed();
        });
    }

    /// Tells again what has not been told with success: after a crash, or when hackathons could not be reached.
    public CompletableFuture<?> tellAgain() {
        return database.run(OrganizationTable::untold)
                .thenCompose(organizations -> CompletableFuture.allOf(
                        organizations.stream().map(this::tell).toArray(CompletableFuture<?>[]::new)));
    }

    private CompletableFuture<OrganizationReply> changing(
            OrganizationId organization, Database.Work<OrganizationReply> change) {
        return database.run(db -> {
                    if (!OrganizationTable.lock(db, organization)) {
                        return new Refused(Reason.NOT_FOUND);
                    }
                    var before = MemberTable.managers(db, organization);
                    var reply = change.in(db);
                    if (!before.equals(MemberTable.managers(db, organization))) {
                        OrganizationTable.countManagers(db, organization);
                    }
                    return reply;
                })
                .thenCompose(reply -> reply instanceof Refused
                        ? CompletableFuture.completedFuture(reply)
                        : tell(organization).thenApply(_ -> reply));
    }

    /// Why `user` may not become `role`, if there is a reason; becoming STAFF stands for leaving too.
    private static Optional<Reason> refusal(
            Connection db, OrganizationId organization, UserId user, OrganizationRole role, By by) throws SQLException {
        var member = MemberTable.find(db, organization, user);
        if (member.isEmpty()) {
            return Optional.of(Reason.NO_SUCH_MEMBER);
        }
        var wasOwner = member.get().role() == OrganizationRole.OWNER;
        var staysOwner = role == OrganizationRole.OWNER;
        if (wasOwner != staysOwner && !by.asOwner()) {
            return Optional.of(Reason.OWNERS_ONLY);
        }
        var owners = MemberTable.managers(db, organization).values().stream()
                .filter(OrganizationRole.OWNER::equals)
                .count();
        return wasOwner && !staysOwner && owners == 1 ? Optional.of(Reason.LAST_OWNER) : Optional.empty();
    }

    /// Never fails: what could not be told stays marked, for [#tellAgain].
    private CompletableFuture<Void> tell(OrganizationId organization) {
        return database.run(db -> Organizations.managers(db, organization))
                .thenCompose(managers -> told(managers, managersChanged.tell(managers)))
                .handle((_, failure) -> {
                    if (failure != null) {
                        LOG.warn("hackathons of organization {} do not know its managers yet", organization, failure);
                    }
                    return null;
                });
    }

    private CompletionStage<Boolean> told(Managers managers, CompletionStage<?> telling) {
        return telling.thenCompose(_ -> database.run(db -> {
            OrganizationTable.told(db, managers.organization(), managers.version());
            return true;
        }));
    }
}
