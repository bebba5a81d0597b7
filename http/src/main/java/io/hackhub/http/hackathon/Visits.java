package io.hackhub.http.hackathon;

import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.http.hackathon.HackathonPorts.Overrides;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// How other features' routes below `/hackathons/{id}` get to their hackathon, and hold the caller to the table of
/// rights. What may not be known of is not found.
public final class Visits {

    /// Finds a hackathon by id or slug.
    @FunctionalInterface
    public interface Names {
        CompletionStage<Optional<HackathonId>> find(String idOrSlug);
    }

    private final Guard guard;
    private final Names names;
    private final Hackathons hackathons;
    private final Overrides overrides;

    public Visits(Guard guard, Names names, Hackathons hackathons, Overrides overrides) {
        this.guard = guard;
        this.names = names;
        this.hackathons = hackathons;
        this.overrides = overrides;
    }

    /// Guests too.
    public Route open(String idOrSlug, Function<Visit, Route> inner) {
        return guard.maybe(caller -> visit(idOrSlug, caller.orElse(null), inner));
    }

    public Route signedIn(String idOrSlug, Function<Visit.SignedIn, Route> inner) {
        return guard.signedIn(
                caller -> visit(idOrSlug, caller, visit -> inner.apply(new Visit.SignedIn(visit, caller))));
    }

    /// By whom the guard has let in already.
    public Route visit(String idOrSlug, @Nullable Caller caller, Function<Visit, Route> inner) {
        return onSuccess(
                names.find(idOrSlug), id -> id.isPresent() ? visit(id.get(), caller, inner) : Problems.notFound());
    }

    public Route visit(HackathonId id, @Nullable Caller caller, Function<Visit, Route> inner) {
        return onSuccess(
                hackathons.view(id, caller == null ? null : caller.id()),
                view -> view.map(it -> new Visit(it, caller))
                        .filter(Visit::known)
                        .map(inner)
                        .orElseGet(Problems::notFound));
    }

    /// 403 unless the table allows it; an admin's override is in the audit log before anything happens.
    public Route may(Action action, Visit.SignedIn visit, Supplier<Route> inner) {
        return switch (Policy.decide(action, visit.grants())) {
            case ALLOWED -> inner.get();
            case DENIED -> Problems.problem(Problem.FORBIDDEN);
            case OVERRIDE ->
                onSuccess(overrides.note(visit.caller().id(), action, "hackathon/" + visit.id()), _ -> inner.get());
        };
    }
}
