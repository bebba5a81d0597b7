package io.hackhub.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A well-behaved client over a real socket.
final class Client implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    Client(int port) {
        this(port, "hackhub.v1");
    }

    Client(int port, String protocol) {
        socket = HTTP.newWebSocketBuilder()
                .subprotocols(protocol)
                .buildAsync(URI.create("ws://127.0.0.1:%d/api/v1/live".formatted(port)), this)
                .join();
    }

    static Client signedIn(int port) throws InterruptedException {
        var client = new Client(port);
        client.next("hello");
        client.says("{'type':'auth','token':'ada'}");
        client.next("ready");
        return client;
    }

    void says(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).join();
    }

    void saysInPieces(String... pieces) {
        for (var i = 0; i < pieces.length; i++) {
            socket.sendText(pieces[i].replace('\'', '"'), i == pieces.length - 1)
                    .join();
        }
    }

    void saysBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    void leaves(int code) {
        socket.sendClose(code, "").join();
    }

    JsonNode next() throws InterruptedException {
        var frame = frames.poll(10, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame in time");
        }
        return frame;
    }

    JsonNode next(String type) throws InterruptedException {
        var frame = next();
        if (!frame.path("type").asText().equals(type)) {
            throw new AssertionError("frame: %s (expected: %s)".formatted(frame, type));
        }
        return frame;
    }

    int closeCode() throws Exception {
        try {
            return closed.get(10, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("not closed in time", late);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(Contract.json(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
