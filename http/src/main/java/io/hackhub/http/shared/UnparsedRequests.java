package io.hackhub.http.shared;

import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.ParsingErrorHandler;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.model.ErrorInfo;
import org.apache.pekko.http.scaladsl.model.StatusCode;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;

/// Answers what never became a request that a route could see, too long an address for instance, with a problem
/// document like every other refusal. Set in [Edge#settings].
public final class UnparsedRequests extends ParsingErrorHandler {

    /// Where Pekko looks for the one instance: the shape of a Scala object.
    static final UnparsedRequests MODULE$ = new UnparsedRequests();

    private UnparsedRequests() {}

    /// The summary names what is wrong and never quotes the request, which the detail of `info` may.
    @Override
    public HttpResponse handle(StatusCode status, ErrorInfo info, LoggingAdapter log, ServerSettings settings) {
        var document = Problems.unparsed(status.intValue(), status.reason(), info.summary());
        return HttpResponse.create()
                .withStatus(status.intValue())
                .withEntity(HttpEntities.create(Problems.CONTENT_TYPE, Json.bytes(document)));
    }
}
