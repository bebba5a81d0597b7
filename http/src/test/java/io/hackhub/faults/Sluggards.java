package io.hackhub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.load.wire.Experience;
import io.hackhub.load.wire.Follower;
import io.hackhub.load.wire.Follower.Appetite;
import io.hackhub.load.wire.Follower.Company;
import io.hackhub.load.wire.HackHubDialect;
import io.hackhub.load.wire.Lines.Guest;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// Sockets that read slowly or not at all, and ask for the same events again and again, so that much is waiting for
/// them soon. They come anew now and then, as somebody who does not read sees no end of a connection.
final class Sluggards {

    private static final int MANY = 500;
    private static final long ASK_EVERY_MS = 250;
    private static final long COME_EVERY_S = 20;

    private final EventLoop loop = (EventLoop) new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()).next();
    private final HackHubDialect dialect = new HackHubDialect();

    void add(JsonNode person, SplittableRandom random) {
        var nodes = new ArrayList<InetSocketAddress>();
        person.path("nodes").forEach(it -> {
            var live = URI.create(it.path("live").asText());
            nodes.add(new InetSocketAddress(live.getHost(), live.getPort()));
        });
        var company = new Company(
                loop,
                dialect,
                () -> nodes.get(random.nextInt(nodes.size())),
                new Follower.Watch() {},
                new Experience(),
                random);
        var guest = new Guest(
                person.path("token").asText(), List.of(person.path("channel").asText()));
        var follower = new Follower(
                company, guest, Appetite.valueOf(person.path("appetite").asText()));
        var _ = loop.scheduleAtFixedRate(
                () -> {
                    follower.leave();
                    follower.beginAtFirst();
                    follower.come();
                },
                0,
                COME_EVERY_S,
                TimeUnit.SECONDS);
        var _ = loop.scheduleAtFixedRate(
                () -> follower.again(0, MANY), ASK_EVERY_MS, ASK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
}
