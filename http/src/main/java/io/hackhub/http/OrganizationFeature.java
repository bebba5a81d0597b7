package io.hackhub.http;

import io.hackhub.core.hackathon.TellingManagers;
import io.hackhub.core.organization.OrganizationMembers;
import io.hackhub.core.organization.Organizations;
import io.hackhub.core.shared.Periodic;
import io.hackhub.http.organization.Access;
import io.hackhub.http.organization.MemberRoutes;
import io.hackhub.http.organization.OrganizationRoutes;
import io.hackhub.http.shared.Idempotency;
import io.hackhub.http.shared.RateLimits;
import java.time.Duration;
import org.apache.pekko.http.javadsl.server.Route;

/// Organizations and their people, who manage hackathons.
final class OrganizationFeature {

    private static final Duration TELL_AGAIN = Duration.ofSeconds(10);

    final Organizations organizations;
    private final Base base;
    private final OrganizationMembers members;

    OrganizationFeature(Base base, Entities entities) {
        this.base = base;
        this.organizations = new Organizations(
                base.database(), base.clock(), base.random(), base.settings().verifyOrganizations());
        this.members = new OrganizationMembers(
                base.database(), base.clock(), new TellingManagers(base.database(), entities.hackathons));
    }

    /// Managers of whom hackathons could not be told are told of again.
    void start() {
        base.spawn(
                "managers-told",
                Periodic.create("telling hackathons of their managers", TELL_AGAIN, members::tellAgain));
    }

    Route routes(
            AccountFeature account,
            OrganizationRoutes.Hackathons hackathons,
            Idempotency idempotency,
            RateLimits limits) {
        var access = new Access(organizations, base.database(), base.clock(), base.random());
        var memberRoutes = new MemberRoutes(members, account.cards, account.guard, access, idempotency, limits);
        return new OrganizationRoutes(
                        organizations, memberRoutes, hackathons, account.guard, access, idempotency, limits)
                .routes();
    }
}
