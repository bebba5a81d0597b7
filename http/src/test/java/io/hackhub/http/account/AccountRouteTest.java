package io.hackhub.http.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.http.shared.Answers;
import io.hackhub.http.shared.JupiterRouteTest;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.RemoteAddress;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.junit.jupiter.api.AfterAll;

/// A test that speaks HTTP only, to accounts and organizations.
public abstract class AccountRouteTest extends JupiterRouteTest {

    public static final String PASSWORD = "correct horse battery staple";
    public static final String ORIGIN = ApiRig.ORIGIN;

    protected final ApiRig api;

    protected AccountRouteTest() {
        this(false);
    }

    /// Whether rate limits hold.
    protected AccountRouteTest(boolean limited) {
        api = new ApiRig(limited);
    }

    @AfterAll
    void closeApi() {
        api.close();
    }

    protected TestRouteResult run(HttpRequest request) {
        return testRoute(api.route).run(request);
    }

    protected TestRouteResult post(String path, String body) {
        return run(request("POST", path, body));
    }

    protected static HttpRequest request(String method, String path, String body) {
        var request = HttpRequest.create("/api/v1" + path)
                .withMethod(org.apache.pekko.http.javadsl.model.HttpMethods.lookup(method)
                        .orElseThrow());
        return body.isEmpty() ? request : request.withEntity(ContentTypes.APPLICATION_JSON, body);
    }

    protected static HttpRequest as(String accessToken, HttpRequest request) {
        return with("Authorization", "Bearer " + accessToken, request);
    }

    protected static HttpRequest from(String address, HttpRequest request) {
        var remote = RemoteAddress.create(InetAddress.ofLiteral(address));
        return request.addAttribute(AttributeKeys.remoteAddress, remote);
    }

    /// With a header as the server would read it.
    protected static HttpRequest with(String header, String value, HttpRequest request) {
        return request.addHeader(HttpHeader.parse(header, value));
    }

    protected static String registration(String username) {
        return """
            {"email":"%s@example.com","username":"%s","fullName":"Full %s","password":"%s"}""".formatted(username, username, username, PASSWORD);
    }

    /// What comes of `request`, so often at once.
    protected <T> List<T> atOnce(int times, Supplier<T> request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(request, threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    /// A new account's answer.
    protected JsonNode register(String username) {
        return Answers.json(post("/auth/register", registration(username)).assertStatusCode(201));
    }

    /// A new account with its address confirmed; its access token.
    protected String verified(String username) {
        var token = register(username).path("accessToken").asText();
        run(as(token, request("POST", "/auth/verify-email", "{\"token\":\"%s\"}".formatted(api.mailedToken()))))
                .assertStatusCode(204);
        return token;
    }
}
