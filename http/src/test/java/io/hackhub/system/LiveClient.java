package io.hackhub.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One connection that speaks `hackhub.v1` and remembers every frame it got. It does not reconnect.
public final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StringBuilder partial = new StringBuilder();
    private final List<JsonNode> frames = new ArrayList<>();
    private final Map<Long, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Consumer<JsonNode> onFrame;

    /// The close code, once the connection has ended; 1006 where it broke without one.
    public final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private volatile @Nullable WebSocket socket;

    private LiveClient(Consumer<JsonNode> onFrame) {
        this.onFrame = onFrame;
    }

    /// Connects and signs in; an empty token is a guest.
    public static LiveClient connect(URI live, String token) {
        return connect(live, token, _ -> {});
    }

    public static LiveClient connect(URI live, String token, Consumer<JsonNode> onFrame) {
        return connect(live, token, onFrame, PATIENCE);
    }

    /// `patience` is for each step until it is signed in.
    public static LiveClient connect(URI live, String token, Consumer<JsonNode> onFrame, Duration patience) {
        var client = open(live, onFrame, patience);
        try {
            client.signIn(token, patience);
        } catch (IllegalStateException notInTime) {
            client.close();
            throw notInTime;
        }
        return client;
    }

    private void signIn(String token, Duration patience) {
        awaitFrame(it -> type(it).equals("hello"), patience);
        send(token.isEmpty() ? Map.of("type", "auth") : Map.of("type", "auth", "token", token));
        awaitFrame(it -> type(it).equals("ready"), patience);
    }

    /// Connects and leaves the rest to the caller.
    public static LiveClient open(URI live, Consumer<JsonNode> onFrame) {
        return open(live, onFrame, PATIENCE);
    }

    private static LiveClient open(URI live, Consumer<JsonNode> onFrame, Duration patience) {
        var client = new LiveClient(onFrame);
        client.socket = HTTP.newWebSocketBuilder()
                .subprotocols("hackhub.v1")
                .connectTimeout(patience)
                .buildAsync(live, client)
                .join();
        return client;
    }

    public static String type(JsonNode frame) {
        return frame.path("type").asText();
    }

    public CompletableFuture<JsonNode> subscribe(String channel, long since) {
        return request(Map.of("type", "subscribe", "channel", channel, "since", since));
    }

    public CompletableFuture<JsonNode> subscribe(String channel) {
        return request(Map.of("type", "subscribe", "channel", channel));
    }

    /// Sends a command; the result is its ack or error.
    public CompletableFuture<JsonNode> command(String channel, String cid, String kind, Object data) {
        return request(Map.of("type", "command", "cid", cid, "channel", channel, "kind", kind, "data", data));
    }

    public CompletableFuture<JsonNode> request(Map<String, Object> frame) {
        var id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        ObjectNode withId = Api.JSON.valueToTree(frame);
        send(withId.put("id", id));
        return answer;
    }

    public synchronized void send(Object frame) {
        try {
            sendText(Api.JSON.writeValueAsString(frame));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public synchronized void sendText(String text) {
        var open = socket;
        if (open == null || open.isOutputClosed()) {
            throw new IllegalStateException("connection: closed (expected: open)");
        }
        open.sendText(text, true).join();
    }

    /// Every event frame of a channel so far, in the order in which it came.
    public List<JsonNode> events(String channel) {
        return all(it -> type(it).equals("event") && it.path("channel").asText().equals(channel));
    }

    public List<JsonNode> all(Predicate<JsonNode> wanted) {
        synchronized (frames) {
            return frames.stream().filter(wanted).toList();
        }
    }

    /// Waits for a frame, one that came before included.
    public JsonNode awaitFrame(Predicate<JsonNode> wanted) {
        return awaitFrame(wanted, PATIENCE);
    }

    private JsonNode awaitFrame(Predicate<JsonNode> wanted, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        synchronized (frames) {
            int seen = 0;
            while (true) {
                for (; seen < frames.size(); seen++) {
                    if (wanted.test(frames.get(seen))) {
                        return frames.get(seen);
                    }
                }
                awaitChange(deadline);
            }
        }
    }

    private void awaitChange(long deadline) {
        var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || closed.isDone()) {
            throw new IllegalStateException("frame: none in time, close code %s".formatted(closed.getNow(-1)));
        }
        try {
            frames.wait(Math.min(left, 100));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static JsonNode await(CompletableFuture<JsonNode> answer) {
        return await(answer, PATIENCE);
    }

    public static JsonNode await(CompletableFuture<JsonNode> answer, Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            accept(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void accept(String text) {
        try {
            var frame = Api.JSON.readTree(text);
            synchronized (frames) {
                frames.add(frame);
                frames.notifyAll();
            }
            onFrame.accept(frame);
            if (frame.has("id")) {
                var waiting = answers.remove(frame.path("id").asLong());
                if (waiting != null) {
                    waiting.complete(frame);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end(1006);
    }

    private void end(int code) {
        closed.complete(code);
        var gone = new IllegalStateException("connection: closed with %d".formatted(code));
        answers.values().forEach(waiting -> waiting.completeExceptionally(gone));
        synchronized (frames) {
            frames.notifyAll();
        }
    }

    @Override
    public void close() {
        var open = socket;
        if (open != null) {
            open.abort();
        }
        end(1006);
    }
}
