package io.hackhub.http.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Between Netty's frames and a [LiveConnection]. What arrives once the connection is closed is read and thrown away.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails comes back as an exception of its channel
final class SocketHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

    private final LiveConnection connection;
    private final LiveLane lane;

    SocketHandler(LiveConnection connection, LiveLane lane) {
        this.connection = connection;
        this.lane = lane;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof WebSocketFrame frame) {
                received(ctx, frame);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void received(ChannelHandlerContext ctx, WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text -> text(text);
            case BinaryWebSocketFrame _ -> connection.receivedBinary();
            case PongWebSocketFrame _ -> connection.ponged();
            case PingWebSocketFrame ping -> ping(ctx, ping);
            case CloseWebSocketFrame close -> closing(ctx, close);
            default -> connection.close(CloseCode.PROTOCOL_ERROR, "a frame out of place");
        }
    }

    private void text(TextWebSocketFrame frame) {
        if (connection.isClosed()) {
            return;
        }
        String text;
        try {
            text = lane.decode(frame.content());
        } catch (CharacterCodingException malformed) {
            connection.receivedBadUtf8();
            return;
        }
        connection.received(text);
    }

    private void ping(ChannelHandlerContext ctx, PingWebSocketFrame ping) {
        connection.pinged();
        if (!connection.isClosed()) {
            ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()), ctx.voidPromise());
        }
    }

    /// Answers a client that closes; where we closed first this is its answer, and all is said.
    private void closing(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
        if (connection.isClosed()) {
            ctx.close();
            return;
        }
        connection.closed();
        var status = close.statusCode() < 0 ? WebSocketCloseStatus.NORMAL_CLOSURE.code() : close.statusCode();
        ctx.writeAndFlush(new CloseWebSocketFrame(status, "")).addListener(_ -> ctx.close());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            connection.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        connection.closed();
        lane.remove(connection);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        switch (failure) {
            case CorruptedWebSocketFrameException corrupted
            when corrupted.closeStatus().code() == CloseCode.TOO_LARGE.number() -> tooLarge();
            case TooLongFrameException _ -> tooLarge();
            case CorruptedWebSocketFrameException _ ->
                connection.close(CloseCode.PROTOCOL_ERROR, "not a WebSocket frame");
            case IOException _ -> ctx.close();
            default -> {
                LOG.atError()
                        .addKeyValue("connection", connection.id())
                        .setCause(failure)
                        .log("a connection failed");
                connection.close(CloseCode.INTERNAL, "something broke on our side");
            }
        }
    }

    private void tooLarge() {
        connection.close(CloseCode.TOO_LARGE, "a frame is too large");
    }
}
