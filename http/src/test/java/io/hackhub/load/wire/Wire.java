package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The frames of one socket. It reads them out of the bytes by itself: Netty's own decoder makes several objects of
/// each frame, and these are millions.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails comes back as an exception of its channel
abstract class Wire extends ByteToMessageDecoder {

    /// The connection has ended without a code.
    static final int BROKEN = 1006;

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Dialect dialect;
    private boolean upgraded;
    private @Nullable ChannelHandlerContext context;

    Wire(Dialect dialect) {
        this.dialect = dialect;
    }

    /// The upgrade is done.
    abstract void opened();

    /// The text of a frame, only until this returns.
    abstract void received(ByteBuf frame);

    /// It is over, or as good as: `code` is the server's, or [#BROKEN]. May be told more than once.
    abstract void ended(int code, String why);

    @Nullable ChannelHandlerContext context() {
        return context;
    }

    void shut() {
        if (context != null) {
            context.close();
        }
    }

    // The upgrade

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        var head = "GET " + dialect.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + dialect.headers() + "\r\n";
        var bytes = ctx.alloc().directBuffer(head.length());
        bytes.writeCharSequence(head, US_ASCII);
        ctx.writeAndFlush(bytes, ctx.voidPromise());
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (!upgraded) {
            upgrade(in);
            return;
        }
        while (Frames.isWhole(in)) {
            frame(in);
        }
    }

    private void upgrade(ByteBuf in) {
        var head = in.toString(US_ASCII);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        if (!head.startsWith("HTTP/1.1 101 ")) {
            ended(BROKEN, "upgrade: " + head.lines().findFirst().orElse(""));
            return;
        }
        in.skipBytes(end + 4);
        upgraded = true;
        opened();
    }

    // Frames in

    private void frame(ByteBuf in) {
        int opcode = Frames.opcode(in);
        int length = Frames.skipHead(in);
        int start = in.readerIndex();
        int end = in.writerIndex();
        in.writerIndex(start + length);
        switch (opcode) {
            case TEXT -> received(in);
            case PING -> send(PONG, in.toString(US_ASCII), US_ASCII);
            case CLOSE -> closed(in);
            default -> {}
        }
        in.writerIndex(end).readerIndex(start + length);
    }

    private void closed(ByteBuf in) {
        int code = in.readableBytes() < 2 ? BROKEN : in.readUnsignedShort();
        ended(code, "closed: %d %s".formatted(code, in.toString(UTF_8)));
    }

    // Out

    void text(String text) {
        send(TEXT, text, UTF_8);
    }

    private void send(int opcode, String text, Charset charset) {
        var ctx = context;
        if (ctx != null) {
            ctx.writeAndFlush(Frames.masked(ctx.alloc(), opcode, text.getBytes(charset)), ctx.voidPromise());
        }
    }

    // The end

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ended(BROKEN, "closed by the server");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ended(BROKEN, cause.toString());
        ctx.close();
    }
}
