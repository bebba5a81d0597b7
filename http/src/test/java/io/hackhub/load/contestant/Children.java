package io.hackhub.load.contestant;

import java.util.ArrayDeque;
import java.util.Deque;

/// What this process has started and must end, the last first, however it ends itself: also at Ctrl-C and after a
/// failure.
public final class Children {

    private static final Children ALL = new Children();

    private final Deque<Runnable> ends = new ArrayDeque<>();

    private Children() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "end-children"));
    }

    public static void onEnd(Runnable end) {
        ALL.add(end);
    }

    private synchronized void add(Runnable end) {
        ends.push(end);
    }

    private synchronized void endAll() {
        while (!ends.isEmpty()) {
            try {
                ends.pop().run();
            } catch (RuntimeException failure) {
                System.err.println(failure);
            }
        }
    }
}
