package io.hackhub.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.system.Api;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One signed-in connection, cheap enough for thousands in one process: frames that the scenario does not ask for are
/// not parsed.
final class Socket extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    /// What a scenario does with the frames of one socket. Called on the socket's event loop.
    interface Listener {
        /// An event of a followed channel, unparsed.
        void event(String frame);

        /// An `ack` or `error`.
        void answer(JsonNode frame);
    }

    private static final int MAX_FRAME = 4 << 20;

    private final String token;
    private final Listener listener;
    private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();
    private volatile CompletableFuture<JsonNode> subscribed = new CompletableFuture<>();
    private final CompletableFuture<Channel> channel = new CompletableFuture<>();

    private Socket(String token, Listener listener) {
        this.token = token;
        this.listener = listener;
    }

    static EventLoopGroup loops(int threads) {
        return new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
    }

    /// Connects and signs in; returns when the server is ready.
    static Socket connect(EventLoopGroup loops, URI live, String token, Listener listener) {
        var socket = new Socket(token, listener);
        var config = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(live)
                .version(WebSocketVersion.V13)
                .subprotocol("hackhub.v1")
                .customHeaders(new DefaultHttpHeaders())
                .generateOriginHeader(false)
                .maxFramePayloadLength(MAX_FRAME)
                .build();
        new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel it) {
                        it.pipeline()
                                .addLast(
                                        new HttpClientCodec(),
                                        new HttpObjectAggregator(8192),
                                        new WebSocketClientProtocolHandler(config),
                                        socket);
                    }
                })
                .connect(new InetSocketAddress(live.getHost(), live.getPort()))
                .syncUninterruptibly();
        get(socket.ready);
        return socket;
    }

    void subscribe(String name) {
        subscribed = new CompletableFuture<>();
        send("{\"type\":\"subscribe\",\"id\":1,\"channel\":\"" + name + "\"}");
        get(subscribed);
    }

    void send(Map<String, Object> frame) {
        try {
            send(Api.JSON.writeValueAsString(frame));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void send(String text) {
        var _ = channel.join().writeAndFlush(new TextWebSocketFrame(text));
    }

    void close() {
        channel.join().close().syncUninterruptibly();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel.complete(context.channel());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) throws IOException {
        var text = frame.content().toString(StandardCharsets.UTF_8);
        if (text.startsWith("{\"type\":\"event\"")) {
            listener.event(text);
        } else if (!text.startsWith("{\"type\":\"signal\"")) {
            control(Api.JSON.readTree(text));
        }
    }

    private void control(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "hello" -> send("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
            case "ready" -> ready.complete(frame);
            case "subscribed" -> subscribed.complete(frame);
            case "ack", "error" -> {
                if (frame.path("id").asLong() == 1) {
                    subscribed.completeExceptionally(new IllegalStateException("subscribe: " + frame));
                }
                listener.answer(frame);
            }
            default -> {}
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        var gone = new IllegalStateException("connection: closed by the server");
        ready.completeExceptionally(gone);
        subscribed.completeExceptionally(gone);
    }

    /// A run with a lost or doubled delivery, or with a broken connection, is void.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        System.err.println(cause);
        Runtime.getRuntime().halt(1);
    }

    private static void get(CompletableFuture<JsonNode> answer) {
        answer.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
