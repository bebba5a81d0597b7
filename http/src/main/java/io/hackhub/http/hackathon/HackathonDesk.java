package io.hackhub.http.hackathon;

import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonReply.Refused;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Registration;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import java.util.EnumSet;
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

/// Fetches what requests are about, holds them to the table of rights, and carries commands to hackathons. What may not
/// be known of is not found.
final class HackathonDesk {

    private final HackathonPorts ports;

    HackathonDesk(HackathonPorts ports) {
        this.ports = ports;
    }

    // Finding

    Route known(String idOrSlug, @Nullable Caller caller, Function<HackathonView, Route> inner) {
        return onSuccess(
                ports.records().find(idOrSlug),
                id -> id.isEmpty()
                        ? Problems.notFound()
                        : onSuccess(
                                ports.hackathons().view(id.get(), caller == null ? null : caller.id()),
                                view -> view.filter(it -> knows(it, caller))
                                        .map(inner)
                                        .orElseGet(Problems::notFound)));
    }

    Route signedIn(String idOrSlug, BiFunction<HackathonView, Caller, Route> inner) {
        return ports.guard().signedIn(caller -> known(idOrSlug, caller, view -> inner.apply(view, caller)));
    }

    // Rights

    static Set<Grant> grants(HackathonView hackathon, Caller caller) {
        var grants = EnumSet.noneOf(Grant.class);
        grants.addAll(hackathon.grants());
        if (caller.admin()) {
            grants.add(Grant.ADMIN);
        }
        return grants;
    }

    /// 403 unless the table allows it; an admin's override is in the audit log before anything happens.
    Route may(Action action, HackathonView hackathon, Caller caller, Supplier<Route> inner) {
        return switch (Policy.decide(action, grants(hackathon, caller))) {
            case ALLOWED -> inner.get();
            case DENIED -> Problems.problem(Problem.FORBIDDEN);
            case OVERRIDE ->
                onSuccess(ports.overrides().note(caller.id(), action, "hackathon/" + hackathon.id()), _ -> inner.get());
        };
    }

    private static boolean knows(HackathonView hackathon, @Nullable Caller caller) {
        return hackathon.known() || (caller != null && caller.admin());
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

    static Function<String, Route> user(Function<UserId, Route> inner) {
        return text -> {
            UserId id;
            try {
                id = UserId.of(text);
            } catch (IllegalArgumentException notAnId) {
                return Problems.notFound();
            }
            return inner.apply(id);
        };
    }
}
