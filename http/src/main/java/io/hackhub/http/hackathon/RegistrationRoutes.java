package io.hackhub.http.hackathon;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEnd;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.access.Action;
import io.hackhub.core.access.Policy;
import io.hackhub.core.hackathon.HackathonCommand.CheckIn;
import io.hackhub.core.hackathon.HackathonCommand.Register;
import io.hackhub.core.hackathon.HackathonCommand.Withdraw;
import io.hackhub.core.hackathon.HackathonReply;
import io.hackhub.core.hackathon.HackathonReply.Enrolled;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.hackathon.HackathonReply.Refused;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Registration;
import io.hackhub.core.hackathon.RegistrationStatus;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.http.hackathon.HackathonJson.RegistrationShape;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Choices;
import io.hackhub.http.shared.Ids;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging;
import io.hackhub.http.shared.Paging.Page;
import io.hackhub.http.shared.Validation;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/hackathons/{id}/register` and `/hackathons/{id}/registrations`.
final class RegistrationRoutes {

    private static final int MAX_DATA = 20_000;

    record Application(@Nullable JsonNode applicationData) {

        void check(Validation it) {
            if (applicationData != null) {
                it.check(applicationData.isObject(), "/applicationData", "type", "must be an object");
                it.check(
                        applicationData.toString().length() <= MAX_DATA,
                        "/applicationData",
                        "too-long",
                        "must have at most 20000 characters");
            }
        }
    }

    record Attendance(RegistrationStatus status) {
        void check(Validation it) {
            it.check(status == RegistrationStatus.CHECKED_IN, "/status", "unknown", "can only become CHECKED_IN");
        }
    }

    private final HackathonPorts ports;
    private final HackathonDesk desk;

    RegistrationRoutes(HackathonPorts ports, HackathonDesk desk) {
        this.ports = ports;
        this.desk = desk;
    }

    Route of(String hackathon) {
        return concat(
                path("register", () -> concat(post(() -> register(hackathon)), delete(() -> withdraw(hackathon)))),
                pathPrefix(
                        "registrations",
                        () -> concat(
                                pathEnd(() -> get(() -> list(hackathon))),
                                path(segment(), Ids.of(UserId::of, user -> put(() -> checkIn(hackathon, user)))))));
    }

    private Route register(String idOrSlug) {
        return desk.signedIn(
                idOrSlug,
                (hackathon, caller) -> ports.once()
                        .once(
                                caller,
                                () -> Policy.allows(Action.REGISTER, HackathonDesk.grants(hackathon, caller))
                                        ? Json.optionalBody(
                                                Application.class,
                                                body -> register(hackathon, body.orElse(new Application(null)), caller))
                                        : HackathonProblems.of(Reason.ROLE_CONFLICT)));
    }

    private Route register(HackathonView hackathon, Application body, Caller caller) {
        return Validation.valid(
                body::check,
                () -> onSuccess(
                        registered(hackathon, body.applicationData(), caller),
                        reply -> reply instanceof Refused refused
                                ? HackathonProblems.of(refused)
                                : desk.answer(StatusCodes.CREATED, hackathon.id(), ((Enrolled) reply).registration())));
    }

    /// What was written is kept first, so that no registration is ever without it; and is forgotten if it comes to
    /// none.
    private CompletionStage<HackathonReply> registered(
            HackathonView hackathon, @Nullable JsonNode data, Caller caller) {
        var id = Uuids.v7(ports.clock().instant(), ports.random());
        CompletionStage<?> kept = data == null
                ? CompletableFuture.completedFuture(true)
                : ports.records().keepApplication(id, hackathon.id(), caller.id(), data.toString());
        return kept.thenCompose(_ -> ports.hackathons()
                        .<HackathonReply>ask(hackathon.id(), replyTo -> new Register(caller.id(), id, replyTo)))
                .thenCompose(reply -> reply instanceof Refused && data != null
                        ? ports.records().forgetApplication(id).thenApply(_ -> reply)
                        : CompletableFuture.completedFuture(reply));
    }

    private Route withdraw(String idOrSlug) {
        return desk.signedIn(
                idOrSlug,
                (hackathon, caller) -> desk.tell(
                        hackathon.id(), replyTo -> new Withdraw(caller.id(), replyTo), _ -> Json.noContent()));
    }

    private Route checkIn(String idOrSlug, UserId user) {
        return desk.signedIn(
                idOrSlug,
                (hackathon, caller) -> desk.may(
                        Action.CHECK_IN,
                        hackathon,
                        caller,
                        () -> Json.body(
                                Attendance.class,
                                body -> Validation.valid(
                                        body::check,
                                        () -> desk.tell(
                                                hackathon.id(),
                                                replyTo -> new CheckIn(user, caller.id(), replyTo),
                                                reply -> desk.answer(
                                                        StatusCodes.OK,
                                                        hackathon.id(),
                                                        ((Enrolled) reply).registration()))))));
    }

    /// Organizers see all; who is registered sees themselves.
    private Route list(String idOrSlug) {
        return desk.signedIn(idOrSlug, (hackathon, caller) -> {
            var own = hackathon.registration();
            boolean all = Policy.allows(Action.SEE_REGISTRATIONS, HackathonDesk.grants(hackathon, caller));
            if (!all && own != null) {
                return shown(hackathon, new Page<>(List.of(own), null));
            }
            return desk.may(
                    Action.SEE_REGISTRATIONS,
                    hackathon,
                    caller,
                    () -> Choices.parameter(
                            "status", RegistrationStatus.class, status -> paged(hackathon, status.orElse(null))));
        });
    }

    /// The cursor is the place in the line: exact while nobody before it withdraws.
    private Route paged(HackathonView hackathon, @Nullable RegistrationStatus status) {
        return Paging.counted((limit, from) -> onSuccess(
                ports.hackathons().registrations(hackathon.id(), from, limit, status),
                page -> shown(hackathon, Paging.indexed(page.items(), page.next()))));
    }

    private Route shown(HackathonView hackathon, Page<Registration> page) {
        var users = page.items().stream().map(Registration::user).toList();
        var ids = page.items().stream().map(Registration::id).toList();
        return onSuccess(
                ports.people().cards(users),
                cards -> onSuccess(
                        ports.records().applications(ids),
                        data -> Json.ok(page.<RegistrationShape>map(it -> HackathonJson.registration(
                                hackathon.id(),
                                it,
                                Objects.requireNonNull(cards.get(it.user())),
                                data.get(it.id()))))));
    }
}
