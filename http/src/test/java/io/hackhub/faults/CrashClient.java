package io.hackhub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.shared.Uuids;
import io.hackhub.system.Api;
import io.hackhub.system.LiveClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A process of its own that posts as fast as it is let, or at a pace, through crashes of the server: each writer keeps
/// up to eight commands in flight, reconnects by itself, to another node where there is one, sends what was not
/// acknowledged again
/// with its `cid`, and follows its room by cursor. People with an `appetite` do not write but read badly. Started as
/// `CrashClient <people file> <history file>`; the line
/// `herd` on its input breaks all connections at once, `finish` makes it finish what it began and leave with 0.
public final class CrashClient {

    private static final int IN_FLIGHT = 8;

    /// Without an answer for so long a writer tries another node.
    private static final Duration STALLED = Duration.ofSeconds(3);

    /// How long all writers together may take to get their last answers.
    private static final Duration ENDING = Duration.ofSeconds(90);

    private final PrintWriter history;
    private final CountDownLatch finished;
    private volatile boolean posting = true;

    private CrashClient(PrintWriter history, int writers) {
        this.history = history;
        this.finished = new CountDownLatch(writers);
    }

    public static void main(String[] args) throws Exception {
        try (var history = new PrintWriter(Files.newBufferedWriter(Path.of(args[1])), true)) {
            var people = Api.JSON.readTree(Files.readString(Path.of(args[0])));
            var client = new CrashClient(history, writers(people));
            var random = new SplittableRandom(7);
            var writers = new ArrayList<Writer>();
            var sluggards = new Sluggards();
            for (var person : people) {
                if (person.has("appetite")) {
                    sluggards.add(person, random.split());
                } else {
                    writers.add(client.new Writer(person, random.split()));
                }
            }
            var threads = writers.stream().map(Thread.ofPlatform()::start).toList();
            obey(writers);
            client.posting = false;
            var deadline = Instant.now().plus(ENDING);
            for (var thread : threads) {
                thread.join(Duration.between(Instant.now(), deadline));
                if (thread.isAlive()) {
                    throw new IllegalStateException("a writer did not finish within " + ENDING);
                }
            }
        }
        System.exit(0);
    }

    private static int writers(JsonNode people) {
        int writers = 0;
        for (var person : people) {
            writers += person.has("appetite") ? 0 : 1;
        }
        return writers;
    }

