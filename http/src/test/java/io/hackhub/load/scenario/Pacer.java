package io.hackhub.load.scenario;

import io.netty.channel.EventLoop;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// An open loop: calls `post` with the times at which posts are meant to go out, evenly, whether or not the ones before
/// are answered. If the loop is late the times are not.
final class Pacer {

    private static final int MOST_AT_ONCE = 256;

    private final EventLoop loop;
    private final LongConsumer post;
    private final long every;
    private volatile boolean running = true;
    private Thread thread = Thread.currentThread();

    private Pacer(EventLoop loop, double perSecond, LongConsumer post) {
        this.loop = loop;
        this.post = post;
        this.every = Math.round(1e9 / perSecond);
    }

    static Pacer start(EventLoop loop, double perSecond, LongConsumer post) {
        var pacer = new Pacer(loop, perSecond, post);
        pacer.thread = Thread.ofPlatform().daemon().name("pacer").start(pacer::run);
        return pacer;
    }

    private void run() {
        long next = System.nanoTime();
        while (running) {
            long now = System.nanoTime();
            if (now < next) {
                LockSupport.parkNanos(next - now);
                continue;
            }
            next = due(next, now);
        }
    }

    /// Hands what is due to the loop, and answers when the next is.
    private long due(long from, long now) {
        int count = (int) Math.min(MOST_AT_ONCE, (now - from) / every + 1);
        loop.execute(() -> {
            for (int i = 0; i < count; i++) {
                post.accept(from + i * every);
            }
        });
        return from + count * every;
    }

    void stop() throws InterruptedException {
        running = false;
        LockSupport.unpark(thread);
        thread.join();
    }
}
