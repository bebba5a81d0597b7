package io.hackhub.http.hackathon;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEnd;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Validation;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/hackathons` and what hangs from one, teams, judging and updates apart.
public final class HackathonRoutes {

    record Transition(
            HackathonStatus to,
            @Nullable String reason,
            @Nullable Instant registrationEnd,
            @Nullable Instant endDate) {

        void check(Validation it) {
            it.text("/reason", reason, 0, 2_000);
        }
    }

    private final HackathonPorts ports;
    private final HackathonDesk desk;
    private final ListRoutes lists;
    private final FoundingRoute founding;
    private final RegistrationRoutes registrations;
    private final StaffRoutes staff;

    public HackathonRoutes(HackathonPorts ports) {
        this.ports = ports;
        this.desk = new HackathonDesk(ports);
        this.lists = new ListRoutes(ports);
        this.founding = new FoundingRoute(ports, desk);
        this.registrations = new RegistrationRoutes(ports, desk);
        this.staff = new StaffRoutes(ports, desk);
    }

    public Route routes() {
        return pathPrefix(
                "hackathons",
                () -> concat(
                        pathEnd(() -> concat(get(lists::list), post(founding::found))),
                        path("search", () -> get(lists::search)),
                        pathPrefix(segment(), this::one)));
    }

    /// `GET /organizations/{id}/hackathons`.
    public Route ofOrganization(OrganizationId organization, Optional<Caller> caller) {
        return lists.ofOrganization(organization, caller.orElse(null));
    }

    private Route one(String idOrSlug) {
        return concat(
                pathEnd(() -> concat(get(() -> show(idOrSlug)), put(() -> change(idOrSlug)))),
                path("transitions", () -> post(() -> transition(idOrSlug))),
                registrations.of(idOrSlug),
                staff.of(idOrSlug));
    }

    private Route show(String idOrSlug) {
        return ports.guard()
                .maybe(caller -> desk.known(
                        idOrSlug, caller.orElse(null), hackathon -> desk.show(hackathon, caller.orElse(null))));
    }

    private Route change(String idOrSlug) {
        return desk.signedIn(
                idOrSlug,
                (hackathon, caller) -> desk.may(
                        Action.EDIT_HACKATHON,
                        hackathon,
                        caller,
                        () -> Json.body(
                                HackathonBody.class,
                                body -> Validation.valid(
                                        it -> check(it, body, hackathon),
                                        () -> ETags.expected(
                                                expected -> changed(hackathon, body, expected, caller))))));
    }

    /// Where a hackathon is found and to whom it belongs stays as it was made.
    private static void check(Validation it, HackathonBody body, HackathonView hackathon) {
        HackathonRules.check(it, body);
        it.check(body.slug() == null || hackathon.slug().equals(body.slug()), "/slug", "fixed", "cannot be changed");
        it.check(
                body.organizationId() == null || hackathon.organization().equals(body.organizationId()),
                "/organizationId",
                "fixed",
                "cannot be changed");
    }

    private Route changed(HackathonView hackathon, HackathonBody body, OptionalLong expected, Caller caller) {
        return desk.tell(
                hackathon.id(),
                replyTo -> new HackathonCommand.Change(
                        body.details(), body.milestones(), version(expected), caller.id(), replyTo),
                reply -> desk.answer(StatusCodes.OK, reply, caller));
    }

    private Route transition(String idOrSlug) {
        return desk.signedIn(
                idOrSlug,
                (hackathon, caller) -> desk.may(
                        Action.EDIT_HACKATHON,
                        hackathon,
                        caller,
                        () -> Json.body(
                                Transition.class,
                                body -> Validation.valid(body::check, () -> authorized(hackathon, body, caller)))));
    }

    /// Results that were published are taken back by an owner of the organization alone.
    private Route authorized(HackathonView hackathon, Transition body, Caller caller) {
        boolean reopens = hackathon.status() == HackathonStatus.COMPLETED && body.to() == HackathonStatus.JUDGING;
        if (reopens && !caller.admin() && !hackathon.grants().contains(Grant.ORGANIZATION_OWNER)) {
            return Problems.problem(Problem.FORBIDDEN, "Only an owner of the organization takes results back.");
        }
        return ETags.expected(expected -> desk.organization(
                hackathon.organization(),
                host -> move(
                        hackathon, body, host.filter(Organization::isVerified).isPresent(), expected, caller)));
    }

    private Route move(
            HackathonView hackathon, Transition body, boolean verified, OptionalLong expected, Caller caller) {
        var registrationEnd = body.registrationEnd();
        var endDate = body.endDate();
        return desk.tell(
                hackathon.id(),
                replyTo -> new HackathonCommand.Move(
                        body.to(),
                        body.reason(),
                        registrationEnd == null ? null : HackathonBody.precise(registrationEnd),
                        endDate == null ? null : HackathonBody.precise(endDate),
                        verified,
                        version(expected),
                        caller.id(),
                        replyTo),
                reply -> desk.answer(StatusCodes.OK, reply, caller));
    }

    static @Nullable Long version(OptionalLong expected) {
        return expected.isPresent() ? expected.getAsLong() : null;
    }
}
