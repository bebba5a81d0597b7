package io.hackhub.http.hackathon;

import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.HackathonCommand.Create;
import io.hackhub.core.hackathon.HackathonCommand.ManagersAre;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.TellingManagers;
import io.hackhub.core.organization.Managers;
import io.hackhub.core.organization.Slugs;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Problems.FieldError;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.Validation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// `POST /hackathons`: the name is reserved first, then the hackathon is made under it.
final class FoundingRoute {

    private static final int NAMES_TRIED = 5;
    private static final int FOUR_DIGITS = 1_679_616;
    private static final int FIVE_DIGITS = 60_466_176;

    private record Plan(HackathonId id, String slug, HackathonBody body, Managers managers, Caller caller) {
        OrganizationId organization() {
            return managers.organization();
        }
    }

    private final HackathonPorts ports;
    private final HackathonDesk desk;

    FoundingRoute(HackathonPorts ports, HackathonDesk desk) {
        this.ports = ports;
        this.desk = desk;
    }

    Route found() {
        return ports.guard()
                .signedIn(caller -> !caller.emailVerified()
                        ? Problems.problem(Problem.FORBIDDEN, "Confirm your e-mail address first.")
                        : ports.limits()
                                .byUser(
                                        RateLimits.CREATE,
                                        caller,
                                        () -> ports.once()
                                                .once(
                                                        caller,
                                                        () -> Json.body(
                                                                HackathonBody.class, body -> valid(body, caller)))));
    }

    private Route valid(HackathonBody body, Caller caller) {
        return Validation.valid(it -> HackathonRules.create(it, body), () -> {
            var organization = Objects.requireNonNull(body.organizationId());
            return desk.organization(
                    organization,
                    host -> host.isEmpty()
                            ? Problems.invalid(
                                    List.of(new FieldError("/organizationId", "unknown", "names no organization")))
                            : onSuccess(
                                    ports.hosts().managers(organization),
                                    managers -> authorized(body, managers, caller)));
        });
    }

    private Route authorized(HackathonBody body, Managers managers, Caller caller) {
        var id = new HackathonId(Uuids.v7(ports.clock().instant(), ports.random()));
        return switch (Policy.decide(Action.EDIT_HACKATHON, grants(managers, caller))) {
            case DENIED -> Problems.problem(Problem.FORBIDDEN, "Only its owners and admins hold hackathons.");
            case ALLOWED -> named(id, body, managers, caller);
            case OVERRIDE ->
                onSuccess(
                        ports.overrides().note(caller.id(), Action.EDIT_HACKATHON, "hackathon/" + id),
                        _ -> named(id, body, managers, caller));
        };
    }

    private static Set<Grant> grants(Managers managers, Caller caller) {
        return caller.grants(managers.roles().containsKey(caller.id()) ? Set.of(Grant.ORGANIZER) : Set.of());
    }

    private Route named(HackathonId id, HackathonBody body, Managers managers, Caller caller) {
        Function<String, Plan> plan = slug -> new Plan(id, slug, body, managers, caller);
        var wanted = body.slug();
        return wanted != null
                ? onSuccess(
                        ports.records().reserve(wanted, id, managers.organization()),
                        free -> free ? create(plan.apply(wanted)) : Problems.problem(Problem.SLUG_TAKEN))
                : onSuccess(
                        reserve(Slugs.of(body.title()), id, managers.organization(), NAMES_TRIED),
                        slug -> create(plan.apply(slug)));
    }

    private CompletionStage<String> reserve(String base, HackathonId id, OrganizationId organization, int tries) {
        var slug = tries == NAMES_TRIED
                ? base
                : base + "-" + Integer.toString(ports.random().nextInt(FOUR_DIGITS, FIVE_DIGITS), Character.MAX_RADIX);
        return ports.records().reserve(slug, id, organization).thenCompose(free -> {
            if (free) {
                return CompletableFuture.completedFuture(slug);
            }
            return tries == 0
                    ? CompletableFuture.failedFuture(new IllegalStateException("no free name for " + base))
                    : reserve(base, id, organization, tries - 1);
        });
    }

    private Route create(Plan plan) {
        return desk.tell(
                plan.id(),
                replyTo -> new Create(
                        plan.organization(),
                        plan.slug(),
                        plan.body().details(),
                        plan.body().milestones(),
                        plan.managers().version(),
                        TellingManagers.list(plan.managers()),
                        plan.caller().id(),
                        replyTo),
                reply -> onSuccess(managersAfter(plan), _ -> created(plan, reply)));
    }

    /// Whoever became or ceased to be a manager while it was made.
    private CompletionStage<Done> managersAfter(Plan plan) {
        return ports.hosts()
                .managers(plan.organization())
                .thenCompose(now -> now.version() <= plan.managers().version()
                        ? CompletableFuture.completedFuture(Done.getInstance())
                        : ports.hackathons().<Done>ask(plan.id(), replyTo -> managersAre(now, replyTo)));
    }

    private static ManagersAre managersAre(Managers now, ActorRef<Done> replyTo) {
        return new ManagersAre(now.version(), TellingManagers.list(now), replyTo);
    }

    private Route created(Plan plan, HackathonReply reply) {
        return desk.answer(
                StatusCodes.CREATED,
                reply,
                plan.caller(),
                RawHeader.create("Location", "/api/v1/hackathons/" + plan.id()));
    }
}
