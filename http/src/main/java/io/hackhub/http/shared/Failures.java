package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;

import io.hackhub.core.shared.DatabaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.ExceptionHandler;
import org.apache.pekko.http.javadsl.server.MalformedQueryParamRejection;
import org.apache.pekko.http.javadsl.server.MethodRejection;
import org.apache.pekko.http.javadsl.server.MissingQueryParamRejection;
import org.apache.pekko.http.javadsl.server.Rejection;
import org.apache.pekko.http.javadsl.server.RejectionHandler;
import org.apache.pekko.http.javadsl.server.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what no route answered into a problem document. Nothing of an exception reaches the client; it is logged here,
/// once, under the request's id.
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(3);

    private Failures() {}

    static ExceptionHandler exceptions() {
        return ExceptionHandler.newBuilder()
                .matchAny(failure -> answer(cause(failure)))
                .build();
    }

    static RejectionHandler rejections() {
        return RejectionHandler.newBuilder()
                .handleAll(MethodRejection.class, Failures::methodNotAllowed)
                .handle(MalformedQueryParamRejection.class, it -> parameter(it.parameterName(), "type"))
                .handle(MissingQueryParamRejection.class, it -> parameter(it.parameterName(), "required"))
                .handle(Rejection.class, _ -> Problems.problem(Problem.UNREADABLE, "The request cannot be read."))
                .handleNotFound(Problems.notFound())
                .build();
    }

    private static Route answer(Throwable failure) {
        return switch (failure) {
            case RejectedExecutionException _ -> Problems.later(Problem.OVERLOADED, "Try again in a moment.", SOON);
            case TimeoutException _ -> unavailable(failure);
            case DatabaseException database when isAway(database) -> unavailable(failure);
            default -> internal(failure);
        };
    }

    private static Route unavailable(Throwable failure) {
        return extractRequest(request -> {
            LOG.atWarn()
                    .addKeyValue("request", RequestId.of(request))
                    .log("a request found something away: {}", failure.toString());
            return Problems.later(Problem.UNAVAILABLE, "Try again in a moment.", LATER);
        });
    }

    private static Route internal(Throwable failure) {
        return extractRequest(request -> {
            LOG.atError()
                    .addKeyValue("request", RequestId.of(request))
                    .setCause(failure)
                    .log("a request failed");
            return Problems.problem(Problem.INTERNAL, "Tell us the requestId if it keeps happening.");
        });
    }

    /// Whether the database or the way to it is at fault, rather than a statement of ours (data, constraint, syntax).
    private static boolean isAway(DatabaseException failure) {
        if (!(failure.getCause() instanceof SQLException sql)) {
            return false;
        }
        var state = sql.getSQLState() == null ? "08000" : sql.getSQLState();
        return !List.of("22", "23", "42", "0A", "21").contains(state.substring(0, 2));
    }

    private static Throwable cause(Throwable failure) {
        var inner = failure.getCause();
        return (failure instanceof CompletionException || failure instanceof ExecutionException) && inner != null
                ? cause(inner)
                : failure;
    }

    private static Route methodNotAllowed(List<MethodRejection> rejections) {
        var allowed = rejections.stream()
                .map(MethodRejection::supported)
                .map(HttpMethod::value)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return Problems.problem(
                Problem.METHOD_NOT_ALLOWED, "Allowed here: %s.".formatted(allowed), RawHeader.create("Allow", allowed));
    }

    private static Route parameter(String name, String code) {
        var message = code.equals("required") ? "is required" : "does not have this form";
        return Problems.invalid(List.of(new Problems.FieldError("?" + name, code, message)));
    }
}
