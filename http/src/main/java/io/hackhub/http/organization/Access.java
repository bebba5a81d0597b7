package io.hackhub.http.organization;

import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.AuditLog;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Policy;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.organization.OrganizationRole;
import io.hackhub.core.organization.Organizations;
import io.hackhub.core.shared.Database;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.pekko.http.javadsl.server.Route;

/// Lets the managers of an organization pass, and platform admins on record.
public final class Access {

    /// As what the caller acts; an admin over the managers' heads counts as an owner.
    record Standing(Optional<OrganizationRole> role, boolean override) {
        boolean asOwner() {
            return override || role.filter(OrganizationRole.OWNER::equals).isPresent();
        }
    }

    private final Organizations organizations;
    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Access(Organizations organizations, Database database, InstantSource clock, RandomGenerator random) {
        this.organizations = organizations;
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /// `what` goes into the audit log if it is an override.
    Route manage(Organization organization, Caller caller, String what, Function<Standing, Route> inner) {
        return onSuccess(organizations.role(organization.id(), caller.id()), role -> switch (Policy.decide(
                Action.MANAGE_ORGANIZATION, grants(role, caller))) {
            case ALLOWED -> inner.apply(new Standing(role, false));
            case OVERRIDE ->
                onSuccess(recorded(organization, caller, what), _ -> inner.apply(new Standing(role, true)));
            case DENIED -> Problems.problem(Problem.FORBIDDEN);
        });
    }

    /// Any member, and platform admins on record: its people are not for everybody's eyes.
    Route see(Organization organization, Caller caller, Function<Standing, Route> inner) {
        return onSuccess(
                organizations.role(organization.id(), caller.id()),
                role -> role.isPresent()
                        ? inner.apply(new Standing(role, false))
                        : manage(organization, caller, "organization.members.read", inner));
    }

    private java.util.concurrent.CompletionStage<Boolean> recorded(
            Organization organization, Caller caller, String what) {
        return database.run(db -> {
            AuditLog.append(
                    db, clock.instant(), random, caller.id(), what, "organization/" + organization.id(), "override");
            return true;
        });
    }

    private static Set<Grant> grants(Optional<OrganizationRole> role, Caller caller) {
        return caller.grants(role.map(OrganizationRole::grant).map(Set::of).orElse(Set.of()));
    }
}
