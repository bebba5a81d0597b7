package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.mapRequest;
import static org.apache.pekko.http.javadsl.server.Directives.respondWithHeader;

import io.hackhub.core.shared.Uuids;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.pekko.http.javadsl.model.AttributeKey;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// A name for each request, of our own making: in problem documents, in `X-Request-Id` and in the log.
final class RequestId {

    private static final AttributeKey<String> KEY = AttributeKey.create("requestId", String.class);

    private RequestId() {}

    static Route given(InstantSource clock, RandomGenerator random, Supplier<Route> inner) {
        return extractRequest(_ -> {
            var id = Uuids.v7(clock.instant(), random).toString();
            return mapRequest(
                    request -> request.addAttribute(KEY, id),
                    () -> respondWithHeader(RawHeader.create("X-Request-Id", id), inner));
        });
    }

    static String of(HttpRequest request) {
        return request.getAttribute(KEY).orElse("");
    }
}
