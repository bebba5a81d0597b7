package io.hackhub.http.live;

import io.hackhub.core.live.Batch;
import io.hackhub.core.live.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.util.concurrent.TimeUnit;

/// Writes to one socket. Frames come encoded, and go past all of the pipeline's handlers. Closing lingers a moment, so
/// that a client that is still sending gets to read why, instead of a reset.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails comes back as an exception of its channel
final class NettyOutbound implements Outbound {

    private static final long LINGER_MS = 1_000;
    /// For whom much is waiting: the reason is the last of it.
    private static final long LINGER_SLOW_MS = 5_000;

    private final Channel channel;
    private final LiveLane lane;
    private boolean unflushed;

    NettyOutbound(Channel channel, LiveLane lane) {
        this.channel = channel;
        this.lane = lane;
    }

    @Override
    public void send(byte[] json) {
        var frame = channel.alloc().directBuffer(json.length + SocketFrames.MAX_HEADER);
        SocketFrames.text(frame, json);
        write(frame);
    }

    @Override
    public void send(Bytes shared) {
        write(lane.frame(shared));
    }

    @Override
    public void send(Batch shared) {
        write(lane.frames(shared));
    }

    private void write(ByteBuf frame) {
        channel.unsafe().write(frame, channel.voidPromise());
        touch();
    }

    private void touch() {
        if (!unflushed) {
            unflushed = true;
            lane.flushLater(this);
        }
    }

    void flush() {
        unflushed = false;
        channel.unsafe().flush();
    }

    @Override
    public void ping() {
        channel.write(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER), channel.voidPromise());
        touch();
    }

    @Override
    public long pending() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    @Override
    public boolean isFull() {
        return !channel.isWritable();
    }

    @Override
    public void close(CloseCode code, String reason) {
        channel.writeAndFlush(new CloseWebSocketFrame(code.number(), reason));
        var linger = code == CloseCode.TOO_SLOW ? LINGER_SLOW_MS : LINGER_MS;
        channel.eventLoop().schedule(() -> channel.close(), linger, TimeUnit.MILLISECONDS);
    }
}
