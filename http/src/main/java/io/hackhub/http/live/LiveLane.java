package io.hackhub.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.core.live.Batch;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.live.Lane;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One event loop: its connections, their clock, and their flushes, the last at each turn's end. Frames that many
/// of its connections get are encoded once, into one buffer that all of them send. Only [#execute] may be called off
/// the loop.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails comes back as an exception of its channel
final class LiveLane implements Lane {

    private static final int AT_ONCE = 64;

    private final EventLoop loop;
    private final CharsetDecoder utf8 = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final Set<LiveConnection> connections = new HashSet<>();
    private List<NettyOutbound> unflushed = new ArrayList<>();
    private List<NettyOutbound> flushing = new ArrayList<>();
    private boolean turnEnds;
    private boolean isFlushing;
    private @Nullable Object shared;
    private @Nullable ByteBuf buffer;
    private volatile Load load = new Load(0, 0, 0);

    /// What waits for the clients of this lane, and for the one that most waits for; what they read.
    record Load(long pending, long most, long subscriptions) {}

    LiveLane(EventLoop loop) {
        this.loop = loop;
    }

    void startClock(long everyMs) {
        loop.scheduleAtFixedRate(this::tick, everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    void add(LiveConnection connection) {
        connections.add(connection);
    }

    void remove(LiveConnection connection) {
        connections.remove(connection);
    }

    /// A copy: closing a connection removes it.
    List<LiveConnection> connections() {
        return List.copyOf(connections);
    }

    void goAway(Supplier<Long> afterMs) {
        connections().forEach(connection -> connection.goAway(afterMs.get()));
    }

    void closeAll() {
        connections().forEach(connection -> connection.close(CloseCode.GOING_AWAY, "this node is gone"));
    }

    /// As of the last tick.
    Load load() {
        return load;
    }

    private void tick() {
        connections().forEach(LiveConnection::tick);
        long pending = 0;
        long most = 0;
        long subscriptions = 0;
        for (var connection : connections) {
            long waiting = connection.pending();
            pending += waiting;
            most = Math.max(most, waiting);
            subscriptions += connection.reading();
        }
        load = new Load(pending, most, subscriptions);
    }

    String decode(ByteBuf frame) throws CharacterCodingException {
        return utf8.decode(frame.nioBuffer()).toString();
    }

    // Writing

    /// The socket's frames of a batch, for one more connection to send and release.
    ByteBuf frames(Batch batch) {
        var known = buffer;
        if (isShared(batch) && known != null) {
            return known.retainedDuplicate();
        }
        var frames = ByteBufAllocator.DEFAULT.directBuffer(
                batch.size() + batch.frames().size() * SocketFrames.MAX_HEADER);
        batch.frames().forEach(frame -> SocketFrames.text(frames, frame.array()));
        return keep(batch, frames);
    }

    ByteBuf frame(Bytes bytes) {
        var known = buffer;
        if (isShared(bytes) && known != null) {
            return known.retainedDuplicate();
        }
        var frame = ByteBufAllocator.DEFAULT.directBuffer(bytes.length() + SocketFrames.MAX_HEADER);
        SocketFrames.text(frame, bytes.array());
        return keep(bytes, frame);
    }

    /// The very same object: nobody compares the bytes.
    @SuppressWarnings("ReferenceEquality")
    private boolean isShared(Object source) {
        return shared == source;
    }

    private ByteBuf keep(Object source, ByteBuf frames) {
        forget();
        shared = source;
        buffer = frames;
        return frames.retainedDuplicate();
    }

    private void forget() {
        if (buffer != null) {
            buffer.release();
        }
        buffer = null;
        shared = null;
    }

    /// Sees to it that `outbound` is flushed when what the loop has to do now is done; where that is to write to
    /// very many, some at a time, as long as what they are made of is in the processor's cache.
    void flushLater(NettyOutbound outbound) {
        unflushed.add(outbound);
        if (!turnEnds) {
            turnEnds = true;
            loop.execute(this::endTurn);
        }
        if (unflushed.size() >= AT_ONCE && !isFlushing) {
            flush();
        }
    }

    private void endTurn() {
        turnEnds = false;
        flush();
        forget();
    }

    /// A flush may make a connection write again: that goes into the other list, and is flushed at the end of a turn.
    private void flush() {
        isFlushing = true;
        var written = unflushed;
        unflushed = flushing;
        flushing = written;
        written.forEach(NettyOutbound::flush);
        written.clear();
        isFlushing = false;
    }
}
