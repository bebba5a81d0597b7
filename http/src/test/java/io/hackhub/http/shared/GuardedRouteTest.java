package io.hackhub.http.shared;

import io.hackhub.core.access.Action;
import io.hackhub.core.shared.UserId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.junit.jupiter.api.BeforeEach;

/// Routes called by whom the test says, with an audit log to look into.
public abstract class GuardedRouteTest extends JupiterRouteTest {

    /// The platform's admin.
    public static final UserId EVE = new UserId(new UUID(9, 6));

    /// One line of the audit log.
    public record Noted(UserId admin, Action action, String target) {}

    protected final List<Noted> audit = new CopyOnWriteArrayList<>();

    @BeforeEach
    void nothingNoted() {
        audit.clear();
    }

    protected abstract Route routes(Guard guard);

    protected TestRouteResult as(UserId user, HttpRequest request) {
        return run(TestGuard.of(user, "user"), request);
    }

    protected TestRouteResult asAdmin(HttpRequest request) {
        return run(TestGuard.admin(EVE, "eve"), request);
    }

    protected TestRouteResult asGuest(HttpRequest request) {
        return run(TestGuard.GUEST, request);
    }

    private TestRouteResult run(Guard guard, HttpRequest request) {
        return edge(routes(guard)).run(request);
    }

    protected CompletionStage<?> note(UserId admin, Action action, String target) {
        audit.add(new Noted(admin, action, target));
        return CompletableFuture.completedFuture(true);
    }

    /// The last of that type among what somebody was told.
    protected static <T> T last(List<? super T> told, Class<T> type) {
        return told.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("never told: " + type + ", but " + told));
    }

    protected static HttpRequest get(String path) {
        return HttpRequest.GET(path);
    }

    protected static HttpRequest post(String path, String json) {
        return HttpRequest.POST(path).withEntity(ContentTypes.APPLICATION_JSON, json);
    }

    protected static HttpRequest put(String path, String json) {
        return HttpRequest.PUT(path).withEntity(ContentTypes.APPLICATION_JSON, json);
    }

    protected static HttpRequest delete(String path) {
        return HttpRequest.DELETE(path);
    }

    protected static HttpRequest with(HttpRequest request, String header, String value) {
        return request.addHeader(RawHeader.create(header, value));
    }
}
