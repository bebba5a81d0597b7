package io.hackhub.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.shared.Uuids;
import io.hackhub.system.Scenario.Person;
import io.netty.channel.EventLoopGroup;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One announcement at a time to every socket; the next goes out when the last socket has the one before. A delivery
/// that is lost or doubled makes the run void.
final class Announcements {

    private final EventLoopGroup loops;
    private final Target target;
    private final Latencies last = new Latencies();
    private volatile CountDownLatch arrivals = new CountDownLatch(0);
    private volatile long sentAt;

    Announcements(Target target, EventLoopGroup loops) {
        this.target = target;
        this.loops = loops;
    }

    String run(int sockets, int rounds) throws InterruptedException {
        var hackathon = target.scenario().open(10);
        var channel = "hackathon/" + hackathon.id() + "/announcements";
        var people = target.crowd(sockets);
        var before = Usage.of(target.pid());
        var receivers = people.stream().map(it -> follow(it, channel)).toList();
        var connected = Usage.of(target.pid());
        var writer = Socket.connect(loops, target.live(), hackathon.organizer().token(), new Quiet());
        round(writer, channel, sockets);
        var idle = Usage.of(target.pid());
        var own = Usage.of(ProcessHandle.current().pid());
        var start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            round(writer, channel, sockets);
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var result = String.format(
                Locale.ROOT,
                "announcements: %d sockets, %d rounds: %.0f deliveries/s; last recipient %s; server %s, load tool %s; RSS %.1f KiB a socket",
                sockets,
                rounds,
                sockets * rounds / seconds,
                last,
                Usage.of(target.pid()).since(idle),
                Usage.of(ProcessHandle.current().pid()).since(own),
                (connected.residentKiB() - before.residentKiB()) / (double) sockets);
        receivers.forEach(Socket::close);
        writer.close();
        return result;
    }

    private Socket follow(Person person, String channel) {
        var socket = Socket.connect(loops, target.live(), person.token(), new Receiver());
        socket.subscribe(channel);
        return socket;
    }

    private void round(Socket writer, String channel, int sockets) throws InterruptedException {
        arrivals = new CountDownLatch(sockets);
        sentAt = System.nanoTime();
        writer.send(publish(channel));
        if (!arrivals.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "void: %d of %d deliveries are missing".formatted(arrivals.getCount(), sockets));
        }
        last.add(System.nanoTime() - sentAt);
    }

    private static Map<String, Object> publish(String channel) {
        return Map.of(
                "type",
                "command",
                "id",
                2,
                "cid",
                Uuids.v7(Instant.now(), new SplittableRandom(System.nanoTime())).toString(),
                "channel",
                channel,
                "kind",
                "announcement.publish",
                "data",
                Map.of("title", "Lunch", "content", "x".repeat(120), "type", "ANNOUNCEMENT", "priority", "NORMAL"));
    }

    /// Counts each event once; its `seq` must be the next.
    private final class Receiver implements Socket.Listener {
        private long seq = -1;

        @Override
        public void event(String frame) {
            var now = seqOf(frame);
            if (seq >= 0 && now != seq + 1) {
                throw new IllegalStateException("void: seq %d (expected: %d)".formatted(now, seq + 1));
            }
            seq = now;
            if (frame.contains("\"announcement.published\"")) {
                arrivals.countDown();
            }
        }

        @Override
        public void answer(JsonNode frame) {}
    }

    static long seqOf(String frame) {
        var start = frame.indexOf("\"seq\":") + 6;
        var end = start;
        while (Character.isDigit(frame.charAt(end))) {
            end++;
        }
        return Long.parseLong(frame, start, end, 10);
    }

    /// A writer that must not be refused.
    static final class Quiet implements Socket.Listener {
        @Override
        public void event(String frame) {}

        @Override
        public void answer(JsonNode frame) {
            if (frame.path("type").asText().equals("error")) {
                throw new IllegalStateException("void: " + frame);
            }
        }
    }
}
