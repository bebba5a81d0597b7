package io.hackhub.http.watch;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;

/// Sends what OpenTelemetry exports with the JDK's own client: its usual one brings a second HTTP library and Kotlin
/// along. What cannot be sent is dropped, and said so in the log.
final class JdkSender implements HttpSender {

    /// Found by the service loader.
    public static final class Provider implements HttpSenderProvider {
        @Override
        public HttpSender createSender(HttpSenderConfig config) {
            return new JdkSender(config);
        }
    }

    private record Answer(java.net.http.HttpResponse<byte[]> of) implements HttpResponse {
        @Override
        public int getStatusCode() {
            return of.statusCode();
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return of.body();
        }
    }

    private final HttpSenderConfig config;
    private final HttpClient client;

    JdkSender(HttpSenderConfig config) {
        this.config = config;
        this.client = HttpClient.newBuilder()
                .connectTimeout(config.getConnectTimeout())
                .build();
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        try {
            var _ = client.sendAsync(request(message), BodyHandlers.ofByteArray())
                    .whenComplete((answer, failure) -> {
                        if (failure == null) {
                            onResponse.accept(new Answer(answer));
                        } else {
                            onError.accept(failure);
                        }
                    });
        } catch (IOException unwritable) {
            onError.accept(unwritable);
        }
    }

    private HttpRequest request(MessageWriter message) throws IOException {
        var request = HttpRequest.newBuilder(config.getEndpoint())
                .timeout(config.getTimeout())
                .header("Content-Type", config.getContentType());
        var headers = config.getHeadersSupplier().get();
        if (headers != null) {
            headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        }
        var body = new ByteArrayOutputStream(Math.max(32, message.getContentLength()));
        var compressor = config.getCompressor();
        if (compressor == null) {
            message.writeMessage(body);
        } else {
            request.header("Content-Encoding", compressor.getEncoding());
            compress(message, body, compressor);
        }
        return request.POST(BodyPublishers.ofByteArray(body.toByteArray())).build();
    }

    private static void compress(MessageWriter message, ByteArrayOutputStream body, Compressor compressor)
            throws IOException {
        try (var compressed = compressor.compress(body)) {
            message.writeMessage(compressed);
        }
    }

    @Override
    public CompletableResultCode shutdown() {
        client.shutdownNow();
        return CompletableResultCode.ofSuccess();
    }
}
