package io.hackhub.http.hackathon;

import io.hackhub.core.access.Action;
import io.hackhub.core.account.Card;
import io.hackhub.core.account.User;
import io.hackhub.core.hackathon.HackathonRecords;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.organization.Managers;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.RateLimits;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.pekko.http.javadsl.server.Route;

/// What the routes here need of the rest of the program.
///
/// @param verifyEmail whether who has not confirmed their address may not work for a hackathon
public record HackathonPorts(
        Guard guard,
        RateLimits limits,
        Once once,
        Hackathons hackathons,
        HackathonRecords records,
        Hosts hosts,
        People people,
        Overrides overrides,
        boolean verifyEmail,
        InstantSource clock,
        RandomGenerator random) {

    /// Runs a request once for each `Idempotency-Key` of the caller.
    @FunctionalInterface
    public interface Once {
        Route once(Caller caller, Supplier<Route> inner);
    }

    /// The organizations that hold hackathons.
    public interface Hosts {
        CompletionStage<Map<OrganizationId, Organization>> findAll(Collection<OrganizationId> ids);

        CompletionStage<Managers> managers(OrganizationId organization);
    }

    /// Everybody's card, also of those whose account is gone.
    @FunctionalInterface
    public interface Cards {
        CompletionStage<Map<UserId, Card>> cards(Collection<UserId> ids);
    }

    /// Who is who.
    public interface People extends Cards {
        CompletionStage<Optional<User>> byEmailOrUsername(String text);
    }

    /// Writes into the audit log that an admin does this over somebody's head; the act waits for it.
    @FunctionalInterface
    public interface Overrides {
        CompletionStage<?> note(UserId admin, Action action, String target);
    }
}
