package io.hackhub.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hackhub.core.account.Verifier;
import io.hackhub.core.live.Batch;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Subscriber;
import io.hackhub.core.live.Subscription;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.BindException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real sockets on loopback; behind the gateway, memory.
class LiveGatewayTest implements Verifier, Commands {

    private static final LiveSettings STANDARD =
            LiveSettings.of("127.0.0.1", 0, "node-1", Set.of("https://hackhub.example"));
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final SessionId SESSION = new SessionId(new UUID(5, 1));

    private final BlockingQueue<Subscriber> subscribers = new LinkedBlockingQueue<>();
    private final BlockingQueue<HubCommand.Gone> gone = new LinkedBlockingQueue<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<LiveGateway> started = new ArrayList<>();

    @AfterEach
    void stop() {
        for (var gateway : started) {
            gateway.drain(Duration.ZERO)
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        }
    }

    // The upgrade

    @Test
    void aClientIsGreeted() throws Exception {
        try (var client = new Client(start(STANDARD))) {
            assertThat(Contract.standing().faultsOfServer(client.next("hello"))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/v1/live HTTP/1.1 | Origin: https://evil.example | 403 | origin",
                "GET /api/v1/live HTTP/1.1 | Origin: null | 403 | origin",
                "GET /api/v1/live HTTP/1.1 | Origin: http://hackhub.example | 403 | origin",
                "GET /api/v1/live HTTP/1.1 | Origin: https://hackhub.example.evil.example | 403 | origin",
                "GET /api/v1/live HTTP/1.1 | Origin: https://HackHub.example | 101 | none",
                "GET /api/v1/live HTTP/1.1 | X-Other: 1 | 101 | none",
                "GET /api/v1/live?x=1 HTTP/1.1 | X-Other: 1 | 101 | none",
                "GET /api/v1/live HTTP/1.1 | Upgrade: h2c | 426 | upgrade",
                "GET /api/v1/live HTTP/1.1 | Connection: close | 426 | upgrade",
                "GET /api/v1/live HTTP/1.1 | Sec-WebSocket-Version: 8 | 426 | upgrade",
                "GET /api/v1/live HTTP/1.1 | Sec-WebSocket-Key: | 400 | key",
                "GET /elsewhere HTTP/1.1 | X-Other: 1 | 404 | path",
                "GET /api/v1/livelier HTTP/1.1 | X-Other: 1 | 404 | path",
                "POST /api/v1/live HTTP/1.1 | X-Other: 1 | 405 | method"
            })
    void anUpgradeIsLetThroughOrToldWhyNot(String request, String header, int status, String cause) throws Exception {
        try (var client = new RawClient(start(STANDARD))) {
            var answer = client.asks(request, header, "Sec-WebSocket-Protocol: hackhub.v1");

            assertThat(answer.getFirst()).startsWith("HTTP/1.1 " + status);
            assertThat(registry.get("hackhub.live.handshakes.refused").counters())
                    .filteredOn(it -> it.count() > 0)
                    .extracting(it -> it.getId().getTag("cause"))
                    .isEqualTo(cause.equals("none") ? List.of() : List.of(cause));
        }
    }

    @Test
    void whoIsNotUpgradedIsToldToWhat() throws Exception {
        try (var client = new RawClient(start(STANDARD))) {
            assertThat(client.asks("GET /api/v1/live HTTP/1.1", "Upgrade: x"))
                    .contains("upgrade: websocket", "sec-websocket-version: 13");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Protocol: chat", "Sec-WebSocket-Protocol:", "X-Other: 1"})
    void anotherProtocolIsABadRequest(String header) throws Exception {
        try (var client = new RawClient(start(STANDARD))) {
            assertThat(client.asks("GET /api/v1/live HTTP/1.1", header).getFirst())
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void anotherVersionOfOurProtocolIsToldByCloseCode() throws Exception {
        try (var client = new Client(start(STANDARD), "hackhub.v2")) {
            assertThat(client.closeCode()).isEqualTo(4426);
        }
    }

    @Test
    void ourVersionIsChosenAmongSeveral() throws Exception {
        try (var client = new RawClient(start(STANDARD))) {
            assertThat(client.asks("GET /api/v1/live HTTP/1.1", "Sec-WebSocket-Protocol: hackhub.v2, hackhub.v1"))
                    .contains("sec-websocket-protocol: hackhub.v1");
        }
    }

    @Test
    void whatIsNotHttpIsABadRequest() throws Exception {
        try (var client = new RawClient(start(STANDARD))) {
            client.sends("\u0016\u0003\u0001 hello\r\n\r\n".getBytes(UTF_8));

            assertThat(client.head().getFirst()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void whoNeverAsksIsClosed() throws Exception {
        try (var client = new RawClient(start(STANDARD.with(quick(LONG, Duration.ofMillis(100)))))) {
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void whoNeverSignsInIsUnauthenticated() throws Exception {
        try (var client = new Client(start(STANDARD.with(quick(LONG, Duration.ofMillis(100)))))) {
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void connectionsOfOneAddressAreBounded() throws Exception {
        var bounds = new LiveSettings.Bounds(65_536, 65_536, 1 << 20, 500, 64, 100, 2, 100, 100);
        var port = start(STANDARD.with(bounds));
        try (var first = RawClient.upgraded(port);
                var _ = RawClient.upgraded(port);
                var third = new RawClient(port)) {
            var answer = third.asks("GET /api/v1/live HTTP/1.1", "Sec-WebSocket-Protocol: hackhub.v1");
            assertThat(answer.getFirst()).startsWith("HTTP/1.1 429");
            assertThat(answer).anyMatch(line -> line.startsWith("retry-after: "));

            first.hangsUp();
            assertThat(gone.poll(10, TimeUnit.SECONDS)).isNotNull();
            RawClient.upgraded(port).close();
        }
    }

    @Test
    void anAddressThatTrustedProxiesTellIsTheOneThatCounts() throws Exception {
        var bounds = new LiveSettings.Bounds(65_536, 65_536, 1 << 20, 500, 64, 100, 1, 100, 100);
        var port = start(STANDARD.with(bounds).withTrustedProxies(List.of("127.0.0.0/8")));
        for (var address : List.of("203.0.113.1", "203.0.113.2")) {
            var client = new RawClient(port);
            assertThat(client.asks(
                                    "GET /api/v1/live HTTP/1.1",
                                    "Sec-WebSocket-Protocol: hackhub.v1",
                                    "X-Forwarded-For: " + address)
                            .getFirst())
                    .startsWith("HTTP/1.1 101");
        }
    }

    @Test
    void aTakenPortIsSaid() {
        var port = start(STANDARD);

        assertThatThrownBy(() -> start(LiveSettings.of("127.0.0.1", port, "node-2", Set.of())))
                .isInstanceOf(BindException.class);
    }

    // Frames

    @Test
    void framesInPiecesAreOne() throws Exception {
        try (var client = new Client(start(STANDARD))) {
            client.next("hello");

            client.saysInPieces("{'type':", "'auth',", "'token':'ada'}");

            assertThat(client.next("ready").path("user").path("username").asText())
                    .isEqualTo("ada");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65_537, 1 << 20})
    void aFrameThatIsTooLargeIsToldSo(int size) throws Exception {
        try (var client = RawClient.upgraded(start(STANDARD))) {
            client.says("x".repeat(size));

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aFrameOfSixtyFourKibibytesIsTaken() throws Exception {
        try (var client = new Client(start(STANDARD))) {
            client.next("hello");
            var frame = "{'type':'auth','token':'ada','client':'%s'}";

            client.says(frame.formatted("x".repeat(65_536 - frame.length() + 2)));

            client.next("ready");
        }
    }

    @Test
    void piecesThatAreTooLargeTogetherAreToldSo() throws Exception {
        try (var client = new Client(start(STANDARD))) {
            client.saysInPieces("x".repeat(40_000), "x".repeat(40_000), "x");

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void binaryFramesAreMalformed() throws Exception {
        try (var client = new Client(start(STANDARD))) {
            client.saysBinary(new byte[] {1, 2, 3});

            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void textThatIsNotUtf8IsMalformed() throws Exception {
        try (var client = RawClient.upgraded(start(STANDARD))) {
            client.says(RawClient.TEXT, new byte[] {'{', '"', (byte) 0xC3, 0x28, '"', '}'});

            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void jsonNestedDeeplyIsMalformed() throws Exception {
        try (var client = new Client(start(STANDARD))) {
            client.says("{'type':'auth','x':" + "[".repeat(60_000));

            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void anUnmaskedFrameIsAProtocolError() throws Exception {
        try (var client = RawClient.upgraded(start(STANDARD))) {
            client.sends(RawClient.frame(RawClient.TEXT, "{}".getBytes(UTF_8), false));

            assertThat(client.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void aForgedTokenIsUnauthenticated() throws Exception {
        try (var client = new Client(start(STANDARD))) {
            client.says("{'type':'auth','token':'eyJhbGciOiJub25lIn0.e30.'}");

            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void pingsAreAnswered() throws Exception {
        try (var client = RawClient.upgraded(start(STANDARD))) {
            client.next();
            client.says(RawClient.PING, new byte[] {7});

            var pong = client.next();
            assertThat(pong.head()).isEqualTo(RawClient.PONG);
            assertThat(pong.payload()).isEqualTo(new Bytes(new byte[] {7}));
        }
    }

    @Test
    void aClientThatLeavesIsLetGo() throws Exception {
        try (var client = new Client(start(STANDARD))) {
            client.next("hello");
            client.leaves(1000);

            assertThat(client.closeCode()).isEqualTo(1000);
            assertThat(gone.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void aClientThatAnswersNoPingsIsClosed() throws Exception {
        var port = start(STANDARD.with(quick(Duration.ofMillis(100), LONG)));
        try (var client = RawClient.upgraded(port)) {
            assertThat(client.closeCode()).isEqualTo(1001);
            assertThat(client.isEnded()).isTrue();
        }
    }

    // Delivery

    @Test
    void eventsReachEverybodyInOrder() throws Exception {
        var port = start(STANDARD);
        var clients = new ArrayList<Client>();
        var readers = new ArrayList<Subscriber>();
        // So many that a lane does not wait with its flush until all have been written to.
        for (var i = 0; i < 300; i++) {
            var client = Client.signedIn(port);
            client.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(Peer.ROCKETS));
            client.next("subscribed");
            clients.add(client);
            readers.add(subscribers.take());
        }
        var lanes = readers.stream().collect(Collectors.groupingBy(Subscriber::lane));

        for (var seq = 1; seq <= 100; seq += 2) {
            var batch = new Batch(List.of(Peer.event(Peer.ROCKETS, seq), Peer.event(Peer.ROCKETS, seq + 1)));
            lanes.forEach((lane, theirs) ->
                    lane.execute(() -> theirs.forEach(reader -> reader.write(Peer.ROCKETS, batch))));
        }

        for (var client : clients) {
            for (var seq = 1; seq <= 100; seq++) {
                assertThat(client.next("event").path("seq").asLong()).isEqualTo(seq);
            }
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 125, 126, 65_535, 65_536, 99_000})
    void framesOfEverySizeArriveWhole(int size) throws Exception {
        try (var client = Client.signedIn(start(STANDARD))) {
            client.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(Peer.ROCKETS));
            client.next("subscribed");
            var reader = subscribers.take();
            var frame = Bytes.of("\"" + "é".repeat(size / 2) + "\"");

            reader.lane().execute(() -> reader.write(Peer.ROCKETS, new Batch(List.of(frame, frame))));
            assertThat(client.next().asText()).isEqualTo("é".repeat(size / 2));
            assertThat(client.next().asText()).isEqualTo("é".repeat(size / 2));
            reader.lane().execute(() -> reader.signal(Peer.ROCKETS, frame));
            assertThat(client.next().asText()).isEqualTo("é".repeat(size / 2));
        }
    }

    @Test
    void aClientThatNeverReadsIsClosedAndNobodyElseNotices() throws Exception {
        var timing = new LiveSettings.Timing(
                LONG, LONG, Duration.ofMillis(20), Duration.ofMillis(200), Duration.ZERO, Duration.ofSeconds(3));
        var port = start(STANDARD.with(timing));
        try (var deaf = RawClient.upgraded(port);
                var other = Client.signedIn(port)) {
            deaf.says("{'type':'auth','token':'ada'}");
            deaf.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(Peer.ROCKETS));
            var reader = subscribers.take();
            var batch = new Batch(List.of(Bytes.of("\"" + "x".repeat(100_000) + "\"")));

            for (var i = 0; i < 400; i++) {
                reader.lane().execute(() -> reader.write(Peer.ROCKETS, batch));
            }

            var end = gone.poll(10, TimeUnit.SECONDS);
            assertThat(end).isEqualTo(new HubCommand.Gone(reader));
            assertThat(registry.counter("hackhub.live.closes", "code", "4008").count())
                    .isOne();
            other.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(Peer.ROCKETS));
            other.next("subscribed");
        }
    }

    @Test
    void aClientThatReadsOnAfterAllIsToldThatItWasTooSlow() throws Exception {
        var timing = new LiveSettings.Timing(
                LONG, LONG, Duration.ofMillis(20), Duration.ofMillis(50), Duration.ZERO, Duration.ofSeconds(3));
        try (var slow = RawClient.upgraded(start(STANDARD.with(timing)))) {
            slow.says("{'type':'auth','token':'ada'}");
            slow.says("{'type':'subscribe','id':1,'channel':'%s'}".formatted(Peer.ROCKETS));
            var reader = subscribers.take();
            var batch = new Batch(List.of(Bytes.of("\"" + "x".repeat(100_000) + "\"")));
            for (var i = 0; i < 100; i++) {
                reader.lane().execute(() -> reader.write(Peer.ROCKETS, batch));
            }
            assertThat(gone.poll(10, TimeUnit.SECONDS)).isNotNull();

            assertThat(slow.closeCode()).isEqualTo(4008);
        }
    }

    // Going away

    @Test
    void aNodeThatGoesAwayTellsTheFewItHasToBeBackSoonAndStopsListening() throws Exception {
        var gateway = LiveGateway.start(STANDARD, ports(), registry);
        try (var client = Client.signedIn(gateway.port());
                var other = Client.signedIn(gateway.port())) {
            var drained = gateway.drain(Duration.ofSeconds(5)).toCompletableFuture();

            for (var each : List.of(client, other)) {
                assertThat(each.next("goaway").path("afterMs").asLong()).isBetween(0L, 250L);
                assertThat(each.closeCode()).isEqualTo(4010);
            }
            drained.get(10, TimeUnit.SECONDS);
            assertThat(gateway.connections()).isZero();
            assertThatThrownBy(() -> new RawClient(gateway.port())).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void whatIsUnderWayForTooLongEndsWithTheNode() throws Exception {
        var gateway = LiveGateway.start(STANDARD, ports(), registry);
        try (var client = Client.signedIn(gateway.port())) {
            client.says(Frames.post(1, Peer.ROCKETS, "never answered"));
            client.says("{'type':'subscribe','id':2,'channel':'%s'}".formatted(Peer.ROCKETS));
            client.next("subscribed");

            var drained = gateway.drain(Duration.ofMillis(100)).toCompletableFuture();

            client.next("goaway");
            assertThat(client.closeCode()).isEqualTo(1001);
            drained.get(10, TimeUnit.SECONDS);
        }
    }

    // What stands behind the gateway

    private int start(LiveSettings settings) {
        var gateway = LiveGateway.start(settings, ports(), registry);
        started.add(gateway);
        return gateway.port();
    }

    private LivePorts ports() {
        return new LivePorts(
                this::hub,
                this,
                new Sessionless(),
                this,
                _ -> CompletableFuture.completedFuture(Optional.of(Peer.ADA)),
                InstantSource.system(),
                new SplittableRandom(1));
    }

    private void hub(HubCommand command) {
        switch (command) {
            case HubCommand.Subscribe(var id, var channel, var _, var subscriber) -> {
                subscriber
                        .lane()
                        .execute(() -> subscriber.subscribed(id, channel, new Subscription(0, 1, true, false, true)));
                subscribers.add(subscriber);
            }
            case HubCommand.Gone it -> gone.add(it);
            default -> throw new AssertionError(command);
        }
    }

    @Override
    public Optional<Verified> verify(String token) {
        return token.equals("ada")
                ? Optional.of(new Verified(
                        Peer.ADA.id(), SESSION, false, Instant.now().plusSeconds(600)))
                : Optional.empty();
    }

    @Override
    public boolean isRevoked(SessionId session) {
        return false;
    }

    @Override
    public void submit(Actor actor, ClientFrame.Command command, Executor executor, Consumer<Outcome> reply) {
        // Nobody answers.
    }

    @Override
    public void mute(
            Actor actor, Channel.Log channel, UserId user, Instant until, Executor executor, Consumer<Outcome> reply) {
        throw new AssertionError("not over a socket");
    }

    @Override
    public void typing(UserId user, Channel.Log channel) {
        // Nobody listens.
    }

    private static LiveSettings.Timing quick(Duration heartbeat, Duration auth) {
        return new LiveSettings.Timing(
                heartbeat, auth, Duration.ofMillis(20), LONG, Duration.ofSeconds(10), Duration.ofSeconds(3));
    }

    private static final class Sessionless implements Sessions {
        @Override
        public void connect(UserId user, Device device) {
            device.executor().execute(() -> device.welcome(List.of()));
        }

        @Override
        public void stillHere(UserId user, Device device) {}

        @Override
        public void read(UserId user, Device device, Channel channel, long seq) {}

        @Override
        public void readElsewhere(UserId user, Channel channel, long seq) {}

        @Override
        public void disconnect(UserId user, Device device) {}

        @Override
        public void follow(UserId user, Channel channel) {}

        @Override
        public void unfollow(UserId user, Channel channel) {}
    }
}
