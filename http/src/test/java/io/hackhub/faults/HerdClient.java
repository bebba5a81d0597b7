package io.hackhub.faults;

import io.hackhub.load.wire.Dialect.Post;
import io.hackhub.load.wire.Experience;
import io.hackhub.load.wire.Follower;
import io.hackhub.load.wire.Follower.Appetite;
import io.hackhub.load.wire.Follower.Company;
import io.hackhub.load.wire.HackHubDialect;
import io.hackhub.load.wire.Histogram;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Everybody of a [Town] on the sockets of this process, some of whom write now and then. Where a balancer would send
/// them is said by [#living]: to one node after the other.
final class HerdClient implements Follower.Watch, AutoCloseable {

    private static final int AT_ONCE = 200;
    private static final long POST_EVERY_MS = 50;
    private static final long ANNOUNCE_EVERY_MS = 5_000;

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = (EventLoop) group.next();
    private final SplittableRandom random = new SplittableRandom(9);
    private final Experience experience = new Experience();
    private final List<Follower> followers = new ArrayList<>();
    private final Follower organizer;
    private final Map<String, Long> heads = new HashMap<>();
    private final Map<Long, String> underWay = new HashMap<>();
    private final Set<Follower> away = new HashSet<>();
    private final Histogram signedIn = new Histogram();
    private final Histogram back = new Histogram();
    private List<InetSocketAddress> living = List.of();
    private long began;
    private int turn;
    private int entering;
    private long posts = 1_000;
    private int acknowledged;
    private boolean writing = true;

    HerdClient(Town town) {
        var company = new Company(loop, new HackHubDialect(), this::next, this, experience, random);
        town.devices().forEach(it -> followers.add(new Follower(company, it, Appetite.ALL)));
        organizer = new Follower(company, town.organizer(), Appetite.ALL);
    }

    private InetSocketAddress next() {
        return living.get(turn++ % living.size());
    }

    <T> T onLoop(Callable<T> work) {
        return loop.submit(work).syncUninterruptibly().getNow();
    }

    void living(List<InetSocketAddress> nodes) {
        onLoop(() -> living = List.copyOf(nodes));
    }

    /// Lets everybody in, a few at once, and begins to write.
    void enter() {
        onLoop(() -> {
            organizer.come();
            while (entering < AT_ONCE && entering < followers.size()) {
                followers.get(entering++).come();
            }
            return true;
        });
        var _ = loop.scheduleAtFixedRate(this::chat, POST_EVERY_MS, POST_EVERY_MS, TimeUnit.MILLISECONDS);
        var _ = loop.scheduleAtFixedRate(this::announce, ANNOUNCE_EVERY_MS, ANNOUNCE_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    long inside() {
        return onLoop(() -> followers.stream().filter(Follower::isInside).count());
    }

    /// From now on the time is taken until everybody is back who is `gone` now. Those of `dropped` lose their
    /// connections here, the others at the server.
    int watch(Predicate<InetSocketAddress> gone, Predicate<InetSocketAddress> dropped) {
        return onLoop(() -> {
            began = System.nanoTime();
            for (var follower : followers) {
                var where = follower.where();
                if (where != null && (gone.test(where) || dropped.test(where))) {
                    away.add(follower);
                }
            }
            int count = away.size();
            List.copyOf(away).stream()
                    .filter(it -> it.where() != null && dropped.test(it.where()))
                    .forEach(Follower::drop);
            return count;
        });
    }

    int away() {
        return onLoop(away::size);
    }

    /// How long it took to be signed in again.
    Histogram signedIn() {
        return signedIn;
    }

    /// How long it took until all channels were followed again.
    Histogram back() {
        return back;
    }

    Experience experience() {
        return experience;
    }

    int acknowledged() {
        return onLoop(() -> acknowledged);
    }

    void stopWriting() {
        onLoop(() -> writing = false);
    }

    // On the loop

    @Override
    public void signedIn(Follower who) {
        if (away.contains(who)) {
            signedIn.add(System.nanoTime() - began);
        }
    }

    @Override
    public void inside(Follower who) {
        if (away.remove(who)) {
            back.add(System.nanoTime() - began);
        }
        if (entering < followers.size()) {
            followers.get(entering++).come();
        }
    }

    @Override
    public void acknowledged(Follower who, long number, long seq) {
        var channel = underWay.remove(number);
        if (channel != null) {
            acknowledged++;
            heads.merge(channel, seq, Math::max);
        }
    }

    private void chat() {
        var who = followers.get(random.nextInt(followers.size()));
        if (writing && who.isInside()) {
            post(who, Post.MESSAGE, Town.CHAT);
        }
    }

    private void announce() {
        if (writing && organizer.isInside()) {
            post(organizer, Post.ANNOUNCEMENT, Town.ANNOUNCEMENTS);
        }
    }

    private void post(Follower who, Post what, int channel) {
        underWay.put(++posts, who.channel(channel));
        who.post(what, channel, posts, "now " + posts);
    }

    /// How many lack something that was acknowledged.
    long lacking() {
        return onLoop(() -> followers.stream()
                .filter(it -> lacks(it, Town.ANNOUNCEMENTS) || lacks(it, Town.CHAT))
                .count());
    }

    private boolean lacks(Follower who, int channel) {
        return who.cursor(channel) < heads.getOrDefault(who.channel(channel), 0L);
    }

    @Override
    public void close() {
        onLoop(() -> {
            followers.forEach(Follower::leave);
            organizer.leave();
            return true;
        });
        var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
