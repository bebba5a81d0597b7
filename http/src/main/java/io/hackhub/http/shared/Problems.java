package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.http.javadsl.model.AttributeKey;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// The one way to refuse: an RFC 9457 document.
public final class Problems {

    /// One thing wrong with the body. `field` is a JSON pointer, or `?name` for a query parameter.
    public record FieldError(String field, String code, String message) {}

    /// One condition of a transition that does not hold yet; `teams` are the ids of those in its way, where it names
    /// any.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record GuardError(String guard, String message, List<String> teams) {
        public GuardError {
            teams = List.copyOf(teams);
        }

        public GuardError(String guard, String message) {
            this(guard, message, List.of());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Document(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String requestId,
            List<FieldError> errors,
            List<GuardError> guards) {}

    /// On each answer that refuses with a slug, for whoever counts them.
    public static final AttributeKey<String> SLUG = AttributeKey.create("problem", String.class);

    static final ContentType CONTENT_TYPE =
            ContentTypes.create(MediaTypes.applicationWithFixedCharset("problem+json", HttpCharsets.UTF_8));

    private Problems() {}

    public static Route problem(Problem problem, String detail, HttpHeader... headers) {
        return answer(
                problem,
                detail,
                List.of(),
                List.of(),
                problem == Problem.UNAUTHENTICATED ? challenge(headers) : headers);
    }

    /// Each 401 says how to sign in; a route may say more.
    private static HttpHeader[] challenge(HttpHeader... headers) {
        return headers.length > 0
                ? headers
                : new HttpHeader[] {RawHeader.create("WWW-Authenticate", "Bearer realm=\"hackhub\"")};
    }

    public static Route problem(Problem problem) {
        return problem(problem, problem.title());
    }

    public static Route notFound() {
        return problem(Problem.NOT_FOUND);
    }

    public static Route invalid(List<FieldError> errors) {
        return answer(Problem.VALIDATION, "Look at errors for each field.", errors, List.of());
    }

    public static Route guardFailed(List<GuardError> guards) {
        return answer(Problem.GUARD_FAILED, "Look at guards for what is missing.", List.of(), guards);
    }

    /// A refusal that time heals.
    public static Route later(Problem problem, String detail, Duration after) {
        return problem(problem, detail, retryAfter(after));
    }

    public static HttpHeader retryAfter(Duration after) {
        return RawHeader.create(
                "Retry-After", Long.toString(Math.max(1, after.plusMillis(999).toSeconds())));
    }

    /// 421 says all by its status, so it has no slug of its own.
    static Route misdirected() {
        return extractRequest(request -> {
            var status = StatusCodes.MISDIRECTED_REQUEST;
            return complete(response(
                    status.intValue(),
                    new Document(
                            "about:blank",
                            status.reason(),
                            status.intValue(),
                            "This server does not answer for that host.",
                            request.getUri().path(),
                            RequestId.of(request),
                            List.of(),
                            List.of())));
        });
    }

    /// For what could not be read as a request at all: it has neither an address nor an id.
    static Document unparsed(int status, String title, String detail) {
        var problem = status == 413 ? Problem.TOO_LARGE : Problem.UNREADABLE;
        return new Document("/problems/" + problem.slug(), title, status, detail, "", "", List.of(), List.of());
    }

    private static Route answer(
            Problem problem, String detail, List<FieldError> errors, List<GuardError> guards, HttpHeader... headers) {
        return extractRequest(request ->
                complete(response(problem.status(), document(problem, detail, request, errors, guards), headers)
                        .addAttribute(SLUG, problem.slug())));
    }

    private static Document document(
            Problem problem, String detail, HttpRequest request, List<FieldError> errors, List<GuardError> guards) {
        return new Document(
                "/problems/" + problem.slug(),
                problem.title(),
                problem.status(),
                detail,
                request.getUri().path(),
                RequestId.of(request),
                errors,
                guards);
    }

    private static HttpResponse response(int status, Document document, HttpHeader... headers) {
        return HttpResponse.create()
                .withStatus(status)
                .withEntity(HttpEntities.create(CONTENT_TYPE, Json.bytes(document)))
                .addHeaders(Arrays.asList(headers));
    }
}
