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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The protocol of one connection: a plain object on its lane that knows neither sockets nor actors. Everything here is
/// called on that lane. Signing in is its [Entrance]'s, what a client asks for afterwards its [Requests]'. Once it is
/// closed nothing has an effect any more: its [Wire] sends nothing, its [PersonSession] tells nobody.
final class LiveConnection implements Subscriber, Sessions.Device {

    private static final Logger LOG = LoggerFactory.getLogger(LiveConnection.class);

    private final LiveNode node;
    private final Lane lane;
    private final Wire wire;
    private final String address;
    private final UUID id;
    private final Entrance entrance;
    private final Requests requests;
    private final Subscriptions subscriptions;
    private final Heartbeat heartbeat;
    private final PersonSession session;
    private boolean guest;

    /// `address` is the key under which the client's address was let in.
    LiveConnection(LiveNode node, Lane lane, Outbound out, String address) {
        var now = node.ports().clock().instant();
        var settings = node.settings();
        this.node = node;
        this.lane = lane;
        this.wire = new Wire(out, node);
        this.address = address;
        this.id = Uuids.v7(now, node.ports().random());
        this.entrance = new Entrance(node, this, now);
        this.subscriptions = new Subscriptions(settings.bounds().subscriptions());
        this.requests = new Requests(node, this, subscriptions, now);
        this.heartbeat = new Heartbeat(settings.timing().heartbeat(), now);
        this.session = new PersonSession(node.ports().sessions(), this, now);
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
        if (!isClosed()) {
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
        if (!isClosed()) {
            requests.count();
        }
    }

    void ponged() {
        heartbeat.pong();
    }

    /// The client takes bytes again: what was held back goes out.
    void writable() {
        for (var waiting : subscriptions.takeWaiting()) {
            board(waiting.getKey(), waiting.getValue());
        }
    }

    /// The socket is gone.
    void closed() {
        if (wire.end()) {
            node.metrics().left();
            leave();
        }
    }

    /// The clock, several times a second.
    void tick() {
        if (isClosed()) {
            return;
        }
        var now = node.ports().clock().instant();
        entrance.tick(now);
        switch (heartbeat.at(now)) {
            case NOTHING -> {}
            case PING -> wire.ping();
            case GONE -> close(CloseCode.GOING_AWAY, "two pings without an answer");
        }
        session.read(subscriptions.takeReads());
        session.tick(now);
        closeIfSlow();
    }

    void goAway(long afterMs) {
        send(new ServerFrame.GoAway(afterMs));
        requests.drain();
    }

    void handle(ClientFrame frame) {
        if (isClosed()) {
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
        requests.signedIn(person);
        session.begin(person);
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
        if (!isClosed()) {
            entrance.welcomed(positions);
        }
    }

    @Override
    public void readElsewhere(Channel channel, long seq) {
        subscriptions.positions(Map.of(channel, seq));
        if (entrance.isInside() && !wire.isFull()) {
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
        var isNew = subscriptions.started(request, channel, subscription);
        if (isNew && channel instanceof Channel.Log) {
            session.follow(channel);
        }
        send(ServerFrame.Subscribed.of(request, channel, subscription, subscriptions.position(channel)));
    }

    @Override
    public void write(Channel channel, Batch batch) {
        subscriptions.sent(channel, batch.frames().size());
        wire.send(batch);
        closeIfSlow();
    }

    @Override
    public void repaired(long request, Channel channel, Batch batch) {
        wire.send(batch);
        closeIfSlow();
    }

    @Override
    public void signal(Channel channel, Bytes frame) {
        wire.offer(frame);
    }

    @Override
    public void board(Channel channel, BoardFrame board) {
        if (wire.isFull()) {
            subscriptions.hold(channel, board);
            return;
        }
        var delta = subscriptions.advance(channel, board) ? board.delta() : null;
        wire.send(delta == null ? board.board() : delta);
    }

    @Override
    public void revoked(Channel channel, RefusalCode code) {
        subscriptions.ended(channel);
        session.unfollow(channel);
        send(new ServerFrame.Revoked(channel, code.wire()));
    }

    @Override
    public void unsubscribed(long request, Channel channel) {
        subscriptions.ended(channel);
        send(new ServerFrame.Unsubscribed(request, channel));
    }

    @Override
    public void who(long request, Channel channel, List<Author> users) {
        send(new ServerFrame.Who(request, users));
    }

    @Override
    public void refused(long request, RefusalCode code, String message) {
        var channel = subscriptions.refused(request);
        if (Requests.isOff(code)) {
            channel.ifPresent(session::unfollow);
        }
        requests.refused(request, code, message);
    }

    // The end

    /// Bytes that the client has not taken yet.
    long pending() {
        return wire.pending();
    }

    /// How many channels it reads.
    int reading() {
        return subscriptions.size();
    }

    boolean isClosed() {
        return wire.hasEnded();
    }

    void send(ServerFrame frame) {
        wire.send(frame);
        closeIfSlow();
    }

    private void closeIfSlow() {
        if (wire.isTooSlow()) {
            close(CloseCode.TOO_SLOW, "too much is waiting to be read");
        }
    }

    void close(CloseCode code, String reason) {
        if (wire.end()) {
            node.metrics().closing(code);
            LOG.atDebug()
                    .addKeyValue("connection", id)
                    .addKeyValue("code", code.number())
                    .log("closed: {}", reason);
            leave();
            wire.close(code, reason);
        }
    }

    private void leave() {
        node.metrics().closed();
        node.addresses().leave(address);
        node.ports().hub().tell(new HubCommand.Gone(this));
        if (guest) {
            node.addresses().leaveGuest(address);
        }
        session.read(subscriptions.takeReads());
        requests.closed();
        session.end();
    }
}
