package io.hackhub.http.live;

import io.hackhub.core.live.Batch;
import io.hackhub.core.live.BoardFrame;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.HubCommand;
import io.hackhub.core.live.Lane;
import io.hackhub.core.live.Reader;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.Subscriber;
import io.hackhub.core.live.Subscription;
import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import io.hackhub.http.live.ClientFrame.Auth;
import io.hackhub.http.live.ClientFrame.Invalid;
import io.hackhub.http.live.ClientFrame.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The protocol of one connection: a plain object on its lane that knows neither sockets nor actors. Everything here is
/// called on that lane; once it is closed nothing has an effect any more. Signing in is its [Entrance]'s, what a client
/// asks for afterwards its [Requests]'.
final class LiveConnection implements Subscriber, Sessions.Device {

    private static final Duration HERE_EVERY = Duration.ofSeconds(60);

    private final LiveNode node;
    private final Lane lane;
    private final Outbound out;
    private final String address;
    private final UUID id;
    private final Entrance entrance;
    private final Requests requests;
    private final Subscriptions subscriptions;
    private final Heartbeat heartbeat;
    private final SlowReader slow;
    private @Nullable UserId user;
    private Instant hereAt;
    private boolean guest;
    private boolean closed;

    /// `address` is the key under which the client's address was let in.
    LiveConnection(LiveNode node, Lane lane, Outbound out, String address) {
        var now = node.ports().clock().instant();
        var settings = node.settings();
        this.node = node;
        this.lane = lane;
        this.out = out;
        this.address = address;
        this.id = Uuids.v7(now, node.ports().random());
        this.entrance = new Entrance(node, this, now);
        this.subscriptions = new Subscriptions(settings.bounds().subscriptions());
        this.requests = new Requests(node, this, subscriptions, now);
        this.heartbeat = new Heartbeat(settings.timing().heartbeat(), now);
        this.slow =
                new SlowReader(settings.bounds().pending(), settings.timing().slow());
        this.hereAt = now.plus(HERE_EVERY);
    }

    // From the socket

    void opened() {
        node.metrics().opened();
        var timing = node.settings().timing();
        send(new ServerFrame.Hello(
                node.settings().node(),
                timing.heartbeat().toMillis(),
                timing.auth().toMillis(),
                node.settings().bounds().frame()));
    }

    void received(String text) {
        if (!closed) {
            node.metrics().received();
            handle(FrameParser.parse(text));
        }
    }

    void receivedBinary() {
        close(CloseCode.MALFORMED, "binary frames mean nothing here");
    }

    void receivedBadUtf8() {
        close(CloseCode.MALFORMED, "not UTF-8");
    }

    void pinged() {
        if (!closed) {
            requests.count();
        }
    }

    void ponged() {
        heartbeat.pong();
    }

    /// The client takes bytes again: what was held back goes out.
    void writable() {
        if (!closed) {
            for (var waiting : subscriptions.takeWaiting()) {
                board(waiting.getKey(), waiting.getValue());
            }
        }
    }

    /// The socket is gone.
    void closed() {
        if (!closed) {
            end();
        }
    }

    /// The clock, several times a second.
    void tick() {
        var now = node.ports().clock().instant();
        if (closed) {
            return;
        }
        entrance.tick(now);
        if (!closed) {
            beat(now);
        }
        if (!closed) {
            stay(now);
        }
    }

    private void beat(Instant now) {
        switch (heartbeat.at(now)) {
            case NOTHING -> {}
            case PING -> out.ping();
            case GONE -> close(CloseCode.GOING_AWAY, "two pings without an answer");
        }
    }

    private void stay(Instant now) {
        requests.flushReads();
        if (user != null && !now.isBefore(hereAt)) {
            hereAt = now.plus(HERE_EVERY);
            node.ports().sessions().stillHere(user, this);
        }
        closeIfSlow();
    }

    void goAway(long afterMs) {
        if (!closed) {
            send(new ServerFrame.GoAway(afterMs));
            requests.drain();
        }
    }

    void handle(ClientFrame frame) {
        if (closed) {
            return;
        }
        switch (frame) {
            case Malformed(var why) -> close(CloseCode.MALFORMED, why);
            case Auth auth
            when requests.admits(auth) ->
                entrance.auth(auth, node.ports().clock().instant());
            case Auth _ -> {}
            case Invalid(var _, var code, var message) -> requests.refuse(frame, code, message);
            case ClientFrame _ when entrance.isInside() -> requests.handle(frame, entrance.actor());
            case ClientFrame _
            when !entrance.keep(frame) -> requests.refuse(frame, RefusalCode.UNAUTHENTICATED, "auth first");
            case ClientFrame _ -> {}
        }
    }

    // From the entrance

