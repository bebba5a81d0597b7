package io.hackhub.http.organization;

import io.hackhub.core.account.Cards;
import io.hackhub.core.organization.ManagersChanged;
import io.hackhub.core.organization.OrganizationMembers;
import io.hackhub.core.organization.Organizations;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.Periodic;
import io.hackhub.http.organization.OrganizationRoutes.Hackathons;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Idempotency;
import io.hackhub.http.shared.RateLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.http.javadsl.server.Route;

/// Organizations, put together.
public final class OrganizationFeature {

    private static final Duration TELL_AGAIN = Duration.ofSeconds(10);

    private final Organizations organizations;
    private final OrganizationMembers members;
    private final Access access;

    /// `verification` = an admin has to look at each new one.
    public OrganizationFeature(
            Database database,
            InstantSource clock,
            RandomGenerator random,
            boolean verification,
            ManagersChanged managersChanged) {
        organizations = new Organizations(database, clock, random, verification);
        members = new OrganizationMembers(database, clock, managersChanged);
        access = new Access(organizations, database, clock, random);
    }

    public Organizations organizations() {
        return organizations;
    }

    /// Goes on telling hackathons of their managers for as long as `system` lives.
    public void start(ActorSystem<?> system) {
        var telling = Periodic.create("telling hackathons of their managers", TELL_AGAIN, members::tellAgain);
        system.systemActorOf(telling, "organization-managers", Props.empty());
    }

    /// `/organizations`.
    public Route routes(Guard guard, Cards cards, Idempotency idempotency, RateLimits limits, Hackathons hackathons) {
        var memberRoutes = new MemberRoutes(members, cards, guard, access, idempotency, limits);
        return new OrganizationRoutes(organizations, memberRoutes, hackathons, guard, access, idempotency, limits)
                .routes();
    }
}