    private static void obey(List<Writer> writers) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = input.readLine(); line != null && !line.equals("finish"); line = input.readLine()) {
            writers.forEach(Writer::disconnect);
        }
    }

    private synchronized void record(History step) {
        history.println(step.line(System.currentTimeMillis()));
    }

    /// One person in one room, over as many connections as it takes.
    private final class Writer implements Runnable {
        private final String name;
        private final String token;
        private final String channel;
        /// Its own: shared between threads, the generator would hand two writers the same `cid`.
        private final SplittableRandom random;
        private final Map<String, Long> unacknowledged = new LinkedHashMap<>();
        private final Semaphore window = new Semaphore(IN_FLIGHT);
        private final List<JsonNode> early = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();
        private int node;
        private volatile Instant heard = Instant.now();
        private volatile @Nullable LiveClient open;
        private long sent;
        private long cursor;
        private boolean behind;
        /// Will be removed from the team while it writes.
        private final boolean leaves;
        private volatile boolean gone;
        /// Between two messages.
        private final Duration pace;

        Writer(JsonNode person, SplittableRandom random) {
            this.random = random;
            this.name = person.path("name").asText();
            this.token = person.path("token").asText();
            this.channel = person.path("channel").asText();
            this.leaves = person.path("leaves").asBoolean();
            this.pace = Duration.ofMillis(person.path("paceMs").asLong());
            person.path("nodes")
                    .forEach(it -> nodes.add(new Node(
                            URI.create(it.path("live").asText()),
                            Api.at(URI.create(it.path("base").asText())).as(token))));
            this.node = random.nextInt(nodes.size());
        }

        /// As a network does that goes away for a moment.
        void disconnect() {
            var connection = open;
            if (connection != null) {
                connection.close();
            }
        }

        private LiveClient connect() {
            var connection = LiveClient.connect(nodes.get(node).live(), token, this::seen, STALLED);
            open = connection;
            heard = Instant.now();
            return connection;
        }

        private void elsewhere() {
            node = (node + 1) % nodes.size();
            pause(Duration.ofMillis(50 + random.nextLong(200)));
        }

        @Override
        public void run() {
            while (!gone && (posting || pending())) {
                try (var connection = connect()) {
                    follow(connection);
                    resend(connection);
                    post(connection);
                } catch (RuntimeException gone) {
                    // What was not acknowledged is sent again.
                }
                elsewhere();
            }
            finished.countDown();
            if (!gone) {
                awaitTheOthers();
                catchUp();
            }
        }

        private void awaitTheOthers() {
            try {
                finished.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized boolean pending() {
            return !unacknowledged.isEmpty();
        }

        private void resend(LiveClient connection) {
            List<String> again;
            synchronized (this) {
                again = List.copyOf(unacknowledged.keySet());
            }
            again.forEach(cid -> sendAgain(connection, cid));
        }

        private void post(LiveClient connection) {
            while (!connection.closed.isDone() && !stalled() && !gone && (posting || pending())) {
                if (posting && window.tryAcquire()) {
                    send(connection, next());
                    pause(pace);
                } else {
                    pause(Duration.ofMillis(1));
                }
            }
        }

        private boolean stalled() {
            return pending() && heard.plus(STALLED).isBefore(Instant.now());
        }

        private synchronized String next() {
            var cid = Uuids.v7(Instant.now(), random).toString();
            unacknowledged.put(cid, ++sent);
            record(new History.Invoked(name, sent, channel, cid));
            return cid;
        }

        private void sendAgain(LiveClient connection, String cid) {
            record(new History.Resent(name, cid));
            send(connection, cid);
        }

        private void send(LiveClient connection, String cid) {
            var _ = connection
                    .command(channel, cid, "message.post", Map.of("text", name + " says " + cid))
                    .thenAccept(answer -> answered(connection, cid, answer));
        }

        private void answered(LiveClient connection, String cid, JsonNode answer) {
            heard = Instant.now();
            if (LiveClient.type(answer).equals("ack")) {
                acknowledged(cid, answer);
            } else if (!answer.path("retryable").asBoolean()) {
                leave(answer);
            } else {
                record(new History.Failed(name, cid, answer.path("code").asText(), true));
                Thread.ofVirtual().start(() -> {
                    pause(Duration.ofMillis(answer.path("afterMs").asLong(20)));
                    try {
                        sendAgain(connection, cid);
                    } catch (IllegalStateException closed) {
                        // It is sent again over the next connection.
                    }
                });
            }
        }

        /// Refused for good: by somebody whom nobody removes that is a fault.
        private synchronized void leave(JsonNode refusal) {
            if (!leaves) {
                System.err.println("refused for good: " + refusal);
                Runtime.getRuntime().halt(3);
            }
            gone = true;
            unacknowledged.keySet().forEach(cid -> record(new History.Failed(name, cid, "left", false)));
            unacknowledged.clear();
        }

        private synchronized void acknowledged(String cid, JsonNode answer) {
            if (unacknowledged.remove(cid) != null) {
                record(new History.Acknowledged(
                        name,
                        cid,
                        answer.path("seq").asLong(),
                        answer.path("duplicate").asBoolean()));
                window.release();
            }
        }

        private synchronized void seen(JsonNode frame) {
            if (LiveClient.type(frame).equals("event")
                    && frame.path("channel").asText().equals(channel)) {
                if (behind) {
                    early.add(frame);
                } else {
                    apply(frame);
                }
            }
        }

        /// Applies an event by the protocol's rule; a gap is left to the checker to find.
        private synchronized void apply(JsonNode frame) {
            var seq = frame.path("seq").asLong();
            if (seq > cursor) {
                cursor = seq;
                record(new History.Applied(name, channel, seq, cid(frame)));
            }
        }

        /// Subscribes from the cursor; where the server skips, pages what lies between before anything is applied.
        private JsonNode follow(LiveClient connection) {
            synchronized (this) {
                behind = true;
                early.clear();
            }
            var subscribed = LiveClient.await(connection.subscribe(channel, cursor), STALLED);
            while (!subscribed.path("complete").asBoolean()
                    && cursor + 1 < subscribed.path("from").asLong()) {
                nodes.get(node)
                        .rest()
                        .get("/channels/" + channel + "/events?limit=500&after=" + cursor)
                        .ok()
                        .path("items")
                        .forEach(this::apply);
            }
            if (LiveClient.type(subscribed).equals("error")
                    && !subscribed.path("retryable").asBoolean()) {
                leave(subscribed);
            }
            synchronized (this) {
                behind = false;
                early.forEach(this::apply);
                early.clear();
            }
            return subscribed;
        }

        /// Everybody has finished: reads what the others wrote last.
        private void catchUp() {
            @Nullable JsonNode subscribed = null;
            while (subscribed == null) {
                try (var connection = connect()) {
                    subscribed = follow(connection);
                    var head = subscribed.path("head").asLong();
                    var deadline = Instant.now().plusSeconds(10);
                    while (cursor < head && Instant.now().isBefore(deadline)) {
                        pause(Duration.ofMillis(5));
                    }
                } catch (RuntimeException gone) {
                    elsewhere();
                }
            }
        }
    }

    private record Node(URI live, Api rest) {}

    /// The command that an event of a log stands for; empty for events that nobody posted.
    static String cid(JsonNode event) {
        return event.path("kind").asText().equals("message.posted")
                ? event.path("data").path("messageId").asText()
                : "";
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /// Where people and their rooms are handed to the process.
    static void writePeople(Path file, List<Map<String, Object>> people) throws IOException {
        Files.writeString(file, Api.JSON.writeValueAsString(people));
    }
}
