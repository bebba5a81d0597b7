package io.hackhub.http.organization;

import static io.hackhub.http.shared.Problems.problem;
import static io.hackhub.http.shared.Validation.valid;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEnd;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Policy;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.organization.Organization.VerificationStatus;
import io.hackhub.core.organization.OrganizationReply;
import io.hackhub.core.organization.OrganizationReply.Accepted;
import io.hackhub.core.organization.OrganizationReply.MemberIs;
import io.hackhub.core.organization.OrganizationReply.Refused;
import io.hackhub.core.organization.OrganizationReply.Removed;
import io.hackhub.core.organization.Organizations;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.http.organization.OrganizationBodies.Verify;
import io.hackhub.http.organization.OrganizationBodies.Write;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Choices;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Idempotency;
import io.hackhub.http.shared.Instants;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.Validation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// `/organizations`: everybody may read one; its people stand in [MemberRoutes].
public final class OrganizationRoutes {

    /// `GET /organizations/{id}/hackathons`, which another feature answers.
    @FunctionalInterface
    public interface Hackathons {
        Route of(OrganizationId organization, Optional<Caller> caller);
    }

    private final Organizations organizations;
    private final MemberRoutes members;
    private final Hackathons hackathons;
    private final Guard guard;
    private final Access access;
    private final Idempotency idempotency;
    private final RateLimits limits;

    public OrganizationRoutes(
            Organizations organizations,
            MemberRoutes members,
            Hackathons hackathons,
            Guard guard,
            Access access,
            Idempotency idempotency,
            RateLimits limits) {
        this.organizations = organizations;
        this.members = members;
        this.hackathons = hackathons;
        this.guard = guard;
        this.access = access;
        this.idempotency = idempotency;
        this.limits = limits;
    }

    public Route routes() {
        return pathPrefix(
                "organizations",
                () -> concat(
                        pathEnd(() -> concat(
                                get(() -> guard.signedIn(this::ofStatus)), post(() -> guard.signedIn(this::found)))),
                        path("verify", () -> post(() -> guard.signedIn(this::verify))),
                        pathPrefix(segment(), id -> one(id))));
    }

    private Route one(String idOrSlug) {
        return concat(
                pathEnd(() -> concat(
                        get(() -> known(idOrSlug, it -> ETags.ok(it.version(), it))),
                        put(() -> guard.signedIn(caller -> known(idOrSlug, it -> change(it, caller)))))),
                path(
                        "hackathons",
                        () -> get(() -> guard.maybe(caller -> known(idOrSlug, it -> hackathons.of(it.id(), caller))))),
                pathPrefix("members", () -> members.routes(inner -> known(idOrSlug, inner))));
    }

    private Route known(String idOrSlug, Function<Organization, Route> inner) {
        return onSuccess(
                organizations.find(idOrSlug),
                organization -> organization.map(inner).orElseGet(Problems::notFound));
    }

    private Route found(Caller caller) {
        if (!caller.emailVerified()) {
            return problem(Problem.FORBIDDEN, "Confirm your e-mail address first.");
        }
        return limits.byUser(
                RateLimits.CREATE,
                caller,
                () -> idempotency.once(
                        caller,
                        () -> Json.body(
                                Write.class,
                                body -> valid(
                                        body::check,
                                        () -> onSuccess(
                                                organizations.found(
                                                        caller.id(), Optional.ofNullable(body.slug()), body.details()),
                                                reply -> answer(StatusCodes.CREATED, reply))))));
    }

    private Route change(Organization organization, Caller caller) {
        return access.manage(
                organization,
                caller,
                "organization.change",
                _ -> Json.body(
                        Write.class,
                        body -> valid(
                                it -> check(it, body, organization),
                                () -> ETags.expected(version -> onSuccess(
                                        organizations.change(organization.id(), body.details(), version),
                                        reply -> answer(StatusCodes.OK, reply))))));
    }

    private static void check(Validation it, Write body, Organization organization) {
        body.check(it);
        it.check(body.slug() == null || organization.slug().equals(body.slug()), "/slug", "fixed", "cannot be changed");
    }

    /// What admins look through: `?verificationStatus=`, by default those that wait.
    private Route ofStatus(Caller caller) {
        if (!administers(caller)) {
            return problem(Problem.FORBIDDEN);
        }
        return Choices.parameter(
                "verificationStatus",
                VerificationStatus.class,
                status -> page(status.orElse(VerificationStatus.PENDING)));
    }

    private Route page(VerificationStatus status) {
        return Paging.paged(
                key -> new Organizations.After(Instants.parse(key.getFirst()), OrganizationId.of(key.getLast())),
                (limit, after) -> onSuccess(
                        organizations.ofStatus(status, after, limit + 1),
                        found -> Json.ok(Paging.page(
                                found,
                                limit,
                                it -> List.of(it.createdAt().toString(), it.id().toString())))));
    }

    private static boolean administers(Caller caller) {
        return Policy.allows(Action.ADMINISTER, caller.grants(Set.of()));
    }

    private Route verify(Caller caller) {
        if (!administers(caller)) {
            return problem(Problem.FORBIDDEN);
        }
        return Json.body(
                Verify.class,
                body -> valid(
                        body::check,
                        () -> onSuccess(
                                organizations.verify(body.organizationId(), body.status(), body.reason(), caller.id()),
                                reply -> answer(StatusCodes.OK, reply))));
    }

    private static Route answer(StatusCode status, OrganizationReply reply) {
        return switch (reply) {
            case Accepted(var it)
            when status.equals(StatusCodes.CREATED) ->
                ETags.answer(
                        status, it.version(), it, RawHeader.create("Location", "/api/v1/organizations/" + it.id()));
            case Accepted(var it) -> ETags.answer(status, it.version(), it);
            case MemberIs(var member) -> Json.answer(status, member);
            case Removed() -> Json.noContent();
            case Refused(var reason) -> refuse(reason);
        };
    }

    static Route refuse(OrganizationReply.Reason reason) {
        return switch (reason) {
            case NOT_FOUND, NO_SUCH_MEMBER -> Problems.notFound();
            case SLUG_TAKEN -> problem(Problem.SLUG_TAKEN);
            case STALE -> ETags.stale();
            case ALREADY_MEMBER -> problem(Problem.CONFLICT, "They are a member already.");
            case LAST_OWNER -> problem(Problem.CONFLICT, "An organization needs an owner.");
            case OWNERS_ONLY -> problem(Problem.FORBIDDEN, "Only an owner makes and unmakes owners.");
        };
    }
}
