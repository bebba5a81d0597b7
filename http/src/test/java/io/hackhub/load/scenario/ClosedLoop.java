package io.hackhub.load.scenario;

import io.hackhub.load.scenario.Traffic.Member;
import java.util.List;

/// Each sends the next when the last one is answered. Who is listed twice has two under way.
final class ClosedLoop {

    private final List<Member> senders;
    private boolean running;

    ClosedLoop(List<Member> senders) {
        this.senders = List.copyOf(senders);
    }

    void start() {
        running = true;
        senders.forEach(it -> it.whenAnswered(() -> next(it)));
        senders.forEach(this::next);
    }

    private void next(Member sender) {
        if (running) {
            sender.post(System.nanoTime());
        }
    }

    void stop() {
        running = false;
    }
}
