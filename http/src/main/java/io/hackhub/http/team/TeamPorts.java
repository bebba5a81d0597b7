package io.hackhub.http.team;

import io.hackhub.core.access.Action;
import io.hackhub.core.account.Card;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand;
import io.hackhub.http.shared.Asks;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.RateLimits;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.http.javadsl.server.Route;

/// What the routes here need of the rest of the program. `random` must be one that nobody can foresee: invitation codes
/// come from it.
public record TeamPorts(
        Guard guard,
        RateLimits limits,
        Once once,
        Asks asks,
        Function<TeamId, RecipientRef<TeamCommand>> teams,
        Function<HackathonId, RecipientRef<HackathonCommand>> hackathons,
        HackathonNames names,
        People people,
        Overrides overrides,
        Database database,
        InstantSource clock,
        RandomGenerator random) {

    /// Runs a request once for each `Idempotency-Key` of the caller.
    @FunctionalInterface
    public interface Once {
        Route once(Caller caller, Supplier<Route> inner);
    }

    /// Finds a hackathon by id or slug.
    @FunctionalInterface
    public interface HackathonNames {
        CompletionStage<Optional<HackathonId>> find(String idOrSlug);
    }

    /// Everybody's card, also of those whose account is gone.
    @FunctionalInterface
    public interface People {
        CompletionStage<Map<UserId, Card>> cards(Collection<UserId> ids);
    }

    /// Writes into the audit log that an admin does this over somebody's head; the act waits for it.
    @FunctionalInterface
    public interface Overrides {
        CompletionStage<?> note(UserId admin, Action action, String target);
    }
}
