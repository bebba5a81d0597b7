package io.hackhub.http.shared;

import static org.apache.pekko.http.javadsl.server.Directives.extractMaterializer;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequestEntity;
import static org.apache.pekko.http.javadsl.server.Directives.onComplete;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.RequestEntity;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.StreamLimitReachedException;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.util.ByteString;
import scala.util.Try;

/// Reads bodies whole, up to a bound. What is over the bound is let by unread, up to [#DRAINED], so that a client that
/// is still sending gets to see the 413 instead of a broken connection.
final class Bodies {

    static final int MAX = 1 << 20;
    static final long DRAINED = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Received(ByteString kept, long size) {
        static final Received NOTHING = new Received(ByteString.emptyByteString(), 0);

        Received with(ByteString next) {
            long total = size + next.size();
            return new Received(total > MAX ? ByteString.emptyByteString() : kept.concat(next), total);
        }
    }

    private Bodies() {}

    static Route whole(Function<ByteString, Route> inner) {
        return extractRequestEntity(entity -> entity instanceof HttpEntity.Strict strict
                ? bounded(new Received(strict.getData(), strict.getData().size()), inner)
                : extractMaterializer(
                        materializer -> onComplete(receive(entity, materializer), tried -> received(tried, inner))));
    }

    private static CompletionStage<Received> receive(RequestEntity entity, Materializer materializer) {
        return entity.withoutSizeLimit()
                .getDataBytes()
                .completionTimeout(PATIENCE)
                .limitWeighted(DRAINED, bytes -> (long) bytes.size())
                .runWith(Sink.fold(Received.NOTHING, Received::with), materializer);
    }

    private static Route received(Try<Received> tried, Function<ByteString, Route> inner) {
        if (tried.isSuccess()) {
            return bounded(tried.get(), inner);
        }
        return tried.failed().get() instanceof StreamLimitReachedException
                ? tooLarge()
                : Problems.problem(Problem.UNREADABLE, "The body did not arrive whole.");
    }

    private static Route bounded(Received received, Function<ByteString, Route> inner) {
        return received.size() > MAX ? tooLarge() : inner.apply(received.kept());
    }

    private static Route tooLarge() {
        return Problems.problem(Problem.TOO_LARGE, "A body may have at most %d bytes.".formatted(MAX));
    }
}
