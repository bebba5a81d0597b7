package io.hackhub.http.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.pekko.http.javadsl.server.Directives.parameterOptional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hackhub.http.shared.Problems.FieldError;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// Lists by cursor: `?limit=` (1..100, default 20) and `?cursor=`, which only we can read.
public final class Paging {

    private static final int DEFAULT = 20;
    private static final int MAX = 100;
    private static final String SEPARATOR = "\n";

    /// One page as the client sees it; the last one has a `nextCursor` of null.
    public record Page<T>(
            List<T> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {
        public Page {
            items = List.copyOf(items);
        }

        public <U> Page<U> map(Function<T, U> view) {
            return new Page<>(items.stream().map(view).toList(), nextCursor);
        }
    }

    private Paging() {}

    /// Reads the two parameters. `parse` gets the strings that [#page] was given for the last item, and may throw.
    public static <C> Route paged(Function<List<String>, C> parse, BiFunction<Integer, Optional<C>, Route> inner) {
        return parameterOptional(
                "limit", limit -> parameterOptional("cursor", cursor -> read(limit, cursor, parse, inner)));
    }

    /// Makes a page of what was fetched with one more than `limit`; `key` names an item's place in the order.
    public static <T> Page<T> page(List<T> fetched, int limit, Function<T, List<String>> key) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        var last = String.join(SEPARATOR, key.apply(fetched.get(limit - 1)));
        return new Page<>(fetched.subList(0, limit), cursor(last));
    }

    /// A page of a list that is counted through; `next` is the number of the first item of the following page.
    public static <T> Page<T> indexed(List<T> items, @Nullable Integer next) {
        return new Page<>(items, next == null ? null : cursor(next.toString()));
    }

    /// As [#paged], for a list that is counted through: the inner route gets the limit and the number of the
    /// first item.
    public static Route counted(BiFunction<Integer, Integer, Route> inner) {
        return paged(
                key -> Objects.checkIndex(Integer.parseInt(key.getFirst()), Integer.MAX_VALUE),
                (limit, from) -> inner.apply(limit, from.orElse(0)));
    }

    private static String cursor(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(UTF_8));
    }

    private static <C> Route read(
            Optional<String> limit,
            Optional<String> cursor,
            Function<List<String>, C> parse,
            BiFunction<Integer, Optional<C>, Route> inner) {
        int size = limit.map(Paging::number).orElse(DEFAULT);
        if (size < 1 || size > MAX) {
            return invalid("?limit", "out-of-range", "must be from 1 to %d".formatted(MAX));
        }
        Optional<C> after;
        try {
            after = cursor.map(text -> parse.apply(parts(text)));
        } catch (RuntimeException notOurs) {
            return invalid("?cursor", "cursor", "must be a nextCursor of this list");
        }
        return inner.apply(size, after);
    }

    private static List<String> parts(String cursor) {
        return List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(SEPARATOR, -1));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static Route invalid(String parameter, String code, String message) {
        return Problems.invalid(List.of(new FieldError(parameter, code, message)));
    }
}
