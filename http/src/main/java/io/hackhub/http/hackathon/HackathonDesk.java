package io.hackhub.http.hackathon;

import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonReply.Refused;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Registration;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// Fetches what requests are about and holds them to the table of rights, as [Visits] does; carries commands to
/// hackathons.
final class HackathonDesk {

    private final HackathonPorts ports;
    private final Visits visits;

    HackathonDesk(HackathonPorts ports) {
        this.ports = ports;
        this.visits = new Visits(ports.guard(), ports.records()::find, ports.hackathons(), ports.overrides());
    }

    // Finding

    Route known(String idOrSlug, @Nullable Caller caller, Function<HackathonView, Route> inner) {
        return visits.visit(idOrSlug, caller, visit -> inner.apply(visit.hackathon()));
    }

    Route signedIn(String idOrSlug, BiFunction<HackathonView, Caller, Route> inner) {
        return ports.guard().signedIn(caller -> known(idOrSlug, caller, view -> inner.apply(view, caller)));
    }

    // Rights

    static Set<Grant> grants(HackathonView hackathon, Caller caller) {
        return new Visit(hackathon, caller).grants();
    }

    Route may(Action action, HackathonView hackathon, Caller caller, Supplier<Route> inner) {
        return visits.may(action, new Visit.SignedIn(new Visit(hackathon, caller), caller), inner);
    }

    // Doing

    Route tell(
            HackathonId id,
            org.apache.pekko.japi.function.Function<ActorRef<HackathonReply>, HackathonCommand> command,
            Function<HackathonReply, Route> then) {
        return onSuccess(
                ports.hackathons().ask(id, command),
                reply -> reply instanceof Refused refused ? HackathonProblems.of(refused) : then.apply(reply));
    }

    // Answering

    Route show(HackathonView hackathon, @Nullable Caller caller) {
        return json(hackathon, caller, body -> ETags.ok(hackathon.revision(), body));
    }

    Route answer(StatusCode status, HackathonReply reply, Caller caller, HttpHeader... headers) {
        var hackathon = ((HackathonReply.Accepted) reply).hackathon();
        return json(hackathon, caller, body -> ETags.answer(status, hackathon.revision(), body, headers));
    }

    Route answer(StatusCode status, HackathonId hackathon, Registration registration) {
        return onSuccess(
                ports.people().cards(List.of(registration.user())),
                cards -> onSuccess(
                        ports.records().applications(List.of(registration.id())),
                        data -> Json.answer(
                                status,
                                HackathonJson.registration(
                                        hackathon,
                                        registration,
                                        Objects.requireNonNull(cards.get(registration.user())),
                                        data.get(registration.id())))));
    }

    private Route json(HackathonView hackathon, @Nullable Caller caller, Function<Object, Route> answer) {
        return organization(
                hackathon.organization(),
                host -> answer.apply(HackathonJson.hackathon(hackathon, host, caller == null ? null : caller.id())));
    }

    Route organization(OrganizationId id, Function<Optional<Organization>, Route> inner) {
        return onSuccess(ports.hosts().findAll(List.of(id)), found -> inner.apply(Optional.ofNullable(found.get(id))));
    }
}
