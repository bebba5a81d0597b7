package io.hackhub.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.http.live.LiveMetrics.Handshake;
import io.hackhub.http.shared.Addresses;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one HTTP request of a connection: lets it become a WebSocket, or says why not. A browser can read no status of a
/// refused upgrade, so an unknown version of our own protocol is let in and told by close code.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails comes back as an exception of its channel
final class Upgrade extends SimpleChannelInboundHandler<FullHttpRequest> {

    static final String PATH = "/api/v1/live";
    static final String PROTOCOL = "hackhub.v1";
    private static final int KEY_LENGTH = 24;
    private static final String FAMILY = "hackhub.v";
    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    private final LiveNode node;
    private final LiveLane lane;
    private final Addresses proxies;
    private final Set<String> origins;
    private @Nullable ScheduledFuture<?> deadline;

    Upgrade(LiveNode node, LiveLane lane, Addresses proxies) {
        this.node = node;
        this.lane = lane;
        this.proxies = proxies;
        this.origins = node.settings().origins().stream()
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A socket that does not ask for its upgrade in time is closed.
    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        var patience = node.settings().timing().auth().toMillis();
        deadline = ctx.executor().schedule(() -> giveUp(ctx), patience, TimeUnit.MILLISECONDS);
    }

    private void giveUp(ChannelHandlerContext ctx) {
        node.metrics().refusedHandshake(Handshake.TIMEOUT);
        ctx.close();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        var offered = offered(request);
        var chosen = offered.stream()
                .filter(PROTOCOL::equals)
                .findFirst()
                .or(() -> offered.stream().filter(it -> it.startsWith(FAMILY)).findFirst());
        if (isUpgrade(ctx, request)) {
            chosen.ifPresentOrElse(
                    protocol -> enter(ctx, request, protocol),
                    () -> refuse(
                            ctx,
                            Handshake.PROTOCOL,
                            HttpResponseStatus.BAD_REQUEST,
                            "Sec-WebSocket-Protocol: " + PROTOCOL));
        }
    }

    /// False: no, and said so.
    private boolean isUpgrade(ChannelHandlerContext ctx, FullHttpRequest request) {
        var headers = request.headers();
        if (request.decoderResult().isFailure()) {
            return refuse(
                    ctx, Handshake.UNREADABLE, HttpResponseStatus.BAD_REQUEST, "not an HTTP request that can be read");
        }
        if (!request.uri().equals(PATH) && !request.uri().startsWith(PATH + "?")) {
            return refuse(ctx, Handshake.PATH, HttpResponseStatus.NOT_FOUND, "the live protocol is at " + PATH);
        }
        if (!request.method().equals(HttpMethod.GET)) {
            return refuse(ctx, Handshake.METHOD, HttpResponseStatus.METHOD_NOT_ALLOWED, "GET");
        }
        if (!headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                || !WebSocketVersion.V13.toHttpHeaderValue().contentEquals(version(request))) {
            return refuse(ctx, Handshake.UPGRADE, HttpResponseStatus.UPGRADE_REQUIRED, "a WebSocket of version 13");
        }
        var key = headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        if (key == null || key.length() != KEY_LENGTH) {
            return refuse(ctx, Handshake.KEY, HttpResponseStatus.BAD_REQUEST, "Sec-WebSocket-Key: 16 bytes in Base64");
        }
        var origin = headers.get(HttpHeaderNames.ORIGIN);
        if (origin != null && !origins.contains(origin.toLowerCase(Locale.ROOT))) {
            return refuse(ctx, Handshake.ORIGIN, HttpResponseStatus.FORBIDDEN, "this origin is not on the list");
        }
        return true;
    }

    private void enter(ChannelHandlerContext ctx, FullHttpRequest request, String protocol) {
        var address = address(ctx, request);
        var wait = node.addresses().enter(address, node.ports().clock().instant());
        if (!wait.isZero()) {
            node.metrics().refusedHandshake(Handshake.ADDRESS);
            respond(ctx, HttpResponseStatus.TOO_MANY_REQUESTS, "too many from this address", wait.toSeconds() + 1);
            return;
        }
        var outbound = new NettyOutbound(ctx.channel(), lane);
        var connection = new LiveConnection(node, lane, outbound, address);
        try {
            ctx.pipeline().addLast(new WebSocketFrameAggregator(bound()), new SocketHandler(connection, lane));
            new WebSocketServerHandshaker13("", protocol, decoding())
                    .handshake(ctx.channel(), request)
                    .addListener((ChannelFuture done) -> entered(ctx, connection, protocol, done));
        } catch (RuntimeException notAHandshake) {
            LOG.debug("a handshake failed", notAHandshake);
            node.addresses().leave(address);
            refuse(ctx, Handshake.UNREADABLE, HttpResponseStatus.BAD_REQUEST, "not a WebSocket handshake");
        }
    }

    private void entered(ChannelHandlerContext ctx, LiveConnection connection, String protocol, ChannelFuture done) {
        connection.opened();
        if (!done.isSuccess() || !ctx.channel().isActive()) {
            connection.closed();
            ctx.close();
        } else if (!protocol.equals(PROTOCOL)) {
            connection.close(CloseCode.UNKNOWN_VERSION, "this server speaks " + PROTOCOL);
        } else {
            lane.add(connection);
        }
        ctx.pipeline().remove(this);
    }

    private WebSocketDecoderConfig decoding() {
        return WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(bound())
                .closeOnProtocolViolation(false)
                .withUTF8Validator(false)
                .allowExtensions(false)
                .build();
    }

    private int bound() {
        return node.settings().bounds().frame();
    }

    private String address(ChannelHandlerContext ctx, FullHttpRequest request) {
        return ctx.channel().remoteAddress() instanceof InetSocketAddress peer
                ? Addresses.key(
                        proxies.client(peer.getAddress(), request.headers().getAll("X-Forwarded-For")))
                : "unknown";
    }

    private static String version(FullHttpRequest request) {
        return Optional.ofNullable(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))
                .orElse("");
    }

    private static List<String> offered(FullHttpRequest request) {
        return request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private boolean refuse(ChannelHandlerContext ctx, Handshake cause, HttpResponseStatus status, String expected) {
        node.metrics().refusedHandshake(cause);
        respond(ctx, status, expected, 0);
        return false;
    }

    private static void respond(ChannelHandlerContext ctx, HttpResponseStatus status, String why, long retryAfter) {
        var body = Unpooled.copiedBuffer(why + "\n", UTF_8);
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        var headers = response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
            headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                    .set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, WebSocketVersion.V13.toHttpHeaderValue());
        }
        if (retryAfter > 0) {
            headers.set(HttpHeaderNames.RETRY_AFTER, retryAfter);
        }
        ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        LOG.debug("a connection failed before its upgrade", failure);
        ctx.close();
    }
}
