package io.hackhub.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.account.Verifier;
import io.hackhub.core.live.Batch;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Lane;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Subscription;
import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One connection with nothing behind it but memory: what it was sent, what it asked the rest of the program, and a
/// clock in the hand. Every frame that the connection sends is held to the AsyncAPI document.
final class Peer implements Verifier {

    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    static final Author ADA = new Author(new UserId(new UUID(3, 3)), "ada", "Ada Lovelace");
    static final Author BOB = new Author(new UserId(new UUID(3, 4)), "bob", "Bob Kahn");
    static final Channel.Log ROCKETS = new Channel.TeamChat(new TeamId(new UUID(7, 1)));
    static final Channel.Log LIZARDS = new Channel.TeamChat(new TeamId(new UUID(7, 2)));

    /// A command on its way.
    record Submitted(Commands.Actor actor, ClientFrame.Command command, Executor executor, Consumer<Outcome> reply) {
        void answer(Outcome outcome) {
            executor.execute(() -> reply.accept(outcome));
        }
    }

    Instant now = START;
    final Deque<Runnable> turns = new ArrayDeque<>();
    final List<HubCommand> hub = new ArrayList<>();
    final List<Submitted> submitted = new ArrayList<>();
    final List<String> typed = new ArrayList<>();
    final List<String> session = new ArrayList<>();
    final Map<String, Verified> tokens = new HashMap<>();
    final Set<SessionId> revoked = new HashSet<>();
    final Map<UserId, CompletableFuture<Optional<Author>>> authors = new HashMap<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Socket socket = new Socket();
    final LiveNode node;
    final LiveConnection connection;
    private @Nullable List<Position> positions = List.of();

    Peer() {
        this(LiveSettings.of("127.0.0.1", 0, "node-1", Set.of()));
    }

    Peer(LiveSettings settings) {
        this(settings, new UserThrottles());
    }

    private Peer(LiveSettings settings, UserThrottles users) {
        var ports = new LivePorts(hub::add, new Desk(), new Session(), this, this::author, () -> now, new Random(1));
        var addresses = new AddressLimits(settings.rateLimits(), settings.bounds());
        node = new LiveNode(settings, ports, new LiveMetrics(registry), users, addresses);
        tokens.put("ada", new Verified(ADA.id(), new SessionId(new UUID(5, 1)), false, now.plusSeconds(900)));
        tokens.put("bob", new Verified(BOB.id(), new SessionId(new UUID(5, 2)), false, now.plusSeconds(900)));
        authors.put(ADA.id(), CompletableFuture.completedFuture(Optional.of(ADA)));
        authors.put(BOB.id(), CompletableFuture.completedFuture(Optional.of(BOB)));
        node.addresses().enter("here", now);
        connection = new LiveConnection(node, lane(), socket, "here");
        connection.opened();
    }

    /// A connection whose person has signed in and was told so.
    static Peer ada() {
        return new Peer().signedIn();
    }

    static Peer ada(LiveSettings settings) {
        return new Peer(settings).signedIn();
    }

    static Peer guest() {
        var peer = new Peer();
        peer.says("{'type':'auth'}");
        peer.socket.sent.clear();
        return peer;
    }

    /// A new connection to the same node.
    Peer again() {
        return new Peer(node.settings(), node.users());
    }

    Peer signedIn() {
        says("{'type':'auth','token':'ada'}");
        assertThat(last().path("type").asText()).isEqualTo("ready");
        socket.sent.clear();
        return this;
    }

    /// Reads the channel from `seq` 1 to `head`.
    Peer reading(Channel channel, long head) {
        says("{'type':'subscribe','id':99,'channel':'%s'}".formatted(channel));
        connection.subscribed(99, channel, new Subscription(head, 1, true, false, true));
        if (head > 0) {
            var bytes = new Bytes[(int) head];
            Arrays.fill(bytes, event(channel, 1));
            connection.write(channel, new Batch(List.of(bytes)));
        }
        socket.sent.clear();
        hub.clear();
        session.clear();
        return this;
    }

