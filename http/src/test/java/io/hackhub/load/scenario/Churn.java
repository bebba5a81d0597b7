package io.hackhub.load.scenario;

import io.hackhub.load.wire.Experience;
import io.hackhub.load.wire.Follower;
import io.hackhub.load.wire.Follower.Appetite;
import io.hackhub.load.wire.Follower.Company;
import io.hackhub.load.wire.HackHubDialect;
import io.hackhub.load.wire.Lines.Guest;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// People who come and go all the while, back by their cursors each time; and some who read slowly, or stop reading
/// until they come anew a minute or so later. All on one loop.
final class Churn {

    private static final int LEAST_STAY_MS = 2_000;
    private static final int MOST_STAY_MS = 20_000;
    private static final int LEAST_GONE_MS = 200;
    private static final int MOST_GONE_MS = 4_000;
    private static final int LEAST_LAPSE_MS = 20_000;
    private static final int MOST_LAPSE_MS = 100_000;

    private final EventLoop loop;
    private final SplittableRandom random = new SplittableRandom(8);
    private final Company restless;
    private final Company idle;
    private final List<Follower> people = new ArrayList<>();
    private boolean running = true;

    Churn(EventLoop loop, InetSocketAddress server) {
        this.loop = loop;
        this.restless = company(server);
        this.idle = company(server);
    }

    private Company company(InetSocketAddress server) {
        return new Company(loop, new HackHubDialect(), () -> server, new Follower.Watch() {}, new Experience(), random);
    }

    /// Somebody who comes and goes.
    void add(Guest guest) {
        var follower = new Follower(restless, guest, Appetite.ALL);
        people.add(follower);
        goOn(() -> come(follower), random.nextLong(MOST_STAY_MS));
    }

    /// Somebody who does not read, or not much.
    void add(Guest guest, Appetite appetite) {
        var follower = new Follower(idle, guest, appetite);
        people.add(follower);
        goOn(() -> lapse(follower), random.nextLong(LEAST_LAPSE_MS));
    }

    private void come(Follower follower) {
        follower.come();
        goOn(() -> leave(follower), random.nextLong(LEAST_STAY_MS, MOST_STAY_MS));
    }

    private void leave(Follower follower) {
        follower.leave();
        goOn(() -> come(follower), random.nextLong(LEAST_GONE_MS, MOST_GONE_MS));
    }

    private void lapse(Follower follower) {
        follower.leave();
        follower.come();
        goOn(() -> lapse(follower), random.nextLong(LEAST_LAPSE_MS, MOST_LAPSE_MS));
    }

    private void goOn(Runnable next, long afterMs) {
        var _ = loop.schedule(
                () -> {
                    if (running) {
                        next.run();
                    }
                },
                afterMs,
                TimeUnit.MILLISECONDS);
    }

    void stop() {
        running = false;
        people.forEach(Follower::leave);
    }

    /// Of those who come and go.
    Experience experience() {
        return restless.experience();
    }
}