    boolean enterAsGuest() {
        guest = node.addresses().enterGuest(address);
        return guest;
    }

    void signedIn(UserId person) {
        user = person;
        requests.signedIn(person);
        node.ports().sessions().connect(person, this);
    }

    void positions(List<Position> known) {
        subscriptions.positions(known.stream().collect(Collectors.toMap(Position::channel, Position::seq, Math::max)));
    }

    void ready(@Nullable Author author) {
        var positions = subscriptions.positions().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().text(), Map.Entry::getValue));
        send(new ServerFrame.Ready(id, author, node.ports().clock().instant(), positions));
    }

    // From the session

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Executor executor() {
        return lane;
    }

    @Override
    public void welcome(List<Position> positions) {
        if (!closed) {
            entrance.welcomed(positions);
        }
    }

    @Override
    public void readElsewhere(Channel channel, long seq) {
        subscriptions.positions(Map.of(channel, seq));
        if (!closed && entrance.isInside() && !out.isFull()) {
            send(new ServerFrame.ReadSignal(channel, seq));
        }
    }

    // From the hub

    @Override
    public Reader reader() {
        return entrance.reader();
    }

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public void subscribed(long request, Channel channel, Subscription subscription) {
        if (closed) {
            return;
        }
        var isNew = subscriptions.started(request, channel, subscription);
        if (isNew && user != null && channel instanceof Channel.Log) {
            node.ports().sessions().follow(user, channel);
        }
        send(new ServerFrame.Subscribed(
                request,
                channel,
                subscription.head(),
                subscription.from(),
                subscription.complete(),
                subscription.reset() ? Boolean.TRUE : null,
                new ServerFrame.You(subscriptions.position(channel), subscription.canWrite())));
    }

    @Override
    public void write(Channel channel, Batch batch) {
        if (!closed) {
            subscriptions.sent(channel, batch.frames().size());
            deliver(batch);
        }
    }

    @Override
    public void repaired(long request, Channel channel, Batch batch) {
        if (!closed) {
            deliver(batch);
        }
    }

    private void deliver(Batch batch) {
        out.send(batch);
        node.metrics().sent(batch.frames().size());
        closeIfSlow();
    }

    @Override
    public void signal(Channel channel, Bytes frame) {
        if (closed || out.isFull()) {
            node.metrics().dropped();
            return;
        }
        out.send(frame);
        node.metrics().sent(1);
    }

    @Override
    public void board(Channel channel, BoardFrame board) {
        if (closed) {
            return;
        }
        if (out.isFull()) {
            subscriptions.hold(channel, board);
            return;
        }
        var delta = subscriptions.advance(channel, board) ? board.delta() : null;
        out.send(delta == null ? board.board() : delta);
        node.metrics().sent(1);
    }

    @Override
    public void revoked(Channel channel, RefusalCode code) {
        if (closed) {
            return;
        }
        subscriptions.ended(channel);
        if (user != null) {
            node.ports().sessions().unfollow(user, channel);
        }
        send(new ServerFrame.Revoked(channel, code.wire()));
    }

    @Override
    public void unsubscribed(long request, Channel channel) {
        if (!closed) {
            subscriptions.ended(channel);
            send(new ServerFrame.Unsubscribed(request, channel));
        }
    }

    @Override
    public void who(long request, Channel channel, List<Author> users) {
        if (!closed) {
            send(new ServerFrame.Who(request, users));
        }
    }

    @Override
    public void refused(long request, RefusalCode code, String message) {
        if (!closed) {
            var channel = subscriptions.refused(request);
            if (channel.isPresent() && user != null && (code == RefusalCode.DENIED || code == RefusalCode.NOT_FOUND)) {
                node.ports().sessions().unfollow(user, channel.get());
            }
            send(ServerFrame.Refusal.of(request, code, message));
        }
    }

    // The end

    boolean isClosed() {
        return closed;
    }

    void send(ServerFrame frame) {
        out.send(frame.encode());
        node.metrics().sent(1);
        closeIfSlow();
    }

    private void closeIfSlow() {
        if (!closed && slow.isTooSlow(out.pending(), node.ports().clock())) {
            close(CloseCode.TOO_SLOW, "too much is waiting to be read");
        }
    }

    void close(CloseCode code, String reason) {
        if (!closed) {
            node.metrics().closing(code);
            end();
            out.close(code, reason);
        }
    }

    private void end() {
        closed = true;
        node.metrics().closed();
        node.addresses().leave(address);
        node.ports().hub().tell(new HubCommand.Gone(this));
        if (guest) {
            node.addresses().leaveGuest(address);
        }
        if (user != null) {
            requests.flushReads();
            requests.signedOut(user);
            node.ports().sessions().disconnect(user, this);
        }
    }
}
