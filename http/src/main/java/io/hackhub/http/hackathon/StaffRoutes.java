package io.hackhub.http.hackathon;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.parameterOptional;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEnd;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Grant;
import io.hackhub.core.account.User;
import io.hackhub.core.hackathon.HackathonCommand.SetStaff;
import io.hackhub.core.hackathon.HackathonReply.Accepted;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Manager;
import io.hackhub.core.hackathon.Staff;
import io.hackhub.core.hackathon.StaffRole;
import io.hackhub.core.shared.Texts;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.hackathon.HackathonJson.StaffShape;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Ids;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging.Page;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Problems.FieldError;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/hackathons/{id}/staff` and `/hackathons/{id}/people`.
final class StaffRoutes {

    private static final int MAX_PEOPLE = 20;

    record NewStaff(@Nullable String email, @Nullable String username, List<StaffRole> roles) {

        void check(Validation it) {
            it.check(
                    (email == null) != (username == null),
                    "/username",
                    "required",
                    "or email, one of both, is required");
            it.text("/email", email, 3, 254);
            it.text("/username", username, 1, 100);
            checkRoles(it, roles);
        }

        String who() {
            return email == null ? Objects.requireNonNull(username) : email;
        }

        String field() {
            return email == null ? "/username" : "/email";
        }
    }

    record Roles(List<StaffRole> roles) {
        void check(Validation it) {
            checkRoles(it, roles);
        }
    }

    private final HackathonPorts ports;
    private final HackathonDesk desk;

    StaffRoutes(HackathonPorts ports, HackathonDesk desk) {
        this.ports = ports;
        this.desk = desk;
    }

    Route of(String hackathon) {
        return concat(
                pathPrefix(
                        "staff",
                        () -> concat(
                                pathEnd(() -> concat(get(() -> list(hackathon)), post(() -> add(hackathon)))),
                                path(
                                        segment(),
                                        Ids.of(
                                                UserId::of,
                                                user -> concat(
                                                        put(() -> change(hackathon, user)),
                                                        delete(() -> remove(hackathon, user))))))),
                path("people", () -> get(() -> people(hackathon))));
    }

    private static void checkRoles(Validation it, List<StaffRole> roles) {
        it.check(!roles.isEmpty(), "/roles", "too-few", "must have at least one");
        it.check(Set.copyOf(roles).size() == roles.size(), "/roles", "duplicate", "must not repeat an entry");
    }

    private Route list(String idOrSlug) {
        return among(idOrSlug, (hackathon, _) -> {
            var staff = everybody(hackathon);
            return onSuccess(
                    ports.people().cards(staff.stream().map(Staff::user).toList()),
                    cards -> Json.ok(new Page<>(
                            staff.stream()
                                    .map(it -> new StaffShape(Objects.requireNonNull(cards.get(it.user())), it.roles()))
                                    .toList(),
                            null)));
        });
    }

    /// The organization's owners and admins are organizers, whatever else they do here.
    private static List<Staff> everybody(HackathonView hackathon) {
        var managers = hackathon.managers().stream().map(Manager::user).toList();
        var staff = hackathon.staff().stream().map(Staff::user);
        return Stream.concat(managers.stream(), staff)
                .distinct()
                .map(user -> new Staff(
                        user,
                        Arrays.stream(StaffRole.values())
                                .filter(role -> hackathon.with(role).contains(user))
                                .toList()))
                .toList();
    }

    private Route add(String idOrSlug) {
        return configuring(
                idOrSlug,
                (hackathon, caller) -> ports.limits()
                        .byUser(
                                RateLimits.CREATE,
                                caller,
                                () -> ports.once()
                                        .once(
                                                caller,
                                                () -> Json.body(
                                                        NewStaff.class, body -> found(hackathon, body, caller)))));
    }

    /// Tells whether somebody has an account, and is limited for that.
    private Route found(HackathonView hackathon, NewStaff body, Caller caller) {
        return Validation.valid(
                body::check,
                () -> onSuccess(
                        ports.people().byEmailOrUsername(body.who()),
                        user -> user.map(it -> add(hackathon, body, it, caller))
                                .orElseGet(() -> unfit(body, "unknown", "has no account here"))));
    }

    private Route add(HackathonView hackathon, NewStaff body, User user, Caller caller) {
        return user.emailVerified() || !ports.verifyEmail()
                ? set(hackathon, user.id(), body.roles(), true, caller, StatusCodes.CREATED)
                : unfit(body, "unverified", "has not confirmed the e-mail address yet");
    }

    private static Route unfit(NewStaff body, String code, String message) {
        return Problems.invalid(List.of(new FieldError(body.field(), code, message)));
    }

    private Route change(String idOrSlug, UserId user) {
        return configuring(
                idOrSlug,
                (hackathon, caller) -> Json.body(
                        Roles.class,
                        body -> Validation.valid(
                                body::check, () -> set(hackathon, user, body.roles(), false, caller, StatusCodes.OK))));
    }

    private Route remove(String idOrSlug, UserId user) {
        return configuring(
                idOrSlug,
                (hackathon, caller) -> desk.tell(
                        hackathon.id(),
                        replyTo -> new SetStaff(user, List.of(), false, caller.id(), replyTo),
                        _ -> Json.noContent()));
    }

    private Route set(
            HackathonView hackathon,
            UserId user,
            List<StaffRole> roles,
            boolean keep,
            Caller caller,
            StatusCode status) {
        return desk.tell(
                hackathon.id(),
                replyTo -> new SetStaff(user, roles, keep, caller.id(), replyTo),
                reply -> onSuccess(
                        ports.people().cards(List.of(user)),
                        cards -> Json.answer(
                                status,
                                new StaffShape(
                                        Objects.requireNonNull(cards.get(user)),
                                        roles(((Accepted) reply).hackathon(), user)))));
    }

    private static List<StaffRole> roles(HackathonView hackathon, UserId user) {
        return hackathon.staff().stream()
                .filter(it -> it.user().equals(user))
                .findFirst()
                .map(Staff::roles)
                .orElse(List.of());
    }

    private Route people(String idOrSlug) {
        return among(
                idOrSlug,
                (hackathon, _) -> parameterOptional(
                        "q",
                        text -> Texts.isLonger(text.orElse(""), 100)
                                ? Problems.invalid(
                                        List.of(new FieldError("?q", "too-long", "must have at most 100 characters")))
                                : found(hackathon, text.orElse("").strip())));
    }

    private Route found(HackathonView hackathon, String text) {
        return onSuccess(
                ports.records().people(hackathon.id(), text, MAX_PEOPLE),
                ids -> onSuccess(
                        ports.people().cards(ids),
                        cards -> Json.ok(new Page<>(
                                ids.stream()
                                        .map(id -> Objects.requireNonNull(cards.get(id)))
                                        .toList(),
                                null))));
    }

    private interface Inner {
        Route of(HackathonView hackathon, Caller caller);
    }

    private Route configuring(String idOrSlug, Inner inner) {
        return desk.signedIn(
                idOrSlug,
                (hackathon, caller) ->
                        desk.may(Action.CONFIGURE_JUDGING, hackathon, caller, () -> inner.of(hackathon, caller)));
    }

    /// For those who take part or work there, and platform admins.
    private Route among(String idOrSlug, Inner inner) {
        return desk.signedIn(idOrSlug, (hackathon, caller) -> {
            var grants = HackathonDesk.grants(hackathon, caller);
            boolean theirs = grants.contains(Grant.PARTICIPANT)
                    || grants.contains(Grant.ADMIN)
                    || grants.stream().anyMatch(Grant::isStaff);
            return theirs ? inner.of(hackathon, caller) : Problems.problem(Problem.FORBIDDEN);
        });
    }
}
