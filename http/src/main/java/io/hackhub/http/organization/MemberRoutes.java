package io.hackhub.http.organization;

import static io.hackhub.http.shared.Validation.valid;
import static java.util.Objects.requireNonNull;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEnd;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.account.Cards;
import io.hackhub.core.account.User;
import io.hackhub.core.organization.Member;
import io.hackhub.core.organization.Organization;
import io.hackhub.core.organization.OrganizationMembers;
import io.hackhub.core.organization.OrganizationMembers.By;
import io.hackhub.core.organization.OrganizationReply;
import io.hackhub.core.organization.OrganizationReply.Accepted;
import io.hackhub.core.organization.OrganizationReply.MemberIs;
import io.hackhub.core.organization.OrganizationReply.Refused;
import io.hackhub.core.organization.OrganizationReply.Removed;
import io.hackhub.core.organization.OrganizationRole;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.organization.OrganizationBodies.AddMember;
import io.hackhub.http.organization.OrganizationBodies.ChangeMember;
import io.hackhub.http.organization.OrganizationBodies.MemberView;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Idempotency;
import io.hackhub.http.shared.Ids;
import io.hackhub.http.shared.Instants;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging;
import io.hackhub.http.shared.Paging.Page;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Problems.FieldError;
import io.hackhub.http.shared.RateLimits;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;

/// `/organizations/{id}/members`.
public final class MemberRoutes {

    /// Finds the organization of the path, or answers 404.
    @FunctionalInterface
    interface Known {
        Route organization(Function<Organization, Route> inner);
    }

    private final OrganizationMembers members;
    private final Cards cards;
    private final Guard guard;
    private final Access access;
    private final Idempotency idempotency;
    private final RateLimits limits;

    public MemberRoutes(
            OrganizationMembers members,
            Cards cards,
            Guard guard,
            Access access,
            Idempotency idempotency,
            RateLimits limits) {
        this.members = members;
        this.cards = cards;
        this.guard = guard;
        this.access = access;
        this.idempotency = idempotency;
        this.limits = limits;
    }

    Route routes(Known known) {
        return concat(
                pathEnd(() -> concat(
                        get(() -> guard.signedIn(caller -> known.organization(it -> list(it, caller)))),
                        post(() -> guard.signedIn(caller -> known.organization(it -> add(it, caller)))))),
                path(
                        segment(),
                        Ids.of(
                                UserId::of,
                                user -> concat(
                                        put(() -> guard.signedIn(
                                                caller -> known.organization(it -> change(it, caller, user)))),
                                        delete(() -> guard.signedIn(
                                                caller -> known.organization(it -> remove(it, caller, user))))))));
    }

    private Route list(Organization organization, Caller caller) {
        return access.see(
                organization,
                caller,
                _ -> Paging.paged(
                        MemberRoutes::place,
                        (limit, after) -> onSuccess(
                                members.page(organization.id(), after, limit + 1)
                                        .thenApply(found -> Paging.page(found, limit, MemberRoutes::key))
                                        .thenCompose(this::views),
                                Json::ok)));
    }

    private Route add(Organization organization, Caller caller) {
        return access.manage(
                organization,
                caller,
                "organization.member.add",
                as -> limits.byUser(
                        RateLimits.CREATE,
                        caller,
                        () -> idempotency.once(
                                caller,
                                () -> Json.body(
                                        AddMember.class,
                                        body -> valid(
                                                body::check,
                                                () -> onSuccess(
                                                        cards.byEmailOrUsername(body.who()),
                                                        user -> user.map(it -> onMember(
                                                                        StatusCodes.CREATED,
                                                                        members.add(
                                                                                organization.id(),
                                                                                it.id(),
                                                                                body.role(),
                                                                                by(caller, as)),
                                                                        it))
                                                                .orElseGet(() -> unknown(body))))))));
    }

    private Route change(Organization organization, Caller caller, UserId user) {
        return access.manage(
                organization,
                caller,
                "organization.member.change",
                as -> Json.body(
                        ChangeMember.class,
                        body -> onSuccess(
                                members.changeRole(organization.id(), user, body.role(), by(caller, as)),
                                reply -> answer(StatusCodes.OK, reply))));
    }

    private Route remove(Organization organization, Caller caller, UserId user) {
        Function<Access.Standing, Route> removing = as -> onSuccess(
                members.remove(organization.id(), user, by(caller, as)), reply -> answer(StatusCodes.OK, reply));
        return caller.id().equals(user)
                ? access.see(organization, caller, removing)
                : access.manage(organization, caller, "organization.member.remove", removing);
    }

    private static By by(Caller caller, Access.Standing as) {
        return new By(caller.id(), as.asOwner());
    }

    private Route onMember(StatusCode status, CompletionStage<OrganizationReply> replying, User user) {
        return onSuccess(
                replying,
                reply -> reply instanceof MemberIs(var member)
                        ? Json.answer(status, new MemberView(user.card(), member.role(), member.since()))
                        : answer(status, reply));
    }

    private Route answer(StatusCode status, OrganizationReply reply) {
        return switch (reply) {
            case MemberIs(var member) ->
                onSuccess(
                        views(new Page<>(List.of(member), null)),
                        page -> Json.answer(status, page.items().getFirst()));
            case Accepted(var organization) -> Json.answer(status, organization);
            case Removed() -> Json.noContent();
            case Refused(var reason) -> OrganizationRoutes.refuse(reason);
        };
    }

    private static Route unknown(AddMember body) {
        var field = body.email() == null ? "/username" : "/email";
        return Problems.invalid(List.of(new FieldError(field, "unknown", "has no account here")));
    }

    private CompletableFuture<Page<MemberView>> views(Page<Member> page) {
        return cards.cards(page.items().stream().map(Member::user).toList())
                .thenApply(cards -> page.map(member ->
                        new MemberView(requireNonNull(cards.get(member.user())), member.role(), member.since())));
    }

    private static List<String> key(Member last) {
        return List.of(last.since().toString(), last.user().toString());
    }

    private static Member place(List<String> key) {
        return new Member(UserId.of(key.get(1)), OrganizationRole.STAFF, Instants.parse(key.get(0)));
    }
}
