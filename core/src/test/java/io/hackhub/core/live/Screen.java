package io.hackhub.core.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;

/// A subscriber that writes down what it is told. Its lane runs when the test says so, on the test's thread.
final class Screen implements Subscriber {

    /// Tasks in the order of arrival.
    static final class TestLane implements Lane {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void run() {
            while (runOne()) {}
        }

        boolean runOne() {
            var task = tasks.poll();
            if (task != null) {
                task.run();
            }
            return task != null;
        }
    }

    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

    private final Reader reader;
    private final TestLane lane;
    /// Everything, in order: `subscribed 1`, `event 5`, `revoked`…
    final List<String> log = new ArrayList<>();
    boolean breaks;
    int writes;
    final List<String> frames = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();

    Screen(Reader reader, TestLane lane) {
        this.reader = reader;
        this.lane = lane;
    }

    @Override
    public Reader reader() {
        return reader;
    }

    @Override
    public TestLane lane() {
        return lane;
    }

    @Override
    public void subscribed(long id, Channel channel, Subscription subscription) {
        subscriptions.add(subscription);
        log.add("subscribed " + id);
    }

    @Override
    public void write(Channel channel, Batch batch) {
        if (breaks) {
            throw new IllegalStateException("broken");
        }
        writes++;
        batch.frames().forEach(frame -> log.add("event " + seq(frame)));
    }

    @Override
    public void repaired(long id, Channel channel, Batch batch) {
        log.add("repaired " + id + " " + batch.frames().stream().map(this::seq).toList());
    }

    @Override
    public void signal(Channel channel, Bytes frame) {
        log.add("signal " + new String(frame.array(), UTF_8));
    }

    @Override
    public void board(Channel channel, BoardFrame board) {
        log.add("board " + board.to());
    }

    @Override
    public void revoked(Channel channel, RefusalCode code) {
        log.add("revoked " + code.wire());
    }

    @Override
    public void unsubscribed(long id, Channel channel) {
        log.add("unsubscribed " + id);
    }

    @Override
    public void who(long id, Channel channel, List<Author> users) {
        log.add("who " + id + " " + users.size());
    }

    @Override
    public void refused(long id, RefusalCode code, String message) {
        log.add("refused " + id + " " + code.wire());
    }

    List<Long> seqs() {
        return log.stream()
                .filter(it -> it.startsWith("event "))
                .map(it -> Long.parseLong(it.substring(6)))
                .toList();
    }

    private long seq(Bytes frame) {
        var json = new String(frame.array(), UTF_8);
        frames.add(json);
        var found = SEQ.matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }
}
