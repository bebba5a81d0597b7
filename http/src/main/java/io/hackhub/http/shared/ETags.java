package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// Strong entity tags, `"<version>-<digest>"`: the version is what `If-Match` is held to by whoever owns the resource,
/// in the same step as the change; the digest makes the tag differ between what two callers see.
public final class ETags {

    private ETags() {}

    /// 200 with the tag, or 304 where the client has these very bytes.
    public static Route ok(long version, Object view, HttpHeader... headers) {
        return extractRequest(request -> {
            var bytes = Json.bytes(view);
            var tag = tag(version, bytes);
            return tags(request, "If-None-Match").stream().anyMatch(it -> it.equals(tag) || it.equals("*"))
                    ? complete(HttpResponse.create()
                            .withStatus(StatusCodes.NOT_MODIFIED)
                            .addHeader(RawHeader.create("ETag", tag)))
                    : respond(StatusCodes.OK, bytes, tag, headers);
        });
    }

    /// As [#ok], without conditions: for the answer to a change.
    public static Route answer(StatusCode status, long version, Object view, HttpHeader... headers) {
        var bytes = Json.bytes(view);
        return respond(status, bytes, tag(version, bytes), headers);
    }

    /// The version that `If-Match` asks for; empty without one or for `*`. Whoever makes the change compares it and
    /// refuses with [Problem#STALE].
    public static Route expected(Function<OptionalLong, Route> inner) {
        return extractRequest(request -> {
            var tags = tags(request, "If-Match");
            if (tags.isEmpty() || tags.contains("*")) {
                return inner.apply(OptionalLong.empty());
            }
            var version = tags.stream().mapToLong(ETags::version).max();
            return version.orElse(-1) < 0 ? stale() : inner.apply(version);
        });
    }

    public static Route stale() {
        return Problems.problem(Problem.STALE, "Read it again, then change it.");
    }

    private static Route respond(StatusCode status, byte[] bytes, String tag, HttpHeader... headers) {
        return complete(HttpResponse.create()
                .withStatus(status)
                .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, bytes))
                .addHeader(RawHeader.create("ETag", tag))
                .addHeaders(Arrays.asList(headers)));
    }

    private static List<String> tags(HttpRequest request, String header) {
        return request.getHeader(header).stream()
                .flatMap(it -> Arrays.stream(it.value().split(",", -1)))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static long version(String tag) {
        int dash = tag.indexOf('-');
        if (!tag.startsWith("\"") || dash < 2) {
            return -1;
        }
        try {
            return Long.parseLong(tag, 1, dash, 10);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private static String tag(long version, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            var head = ByteBuffer.allocate(9).put(digest, 0, 9).array();
            return "\"%d-%s\"".formatted(version, Base64.getUrlEncoder().encodeToString(head));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
