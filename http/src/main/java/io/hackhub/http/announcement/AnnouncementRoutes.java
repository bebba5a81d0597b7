package io.hackhub.http.announcement;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Policy;
import io.hackhub.core.account.Card;
import io.hackhub.core.announcement.Acknowledgements.Seen;
import io.hackhub.core.announcement.Announcements.Done;
import io.hackhub.core.announcement.Announcements.Refused;
import io.hackhub.core.announcement.Announcements.Withdrawn;
import io.hackhub.core.announcement.Announcements.Writer;
import io.hackhub.core.announcement.Announcements.Written;
import io.hackhub.core.announcement.Update;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.http.hackathon.Visit;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Ids;
import io.hackhub.http.shared.Instants;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.Validation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// `/hackathons/{id}/updates` and `…/{updateId}`.
public final class AnnouncementRoutes {

    private static final int MOST_TITLE = 200;
    private static final int MOST_CONTENT = 10_000;
    private static final int MOST_ATTACHMENTS = 10;
    private static final Duration FARTHEST = Duration.ofDays(366);

    /// Where a page ended.
    private record Place(Instant when, UUID id) {
        boolean isBefore(Update update) {
            int byTime = update.when().compareTo(when);
            return byTime < 0 || (byTime == 0 && update.id().compareTo(id) < 0);
        }
    }

    private final AnnouncementPorts ports;

    public AnnouncementRoutes(AnnouncementPorts ports) {
        this.ports = ports;
    }

    public Route routes() {
        var updates = segment("hackathons").slash(segment()).slash("updates");
        return concat(
                path(updates, hackathon -> concat(get(() -> list(hackathon)), post(() -> publish(hackathon)))),
                path(
                        updates.slash(segment()),
                        (hackathon, update) -> Ids.of(
                                        Uuids::parse,
                                        id -> concat(
                                                put(() -> edit(hackathon, id)), delete(() -> withdraw(hackathon, id))))
                                .apply(update)));
    }

    // Reading

    private Route list(String hackathon) {
        return ports.visits()
                .open(
                        hackathon,
                        visit -> Paging.paged(
                                key -> new Place(Instants.parse(key.getFirst()), Uuids.parse(key.getLast())),
                                (limit, after) -> onSuccess(
                                        ports.announcements().list(visit.id(), visit.grants()),
                                        all -> page(visit, all, after, limit))));
    }

    private Route page(Visit visit, List<Update> all, Optional<Place> after, int limit) {
        var rest = all.stream()
                .filter(update -> after.isEmpty() || after.get().isBefore(update))
                .limit(limit + 1L)
                .toList();
        var page = Paging.page(
                rest,
                limit,
                update -> List.of(update.when().toString(), update.id().toString()));
        var authors = page.items().stream().map(Update::author).collect(Collectors.toSet());
        return onSuccess(
                ports.people()
                        .cards(authors)
                        .thenCombine(
                                seen(visit, page.items()),
                                (cards, seen) -> page.map(update -> shown(visit, update, cards, seen))),
                Json::ok);
    }

    /// Guests acknowledge nothing; how many have seen it is for those alone who announce.
    private CompletionStage<Seen> seen(Visit visit, List<Update> updates) {
        var ids = updates.stream().map(Update::id).toList();
        return visit.caller() == null
                ? CompletableFuture.completedFuture(Seen.NOTHING)
                : ports.seen().of(visit.caller().id(), ids, announces(visit));
    }

    private static UpdateJson shown(Visit visit, Update it, Map<UserId, Card> cards, Seen seen) {
        var counted = announces(visit) && it.publishedAt() != null;
        return UpdateJson.of(
                it,
                cards,
                visit.caller() == null ? null : seen.own().contains(it.id()),
                counted ? seen.counts().getOrDefault(it.id(), 0L) : null);
    }

    private static boolean announces(Visit visit) {
        return Policy.allows(Action.ANNOUNCE, visit.grants());
    }

    // Writing

