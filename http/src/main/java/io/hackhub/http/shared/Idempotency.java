package io.hackhub.http.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.extractMaterializer;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.mapRequest;
import static org.apache.pekko.http.javadsl.server.Directives.mapRouteResultWith;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;

import io.hackhub.core.shared.Database;
import io.hackhub.http.shared.IdempotencyTable.Answered;
import io.hackhub.http.shared.IdempotencyTable.Found;
import io.hackhub.http.shared.IdempotencyTable.Fresh;
import io.hackhub.http.shared.IdempotencyTable.Mismatch;
import io.hackhub.http.shared.IdempotencyTable.Running;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Complete;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.server.RouteResult;
import org.apache.pekko.http.javadsl.server.RouteResults;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.util.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `Idempotency-Key`: for 24 hours, the same caller's same request to the same path happens once and gets the
/// same answer. A second one that comes while the first still runs waits for it. Refusals and failures are not
/// kept: nothing has happened, so that request, mended or not, may be tried again with its key.
public final class Idempotency {

    private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);
    private static final int MAX_KEY = 200;
    private static final int TRIES = 25;
    private static final Executor IN_A_WHILE = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
    private static final long PATIENCE_MILLIS = 5_000;

    private record Ticket(String name, ByteString body) {
        byte[] key() {
            return AnswerBox.digest(name.getBytes(UTF_8));
        }

        byte[] request() {
            return AnswerBox.digest(body.toArray());
        }
    }

    private final Database database;
    private final InstantSource clock;
    private final AnswerBox box;

    /// `secret` is for nothing else.
    public Idempotency(Database database, InstantSource clock, byte[] secret) {
        this.database = database;
        this.clock = clock;
        this.box = new AnswerBox(secret);
    }

    /// Runs `inner` once for each key of `caller`; without a key, each time.
    public Route once(Caller caller, Supplier<Route> inner) {
        return extractRequest(request -> request.getHeader("Idempotency-Key")
                .map(HttpHeader::value)
                .map(key -> keyed(caller, request, key, inner))
                .orElseGet(inner));
    }

    /// Forgets what is older than a day.
    public CompletableFuture<Boolean> tidy() {
        return database.run(db -> {
            IdempotencyTable.deleteBefore(db, clock.instant().minus(IdempotencyTable.KEPT));
            return true;
        });
    }

    private Route keyed(Caller caller, HttpRequest request, String key, Supplier<Route> inner) {
        if (key.isEmpty() || key.length() > MAX_KEY) {
            return Problems.problem(
                    Problem.UNREADABLE, "An Idempotency-Key has 1 to %d characters.".formatted(MAX_KEY));
        }
        var route = request.method().value() + " " + request.getUri().path();
        return Bodies.whole(body -> {
            var ticket = new Ticket(String.join("\n", caller.id().toString(), route, key), body);
            return onSuccess(begin(ticket, TRIES), found -> answer(ticket, found, inner));
        });
    }

    private CompletionStage<Found> begin(Ticket ticket, int tries) {
        return database.run(db -> IdempotencyTable.begin(db, ticket.key(), ticket.request(), clock.instant()))
                .thenCompose(found -> found instanceof Running && tries > 0
                        ? CompletableFuture.supplyAsync(() -> tries - 1, IN_A_WHILE)
                                .thenCompose(left -> begin(ticket, left))
                        : CompletableFuture.completedFuture(found));
    }

    private Route answer(Ticket ticket, Found found, Supplier<Route> inner) {
        return switch (found) {
            case Fresh() -> extractMaterializer(materializer -> run(ticket, inner, materializer));
            case Answered(var answer) -> complete(box.open(answer, ticket.name()));
            case Mismatch() ->
                Problems.problem(Problem.IDEMPOTENCY_MISMATCH, "This key came with another body before.");
            case Running() ->
                Problems.later(Problem.CONFLICT, "The first request with this key still runs.", Duration.ofSeconds(1));
        };
    }

    private Route run(Ticket ticket, Supplier<Route> inner, Materializer materializer) {
        return mapRouteResultWith(
                result -> kept(ticket, result, materializer),
                () -> Edge.sealed(() -> mapRequest(
                        request -> request.withEntity(
                                HttpEntities.create(request.entity().getContentType(), ticket.body())),
                        inner)));
    }

    private CompletionStage<RouteResult> kept(Ticket ticket, RouteResult result, Materializer materializer) {
        var response = ((Complete) result).getResponse();
        if (response.status().isFailure()) {
            return settled(db -> IdempotencyTable.forget(db, ticket.key()), response);
        }
        return response.entity()
                .toStrict(PATIENCE_MILLIS, materializer)
                .thenCompose(entity -> settled(
                        db -> IdempotencyTable.answer(db, ticket.key(), box.close(response, entity, ticket.name())),
                        response.withEntity(entity)));
    }

    private interface Settling {
        void in(java.sql.Connection db) throws java.sql.SQLException;
    }

    /// The answer goes out even if it could not be kept: what it tells of has happened.
    private CompletionStage<RouteResult> settled(Settling settling, HttpResponse response) {
        return database.run(db -> {
                    settling.in(db);
                    return true;
                })
                .handle((_, failure) -> {
                    if (failure != null) {
                        LOG.warn("an idempotent answer could not be kept", failure);
                    }
                    return RouteResults.complete(response);
                });
    }
}
