package io.hackhub.http.hackathon;

import static java.util.stream.Collectors.toMap;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.parameter;
import static org.apache.pekko.http.javadsl.server.Directives.parameterMap;

import io.hackhub.core.hackathon.Difficulty;
import io.hackhub.core.hackathon.HackathonEntry;
import io.hackhub.core.hackathon.HackathonMembers.Membership;
import io.hackhub.core.hackathon.HackathonQuery;
import io.hackhub.core.hackathon.HackathonQuery.After;
import io.hackhub.core.hackathon.HackathonQuery.Sort;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.Texts;
import io.hackhub.http.hackathon.HackathonJson.HackathonShape;
import io.hackhub.http.hackathon.HackathonJson.Me;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Instants;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Paging;
import io.hackhub.http.shared.Paging.Page;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Problems.FieldError;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// Lists of hackathons, from the read table: a moment behind.
final class ListRoutes {

    private static final int MAX_TEXT = 200;
    private static final Map<String, Sort> SORTS = Map.of(
            "-createdAt", Sort.NEWEST,
            "startDate", Sort.START,
            "-startDate", Sort.START_DESC,
            "registrationEnd", Sort.DEADLINE);

    private final HackathonPorts ports;

    ListRoutes(HackathonPorts ports) {
        this.ports = ports;
    }

    Route list() {
        return ports.guard().maybe(caller -> filtered(null, null, caller.orElse(null)));
    }

    Route search() {
        return ports.guard().maybe(caller -> parameter("q", text -> filtered(text, null, caller.orElse(null))));
    }

    Route ofOrganization(OrganizationId organization, @Nullable Caller caller) {
        return filtered(null, organization, caller);
    }

    private Route filtered(@Nullable String text, @Nullable OrganizationId organization, @Nullable Caller caller) {
        return parameterMap(parameters -> {
            var read = new Parameters(parameters);
            if (text != null && (text.isBlank() || Texts.isLonger(text, MAX_TEXT))) {
                read.errors.add(new FieldError("?q", "out-of-range", "must have 1 to 200 characters"));
            }
            var query = read.query(text, organization, caller);
            return read.errors.isEmpty() ? paged(query, caller) : Problems.invalid(read.errors);
        });
    }

    private Route paged(HackathonQuery query, @Nullable Caller caller) {
        return Paging.paged(
                ListRoutes::after,
                (limit, after) -> onSuccess(
                        ports.records()
                                .list(query.startingAfter(after.orElse(null)).limitedTo(limit + 1))
                                .thenCompose(found ->
                                        shapes(Paging.page(found, limit, last -> key(query.sort(), last)), caller)),
                        Json::ok));
    }

    private CompletionStage<Page<HackathonShape>> shapes(Page<HackathonEntry> page, @Nullable Caller caller) {
        var hosts = ports.hosts()
                .findAll(page.items().stream()
                        .map(HackathonEntry::organization)
                        .distinct()
                        .toList());
        var now = ports.clock().instant();
        return hosts.thenCombine(
                memberships(caller),
                (organizations, mine) -> page.map(it -> HackathonJson.hackathon(
                        it, now, Optional.ofNullable(organizations.get(it.organization())), me(it, mine, caller))));
    }

    private CompletionStage<Map<HackathonId, Membership>> memberships(@Nullable Caller caller) {
        return caller == null
                ? CompletableFuture.completedFuture(Map.of())
                : ports.records()
                        .memberships(caller.id())
                        .thenApply(all ->
                                all.stream().collect(toMap(it -> it.hackathon().id(), Function.identity())));
    }

    private static @Nullable Me me(HackathonEntry it, Map<HackathonId, Membership> mine, @Nullable Caller caller) {
        if (caller == null) {
            return null;
        }
        var membership = mine.get(it.id());
        return membership == null ? HackathonJson.nobody() : HackathonJson.me(membership);
    }

    private static List<String> key(Sort sort, HackathonEntry last) {
        return List.of(sort.key(last).toString(), last.id().toString());
    }

    private static After after(List<String> key) {
        return new After(Instants.parse(key.get(0)), HackathonId.of(key.get(1)));
    }

    /// Reads the filters, and collects what is wrong with them.
    private static final class Parameters {
        private final Map<String, String> given;
        private final List<FieldError> errors = new ArrayList<>();

        Parameters(Map<String, String> given) {
            this.given = given;
        }

        HackathonQuery query(@Nullable String text, @Nullable OrganizationId organization, @Nullable Caller caller) {
            var sort = read("sort", Parameters::sort);
            return new HackathonQuery(
                    text == null ? null : text.strip(),
                    read("status", HackathonStatus::valueOf),
                    read("difficulty", Difficulty::valueOf),
                    read("theme", Parameters::short_),
                    read("skill", Parameters::short_),
                    read("from", Instants::parse),
                    read("to", Instants::parse),
                    organization,
                    caller == null ? null : caller.id(),
                    caller != null && caller.admin(),
                    sort == null ? Sort.NEWEST : sort,
                    null,
                    1);
        }

        private static Sort sort(String text) {
            var sort = SORTS.get(text);
            if (sort == null) {
                throw new IllegalArgumentException(text);
            }
            return sort;
        }

        private static String short_(String text) {
            if (Texts.isLonger(text, MAX_TEXT) || !Texts.isClean(text)) {
                throw new IllegalArgumentException("too long");
            }
            return text;
        }

        private <T> @Nullable T read(String name, Function<String, T> parse) {
            var text = given.get(name);
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException unfit) {
                errors.add(new FieldError("?" + name, "unknown", "is not a value of this filter"));
                return null;
            }
        }
    }
}
