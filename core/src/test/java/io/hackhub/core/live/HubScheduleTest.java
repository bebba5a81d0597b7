package io.hackhub.core.live;

import static io.hackhub.core.live.Fixture.CHAT;
import static io.hackhub.core.live.Fixture.deleted;
import static io.hackhub.core.live.Fixture.left;
import static io.hackhub.core.live.Fixture.posted;
import static io.hackhub.core.live.Fixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.Screen.TestLane;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Any order of subscribing, leaving, coming back, writing, removals, late reads and lost messages: what a subscriber
/// gets is each event from its cursor on, once, in order, up to the end or to where it lost the right to read.
class HubScheduleTest {

    private static final int STEPS = 400;

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostDoubledOrReordered(int seed) {
        var world = new World(seed);
        for (int step = 0; step < STEPS; step++) {
            world.step();
        }
        world.settle();
        world.check();
    }

    /// A source, a network that loses, a hub, and screens on two lanes.
    private static final class World {
        private final Random random;
        private final int seed;
        private final List<EventFrame> journal = new ArrayList<>();
        private final Set<UserId> out = new HashSet<>();
        private final Queue<SourceCommand> toSource = new ArrayDeque<>();
        private final Queue<HubCommand.FromSource> toHub = new ArrayDeque<>();
        private final Queue<Runnable> turns = new ArrayDeque<>();
        private final List<TestLane> lanes = List.of(new TestLane(), new TestLane());
        private final List<Screen> screens = new ArrayList<>();
        private final Hub hub;
        private boolean followed;
        private boolean lossy = true;
        private Instant now = Instant.parse("2026-03-01T09:00:00Z");

        World(int seed) {
            this.seed = seed;
            random = new Random(seed);
            for (int i = 0; i < 5; i++) {
                screens.add(new Screen(new Reader(user(i), false), lanes.get(i % 2)));
            }
            var self = TestInbox.<HubCommand>create();
            hub = new Hub(toSource::add, this::read, () -> now, self.getRef(), new Turns(), 100_000);
        }

        private final class Turns implements Hub.Turn {
            @Override
            public <T> void after(CompletionStage<T> work, BiConsumer<@Nullable T, @Nullable Throwable> then) {
                work.whenComplete((value, failure) -> turns.add(() -> then.accept(value, failure)));
            }
        }

        private CompletionStage<List<EventFrame>> read(Channel.Log channel, long from, long to) {
            if (lossy && random.nextInt(10) == 0) {
                return CompletableFuture.failedFuture(new IllegalStateException("away"));
            }
            return CompletableFuture.completedFuture(
                    List.copyOf(journal.subList((int) from - 1, (int) Math.min(to, journal.size()))));
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> write();
                case 3 -> subscribe();
                case 4 -> hub.on(new HubCommand.Unsubscribe(1, CHAT, anyone()));
                case 5 -> {
                    now = now.plus(Duration.ofMillis(700));
                    hub.sweep();
                }
                case 6 -> source();
                case 7, 8 -> deliver();
                case 9 -> turn();
                case 10 -> lanes.get(random.nextInt(2)).runOne();
                case 11 -> remove();
                default -> throw new AssertionError();
            }
        }

        private Screen anyone() {
            return screens.get(random.nextInt(screens.size()));
        }

        private void write() {
            int many = 1 + random.nextInt(4);
            var frames = new ArrayList<EventFrame>();
            for (int i = 0; i < many; i++) {
                long seq = journal.size() + 1L;
                var frame = random.nextInt(5) == 0 && seq > 1
                        ? deleted(seq, 1 + random.nextInt((int) seq - 1))
                        : posted(seq, "t", user(99));
                journal.add(frame);
                frames.add(frame);
            }
            publish(frames);
        }

        private void remove() {
            var who = anyone().reader().user();
            if (who == null || !out.add(who)) {
                out.remove(who);
                return;
            }
            var frame = left(journal.size() + 1L, who);
            journal.add(frame);
            publish(List.of(frame));
        }

        private void publish(List<EventFrame> frames) {
            if (followed) {
                toHub.add(new HubCommand.Events(CHAT, frames));
            }
        }

        private void subscribe() {
            var screen = anyone();
            Long since = random.nextInt(4) == 0 || journal.isEmpty() ? null : (long) random.nextInt(journal.size());
            hub.on(new HubCommand.Subscribe(1, CHAT, since, screen));
        }

        private void source() {
            var command = toSource.poll();
            if (command == null || lost()) {
                return;
            }
            switch (command) {
                case SourceCommand.Follow(var _, var lastSeq, var _) -> {
                    followed = true;
                    boolean held = lastSeq >= 0 && journal.size() - lastSeq < 10 && lastSeq < journal.size();
                    toHub.add(
                            held
                                    ? new HubCommand.Events(CHAT, journal.subList((int) lastSeq, journal.size()))
                                    : new HubCommand.Head(CHAT, journal.size()));
                }
                case SourceCommand.Unfollow _ -> followed = false;
                case SourceCommand.Admit it -> {
                    var refusal = out.contains(it.reader().user()) ? RefusalCode.DENIED : null;
                    toHub.add(new HubCommand.Admission(CHAT, it.ticket(), refusal, journal.size(), true));
                }
                case SourceCommand.Readers _, SourceCommand.Who _ -> {}
            }
        }

        private void deliver() {
            var message = toHub.poll();
            if (message != null && !lost()) {
                hub.on(message);
            }
        }

        private void turn() {
            var work = turns.poll();
            if (work != null) {
                work.run();
            }
        }

        private boolean lost() {
            return lossy && random.nextInt(6) == 0;
        }

        /// No more losses: everything that is on its way arrives.
        void settle() {
            lossy = false;
            for (int i = 0; i < 40; i++) {
                now = now.plus(Duration.ofSeconds(1));
                hub.sweep();
                while (!toSource.isEmpty() || !toHub.isEmpty() || !turns.isEmpty()) {
                    source();
                    deliver();
                    turn();
                }
            }
            lanes.forEach(TestLane::run);
        }

        void check() {
            screens.forEach(this::check);
        }

        private void check(Screen screen) {
            var subscriptions = screen.subscriptions.iterator();
            long next = -1;
            long head = -1;
            var before = "";
            for (var line : screen.log) {
                var at = "seed %d, %s, %s: %s".formatted(seed, screen.reader().user(), line, screen.log);
                if (line.startsWith("subscribed")) {
                    var subscription = subscriptions.next();
                    next = subscription.from();
                    head = subscription.head();
                } else if (line.startsWith("event")) {
                    long seq = Long.parseLong(line.substring(6));
                    assertThat(seq).as(at).isEqualTo(next);
                    next++;
                } else {
                    if (line.startsWith("revoked")) {
                        assertThat(isOwnLeaving(screen, next - 1)).as(at).isTrue();
                    }
                    next = -1;
                }
                if (before.startsWith("event") && line.startsWith("event")) {
                    long seq = Long.parseLong(before.substring(6));
                    assertThat(seq > head && isOwnLeaving(screen, seq)).as(at).isFalse();
                }
                before = line;
            }
            if (next >= 0) {
                assertThat(next).as("seed %d: %s", seed, screen.log).isEqualTo(journal.size() + 1L);
            }
        }

        private boolean isOwnLeaving(Screen screen, long seq) {
            var frame = journal.get((int) seq - 1);
            return frame.kind().equals("member.left")
                    && frame.userId() != null
                    && frame.userId().equals(screen.reader().user());
        }
    }
}
