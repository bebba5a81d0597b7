package io.hackhub.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/// The REST API as a stranger's program uses it. Holds the caller's access token, if any.
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();

    /// HTTP/1.1 on virtual threads, shared by all callers of this process.
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /// What came back; `body` is a missing node where there was none, or none in JSON.
    public record Answer(int status, JsonNode body) {

        /// The body of an answer that must have succeeded.
        public JsonNode ok() {
            if (status / 100 != 2) {
                throw new IllegalStateException("answer: %d %s (expected: 2xx)".formatted(status, body));
            }
            return body;
        }

        /// The last part of a problem's type.
        public String slug() {
            return body.path("type").asText().replace("/problems/", "");
        }
    }

    private final URI base;
    private final String token;

    private Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public static Api at(URI base) {
        return new Api(base, "");
    }

    public Api as(String accessToken) {
        return new Api(base, accessToken);
    }

    public URI base() {
        return base;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, json(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /// Sends a body as it is, for input that no well-behaved client would write.
    public Answer postRaw(String path, byte[] body, String contentType) {
        return exchange(request(path)
                .method("POST", BodyPublishers.ofByteArray(body))
                .header("Content-Type", contentType)
                .build());
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        return exchange(request(path)
                .method(method, body)
                .header("Content-Type", "application/json")
                .build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode parse(byte[] body) throws IOException {
        return body.length > 0 && body[0] == '{' ? JSON.readTree(body) : MissingNode.getInstance();
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
