package io.hackhub.http.live;

import io.hackhub.http.shared.Addresses;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live gateway of this node: a Netty server that speaks `hackhub.v1` at `/api/v1/live`. No actor, stream or thread
/// per connection: each belongs to one event loop for good.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails comes back as an exception of its channel
public final class LiveGateway {

    private static final Logger LOG = LoggerFactory.getLogger(LiveGateway.class);
    private static final int BACKLOG = 4_096;
    private static final int HTTP_BODY = 4_096;
    /// Small, so that a client that does not read is noticed by us and not buffered by the kernel.
    private static final int SEND_BUFFER = 131_072;
    private static final long LAST_WORDS_MS = 500;
    /// What it costs another node to take somebody over, generously: a handshake, signing in, subscribing.
    private static final long MS_A_COMEBACK = 2;
    private static final long LEAST_SPREAD_MS = 250;

    private final LiveNode node;
    private final MultiThreadIoEventLoopGroup acceptors;
    private final MultiThreadIoEventLoopGroup loops;
    private final Map<EventExecutor, LiveLane> lanes = new LinkedHashMap<>();
    private final ChannelGroup sockets = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel server;

    /// Listens, or fails with the [java.net.BindException] of the port.
    public static LiveGateway start(LiveSettings settings, LivePorts ports, MeterRegistry registry) {
        return new LiveGateway(new LiveNode(
                settings,
                ports,
                new LiveMetrics(registry),
                new UserThrottles(),
                new AddressLimits(settings.rateLimits(), settings.bounds())));
    }

    private LiveGateway(LiveNode node) {
        this.node = node;
        acceptors = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        loops = new MultiThreadIoEventLoopGroup(Runtime.getRuntime().availableProcessors(), NioIoHandler.newFactory());
        for (var loop : loops) {
            lanes.put(loop, new LiveLane((EventLoop) loop));
        }
        node.metrics().lanes(lanes.values());
        try {
            server = listen();
        } catch (RuntimeException failure) {
            stopLoops();
            throw failure;
        }
        lanes.values()
                .forEach(lane -> lane.startClock(node.settings().timing().tick().toMillis()));
        LOG.debug("live gateway at {}", server.localAddress());
    }

    private Channel listen() {
        var settings = node.settings();
        var proxies = new Addresses(settings.trustedProxies());
        var bounds = settings.bounds();
        return new ServerBootstrap()
                .group(acceptors, loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(bounds.droppable() / 2, bounds.droppable()))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel socket) {
                        accept(socket, proxies);
                    }
                })
                .bind(new InetSocketAddress(settings.host(), settings.port()))
                .syncUninterruptibly()
                .channel();
    }

    private void accept(SocketChannel socket, Addresses proxies) {
        var lane = lanes.get(socket.eventLoop());
        if (lane == null || sockets.size() >= node.settings().bounds().connections()) {
            node.metrics().refusedHandshake(LiveMetrics.Handshake.FULL);
            socket.close();
            return;
        }
        sockets.add(socket);
        socket.pipeline()
                .addLast(new HttpServerCodec(), new HttpObjectAggregator(HTTP_BODY), new Upgrade(node, lane, proxies));
    }

    public int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /// Open connections.
    public int connections() {
        return node.metrics().connections();
    }

    /// Accepts nobody any more, tells everybody to go elsewhere, each at a time of their own, and closes each as soon
    /// as what is under way for them is answered, the rest after `within`. Done when all is closed.
    public CompletionStage<Void> drain(Duration within) {
        var done = new CompletableFuture<Void>();
        server.close().addListener(_ -> {
            long spread = spread();
            lanes.values()
                    .forEach(lane -> lane.execute(
                            () -> lane.goAway(() -> node.ports().random().nextLong(spread))));
            loops.schedule(this::closeAll, within.toMillis(), TimeUnit.MILLISECONDS);
            sockets.newCloseFuture().addListener(_ -> {
                stopLoops();
                done.complete(null);
            });
        });
        return done;
    }

    /// Over how many milliseconds this many people come back: few at once, many at a rate that others can take.
    private long spread() {
        long most = Math.max(1, node.settings().timing().spread().toMillis());
        return Math.clamp((long) connections() * MS_A_COMEBACK, Math.min(LEAST_SPREAD_MS, most), most);
    }

    private void closeAll() {
        lanes.values().forEach(lane -> lane.execute(lane::closeAll));
        loops.schedule(this::closeSockets, LAST_WORDS_MS, TimeUnit.MILLISECONDS);
    }

    private void closeSockets() {
        sockets.close();
    }

    private void stopLoops() {
        acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