    private Route publish(String hackathon) {
        return announcing(
                hackathon,
                visit -> ports.limits()
                        .byUser(
                                RateLimits.CREATE,
                                visit.caller(),
                                () -> ports.once()
                                        .once(
                                                visit.caller(),
                                                () -> body(body -> isDraft(visit) && !waits(body)
                                                        ? Problems.problem(
                                                                Problem.PHASE,
                                                                "Publish the hackathon before you announce.")
                                                        : answer(
                                                                ports.announcements()
                                                                        .publish(
                                                                                visit.id(),
                                                                                writer(visit),
                                                                                body.draft()),
                                                                StatusCodes.CREATED,
                                                                visit)))));
    }

    private Route edit(String hackathon, UUID id) {
        return announcing(
                hackathon,
                visit -> ETags.expected(expected -> body(body -> answer(
                        ports.announcements().edit(visit.id(), writer(visit), id, body.draft(), expected),
                        StatusCodes.OK,
                        visit))));
    }

    private Route withdraw(String hackathon, UUID id) {
        return announcing(
                hackathon,
                visit -> ETags.expected(expected -> answer(
                        ports.announcements().withdraw(visit.id(), writer(visit), id, expected),
                        StatusCodes.OK,
                        visit)));
    }

    private Route announcing(String hackathon, Function<Visit.SignedIn, Route> inner) {
        return ports.visits()
                .signedIn(hackathon, visit -> ports.visits().may(Action.ANNOUNCE, visit, () -> inner.apply(visit)));
    }

    private static Writer writer(Visit.SignedIn visit) {
        return new Writer(visit.caller().author(), visit.caller().admin());
    }

    private static boolean isDraft(Visit.SignedIn visit) {
        return visit.hackathon().status() == HackathonStatus.DRAFT;
    }

    private boolean waits(UpdateJson.Body body) {
        return body.publishAt() != null
                && body.publishAt().isAfter(ports.clock().instant());
    }

    private Route body(Function<UpdateJson.Body, Route> inner) {
        return Json.body(
                UpdateJson.Body.class, body -> Validation.valid(it -> check(it, body), () -> inner.apply(body)));
    }

    private void check(Validation it, UpdateJson.Body body) {
        it.text("/title", body.title(), 1, MOST_TITLE);
        it.text("/content", body.content(), 1, MOST_CONTENT);
        var attachments = body.draft().attachments();
        it.check(attachments.size() <= MOST_ATTACHMENTS, "/attachments", "too-many", "must have at most 10 entries");
        for (int i = 0; i < attachments.size(); i++) {
            it.text("/attachments/%d/title".formatted(i), attachments.get(i).title(), 1, MOST_TITLE);
            it.url("/attachments/%d/url".formatted(i), attachments.get(i).url());
        }
        var farthest = ports.clock().instant().plus(FARTHEST);
        it.check(
                body.publishAt() == null || body.publishAt().isBefore(farthest),
                "/publishAt",
                "too-late",
                "must be within a year");
    }

    private Route answer(CompletionStage<Written> written, StatusCode status, Visit.SignedIn visit) {
        return onSuccess(written, result -> switch (result) {
            case Done(var update) -> answer(update, status, visit);
            case Withdrawn _ -> Json.noContent();
            case Refused refused -> problem(refused);
        });
    }

    private Route answer(Update update, StatusCode status, Visit.SignedIn visit) {
        return onSuccess(ports.people().cards(Set.of(update.author())), cards -> {
            var body = UpdateJson.of(update, cards);
            var at = "/api/v1/hackathons/%s/updates/%s".formatted(visit.id(), update.id());
            return status.equals(StatusCodes.CREATED)
                    ? ETags.answer(status, update.version(), body, RawHeader.create("Location", at))
                    : ETags.answer(status, update.version(), body);
        });
    }

    static Route problem(Refused refused) {
        return switch (refused.reason()) {
            case NOT_FOUND -> Problems.notFound();
            case STALE -> ETags.stale();
            case INVALID -> Problems.problem(Problem.VALIDATION, refused.message());
            case DENIED -> Problems.problem(Problem.FORBIDDEN, refused.message());
            case CONFLICT -> Problems.problem(Problem.CONFLICT, refused.message());
            case RATE_LIMITED -> Problems.later(Problem.RATE_LIMITED, refused.message(), Duration.ofSeconds(1));
            case UNAVAILABLE -> Problems.later(Problem.UNAVAILABLE, refused.message(), Duration.ofSeconds(1));
        };
    }
}
