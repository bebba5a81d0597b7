package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.reject;

import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.Route;

/// Ids in paths: what is none names nothing. Such a path is left to the routes beside, which may know it by name.
public final class Ids {

    private Ids() {}

    /// The route of a path's segment that `parse` reads, or refuses with an IllegalArgumentException.
    public static <T> Function<String, Route> of(Function<String, T> parse, Function<T, Route> inner) {
        return text -> {
            T id;
            try {
                id = parse.apply(text);
            } catch (IllegalArgumentException notAnId) {
                return reject();
            }
            return inner.apply(id);
        };
    }
}
