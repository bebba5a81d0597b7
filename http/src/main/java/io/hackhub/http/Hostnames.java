package io.hackhub.http;

import io.hackhub.cluster.Settings;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// By which names requests may call us: the public one, and on loopback its usual ones.
final class Hostnames {

    private Hostnames() {}

    static Set<String> of(Settings settings) {
        var http = settings.http();
        var names = Stream.of(http.publicUrl().getHost(), http.host());
        var local = http.loopback() ? Stream.of("localhost", "127.0.0.1", "::1", "[::1]") : Stream.<String>empty();
        return Stream.concat(names, local).collect(Collectors.toUnmodifiableSet());
    }
}
