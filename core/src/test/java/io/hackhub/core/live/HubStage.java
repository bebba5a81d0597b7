package io.hackhub.core.live;

import static io.hackhub.core.live.Fixture.CHAT;
import static io.hackhub.core.live.Fixture.posted;
import static io.hackhub.core.live.Fixture.user;

import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.HubCommand.Subscribe;
import io.hackhub.core.live.Screen.TestLane;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.jspecify.annotations.Nullable;

/// A hub with two readers on one lane; its sources are a list, its journal another, and time is set by hand.
abstract class HubStage {

    static final Channel.Board BOARD = new Channel.Board(new HackathonId(new UUID(3, 3)), false);

    final TestLane lane = new TestLane();
    final Screen ada = new Screen(new Reader(user(1), false), lane);
    final Screen bob = new Screen(new Reader(user(2), false), lane);
    final List<SourceCommand> sent = new ArrayList<>();
    final List<EventFrame> journal = new ArrayList<>();
    final TestInbox<HubCommand> self = TestInbox.create();
    Instant now = Instant.parse("2026-03-01T09:00:00Z");
    boolean backlogFails;
    int reads;
    Runnable beforeRead = () -> {};
    HubWatch watch = HubWatch.NONE;
    final Hub hub = new Hub(sent::add, this::read, () -> now, self.getRef(), HubStage.NOW, 200_000, new Watch());

    static final Hub.Turn NOW = new Hub.Turn() {
        @Override
        public <T> void after(CompletionStage<T> work, BiConsumer<@Nullable T, @Nullable Throwable> then) {
            work.whenComplete(then);
        }
    };

    CompletionStage<List<EventFrame>> read(Channel.Log channel, long from, long to) {
        reads++;
        beforeRead.run();
        return backlogFails
                ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                : CompletableFuture.completedFuture(journal.stream()
                        .filter(it -> it.seq() >= from && it.seq() <= to)
                        .toList());
    }

    List<Integer> counts() {
        return sent.stream()
                .filter(SourceCommand.Readers.class::isInstance)
                .map(it -> ((SourceCommand.Readers) it).count())
                .toList();
    }

    static BoardFrame board(long version) {
        return new BoardFrame("e", version - 1, version, Bytes.of("{}"), null);
    }

    void write(int head) {
        for (long seq = journal.size() + 1L; seq <= head; seq++) {
            journal.add(posted(seq, "text-" + seq));
        }
    }

    void events(long from, long to) {
        hub.on(new HubCommand.Events(
                CHAT,
                range(from, to).stream().map(seq -> posted(seq, "text-" + seq)).toList()));
    }

    void subscribe(Screen screen, @Nullable Long since) {
        hub.on(new Subscribe(7, CHAT, since, screen));
    }

    void subscribed(Screen screen, @Nullable Long since, long head) {
        subscribe(screen, since);
        hub.on(new HubCommand.Head(CHAT, head));
        hub.on(new Admission(CHAT, ticket(), null, head, true));
        lane.run();
    }

    long ticket() {
        return sent.stream()
                .filter(SourceCommand.Admit.class::isInstance)
                .map(it -> ((SourceCommand.Admit) it).ticket())
                .reduce(0L, (_, last) -> last);
    }

    void tick(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
        hub.sweep();
    }

    static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    /// Passes on to whoever watches now.
    private final class Watch implements HubWatch {
        @Override
        public void took(int events) {
            watch.took(events);
        }

        @Override
        public void holds(int channels, int readers, long ringBytes) {
            watch.holds(channels, readers, ringBytes);
        }

        @Override
        public void fannedOut(String trace, Instant began, Instant ended, int readers) {
            watch.fannedOut(trace, began, ended, readers);
        }
    }
}