    static Bytes event(Channel channel, long seq) {
        return Bytes.of(("{'type':'event','channel':'%s','seq':%d,'kind':'member.joined',"
                        + "'at':'2026-03-01T09:00:00Z','data':{'userId':'%s'}}")
                .formatted(channel, seq, ADA.id())
                .replace('\'', '"'));
    }

    /// A frame from the client; single quotes are read as double ones.
    void says(String frame) {
        connection.received(frame.replace('\'', '"'));
        turn();
    }

    void turn() {
        for (var task = turns.poll(); task != null; task = turns.poll()) {
            task.run();
        }
    }

    void passes(Duration time) {
        now = now.plus(time);
        connection.tick();
        turn();
    }

    JsonNode last() {
        assertThat(socket.sent).isNotEmpty();
        return socket.sent.getLast();
    }

    List<String> types() {
        return socket.sent.stream().map(frame -> frame.path("type").asText()).toList();
    }

    void sessionIsSlow() {
        positions = null;
    }

    void hasRead(Channel channel, long seq) {
        positions = List.of(new Position(channel, seq));
    }

    private Lane lane() {
        return turns::add;
    }

    private CompletableFuture<Optional<Author>> author(UserId user) {
        return authors.getOrDefault(user, CompletableFuture.completedFuture(Optional.empty()));
    }

    @Override
    public Optional<Verified> verify(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    @Override
    public boolean isRevoked(SessionId sessionId) {
        return revoked.contains(sessionId);
    }

    /// What went out, and how it ended.
    static final class Socket implements Outbound {
        final List<JsonNode> sent = new ArrayList<>();
        final List<CloseCode> closes = new ArrayList<>();
        int pings;
        long pending;
        boolean full;

        @Override
        public void send(byte[] json) {
            assertThat(closes).isEmpty();
            var frame = Contract.json(new String(json, UTF_8));
            assertThat(Contract.standing().faultsOfServer(frame))
                    .as("%s", frame)
                    .isEmpty();
            sent.add(frame);
        }

        @Override
        public void send(Bytes shared) {
            send(shared.array());
        }

        @Override
        public void send(Batch shared) {
            shared.frames().forEach(this::send);
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public long pending() {
            return pending;
        }

        @Override
        public boolean isFull() {
            return full;
        }

        @Override
        public void close(CloseCode code, String reason) {
            assertThat(closes).isEmpty();
            closes.add(code);
        }
    }

    private final class Desk implements Commands {
        @Override
        public void submit(Actor actor, ClientFrame.Command command, Executor executor, Consumer<Outcome> reply) {
            submitted.add(new Submitted(actor, command, executor, reply));
        }

        @Override
        public void mute(
                Actor actor,
                Channel.Log channel,
                UserId user,
                Instant until,
                Executor executor,
                Consumer<Outcome> reply) {
            throw new AssertionError("not over a socket");
        }

        @Override
        public void typing(UserId user, Channel.Log channel) {
            typed.add(user + " in " + channel);
        }
    }

    private final class Session implements Sessions {
        @Override
        public void connect(UserId user, Device device) {
            session.add("connect " + user);
            var known = positions;
            if (known != null) {
                device.executor().execute(() -> device.welcome(known));
            }
        }

        @Override
        public void stillHere(UserId user, Device device) {
            session.add("here " + user);
        }

        @Override
        public void read(UserId user, Device device, Channel channel, long seq) {
            session.add("read %s %d".formatted(channel, seq));
        }

        @Override
        public void readElsewhere(UserId user, Channel channel, long seq) {}

        @Override
        public void disconnect(UserId user, Device device) {
            session.add("disconnect " + user);
        }

        @Override
        public void follow(UserId user, Channel channel) {
            session.add("follow " + channel);
        }

        @Override
        public void unfollow(UserId user, Channel channel) {
            session.add("unfollow " + channel);
        }
    }
}
