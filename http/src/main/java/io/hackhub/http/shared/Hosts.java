package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.server.Route;

/// The names that this server answers to, without ports: any other is 421, so that no page can reach us by a name of
/// its own that it points at our address.
public final class Hosts {

    private final Set<String> known;

    public Hosts(Set<String> known) {
        this.known = known.stream().map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    Route known(Supplier<Route> inner) {
        return extractRequest(request -> {
            var host = request.getUri().host().address().toLowerCase(Locale.ROOT);
            return known.contains(host) ? inner.get() : Problems.misdirected();
        });
    }
}
