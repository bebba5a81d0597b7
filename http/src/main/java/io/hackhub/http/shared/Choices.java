package io.hackhub.http.shared;

import static java.util.stream.Collectors.joining;
import static org.apache.pekko.http.javadsl.server.Directives.parameterOptional;

import io.hackhub.http.shared.Problems.FieldError;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.Route;

/// Query parameters that name one of a few constants.
public final class Choices {

    private Choices() {}

    /// What `?name=` names, if it is there; 422 where that is no constant of `type`.
    public static <E extends Enum<E>> Route parameter(String name, Class<E> type, Function<Optional<E>, Route> inner) {
        return parameterOptional(name, text -> {
            var all = EnumSet.allOf(type);
            var chosen = text.flatMap(
                    it -> all.stream().filter(one -> one.name().equals(it)).findFirst());
            return text.isPresent() && chosen.isEmpty()
                    ? Problems.invalid(List.of(new FieldError(
                            "?" + name,
                            "unknown",
                            "must be one of " + all.stream().map(Enum::name).collect(joining(", ")))))
                    : inner.apply(chosen);
        });
    }
}
