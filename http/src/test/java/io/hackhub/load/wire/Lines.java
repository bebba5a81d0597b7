package io.hackhub.load.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens lines, a few at once. Every four thousand come from another loopback address, since one address has no more
/// than some twenty thousand ports.
public final class Lines {

    /// Who connects, and what they follow.
    public record Guest(String token, List<String> channels) {
        public Guest {
            channels = List.copyOf(channels);
        }
    }

    private static final int AT_ONCE = 64;
    private static final int PER_ADDRESS = 4_000;
    private static final int PATIENCE_S = 60;
    private static final int TRIES = 5;
    private static final long AGAIN_MS = 500;

    private final EventLoopGroup loop;
    private final InetSocketAddress server;
    private final Dialect dialect;
    private final Faults faults;

    public Lines(EventLoopGroup loop, InetSocketAddress server, Dialect dialect, Faults faults) {
        this.loop = loop;
        this.server = server;
        this.dialect = dialect;
        this.faults = faults;
    }

    public Line open(Guest guest) throws InterruptedException {
        return open(List.of(guest)).getFirst();
    }

    /// In the order of the guests; returns when all are inside.
    ///
    /// @throws IllegalStateException if one does not get in
    public List<Line> open(List<Guest> guests) throws InterruptedException {
        var permits = new Semaphore(AT_ONCE);
        var opening = new ArrayList<CompletableFuture<Line>>();
        for (int i = 0; i < guests.size(); i++) {
            if (!permits.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("void: sockets: %d of %d got in".formatted(i, guests.size()));
            }
            var line = connect(guests.get(i), i, TRIES);
            opening.add(line.whenComplete((_, _) -> permits.release()));
        }
        var lines = new ArrayList<Line>();
        for (var line : opening) {
            lines.add(get(line));
        }
        return lines;
    }

    /// As a client does: who is turned away comes again, a few times.
    private CompletableFuture<Line> connect(Guest guest, int number, int triesLeft) {
        return connect(guest, number)
                .entered()
                .exceptionallyCompose(failure ->
                        triesLeft == 0 ? CompletableFuture.failedFuture(failure) : again(guest, number, triesLeft - 1));
    }

    private CompletableFuture<Line> again(Guest guest, int number, int triesLeft) {
        var pause = new CompletableFuture<Boolean>();
        var _ = loop.schedule(() -> pause.complete(true), AGAIN_MS, TimeUnit.MILLISECONDS);
        return pause.thenCompose(_ -> connect(guest, number, triesLeft));
    }

    private Line connect(Guest guest, int number) {
        var line = new Line(dialect, guest.token(), guest.channels(), faults);
        var from = new InetSocketAddress("127.0.0." + (2 + number / PER_ADDRESS), 0);
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel socket) {
                        socket.pipeline().addLast(line);
                    }
                })
                .connect(server, from)
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        line.entered().completeExceptionally(done.cause());
                    }
                });
        return line;
    }

    private Line get(CompletableFuture<Line> line) throws InterruptedException {
        try {
            return line.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("void: a socket did not get in: " + failure.getMessage(), failure);
        }
    }
}
