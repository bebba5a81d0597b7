package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One signed-in socket. Everything here happens on its event loop, of which a run has only one, so that nothing needs
/// a lock. It reads frames out of the bytes by itself: Netty's own decoder makes several objects of each frame, and
/// these are millions.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails comes back as an exception of its channel
public final class Line extends ByteToMessageDecoder implements Seat {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Dialect dialect;
    private final String token;
    private final Faults faults;
    private final Queue<String> toJoin;
    private final CompletableFuture<Line> entered = new CompletableFuture<>();
    private Listener listener = Listener.DEAF;
    private boolean upgraded;
    private boolean closing;
    private @Nullable ChannelHandlerContext context;

    Line(Dialect dialect, String token, List<String> channels, Faults faults) {
        this.dialect = dialect;
        this.token = token;
        this.toJoin = new ArrayDeque<>(channels);
        this.faults = faults;
    }

    /// Done when it is signed in and follows all its channels.
    CompletableFuture<Line> entered() {
        return entered;
    }

    @Override
    public void listen(Listener other) {
        listener = other;
    }

    @Override
    public void post(Dialect.Post what, String channel, long number, String text) {
        send(TEXT, dialect.post(what, channel, number, text), UTF_8);
    }

    @Override
    public void score(String channel, long number, String team, double score) {
        text(dialect.score(channel, number, team, score));
    }

    public void close() {
        closing = true;
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
            fail("upgrade: " + head.lines().findFirst().orElse(""));
            return;
        }
        in.skipBytes(end + 4);
        upgraded = true;
        if (dialect.speaksFirst()) {
            text(dialect.signIn(token));
        }
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
            case CLOSE -> fail("closed: " + in.toString(UTF_8));
            default -> {}
        }
        in.writerIndex(end).readerIndex(start + length);
    }

    private void received(ByteBuf frame) {
        switch (dialect.kind(frame)) {
            case EVENT -> listener.event(frame);
            case BOARD -> listener.board(frame);
            case ACK -> listener.acknowledged(dialect.number(frame));
            case REFUSED -> refused(frame);
            case HELLO -> text(dialect.signIn(token));
            case READY, JOINED -> joinNext();
            case PING -> text(dialect.pong());
            case OTHER -> {}
        }
    }

    private void refused(ByteBuf frame) {
        if (entered.isDone()) {
            listener.refused(dialect.number(frame), frame.toString(UTF_8));
        } else {
            fail("refused: " + frame.toString(UTF_8));
        }
    }

    private void joinNext() {
        var next = toJoin.poll();
        if (next != null) {
            text(dialect.join(next));
        } else {
            entered.complete(this);
        }
    }

    // Out

    private void text(String text) {
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
        fail("closed by the server");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        fail(cause.toString());
        ctx.close();
    }

    private void fail(String why) {
        if (!closing && !entered.completeExceptionally(new IllegalStateException(why)) && isInside()) {
            faults.add(why);
        }
    }

    /// Who was turned away comes again on another line: no fault of the run.
    private boolean isInside() {
        return !entered.isCompletedExceptionally();
    }
}
