package io.hackhub.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.shared.Uuids;
import io.hackhub.system.Scenario.Hackathon;
import io.hackhub.system.Scenario.Person;
import io.netty.channel.EventLoopGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Everybody posts in their room, one message at a time each: the next when the last is acknowledged. With one room of
/// many people it is the hot room.
final class Rooms {

    private final EventLoopGroup loops;
    private final Target target;
    private final Latencies acknowledged = new Latencies();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean posting = true;
    private volatile boolean counting;

    Rooms(Target target, EventLoopGroup loops) {
        this.target = target;
        this.loops = loops;
    }

    /// `rooms` teams of `size` people.
    String teams(int rooms, int size, int seconds) throws InterruptedException {
        var hackathon = target.scenario().open(rooms * size);
        var writers = new ArrayList<Writer>();
        target.together(rooms, _ -> team(hackathon, size)).forEach(writers::addAll);
        return run("%d rooms of %d".formatted(rooms, size), writers, seconds);
    }

    /// Everybody in the hackathon's own chat.
    String hot(int people, int seconds) throws InterruptedException {
        var hackathon = target.scenario().open(people);
        var channel = "hackathon/" + hackathon.id() + "/chat";
        var writers =
                target.together(people, _ -> new Writer(target.scenario().registered("load", hackathon), channel));
        return run("one room of " + people, writers, seconds);
    }

    private List<Writer> team(Hackathon hackathon, int size) {
        var leader = target.scenario().registered("load", hackathon);
        var team = target.scenario().team(hackathon, leader);
        var writers = new ArrayList<Writer>();
        writers.add(new Writer(leader, team.chat()));
        IntStream.range(1, size)
                .mapToObj(_ -> target.scenario().member("load", hackathon, team))
                .forEach(it -> writers.add(new Writer(it, team.chat())));
        return writers;
    }

    private String run(String title, List<Writer> writers, int seconds) throws InterruptedException {
        writers.forEach(Writer::connect);
        writers.forEach(Writer::post);
        TimeUnit.SECONDS.sleep(Math.max(2, seconds / 4));
        var server = Usage.of(target.pid());
        var own = Usage.of(ProcessHandle.current().pid());
        counting = true;
        TimeUnit.SECONDS.sleep(seconds);
        counting = false;
        var usedByServer = Usage.of(target.pid()).since(server);
        var usedHere = Usage.of(ProcessHandle.current().pid()).since(own);
        posting = false;
        writers.forEach(Writer::finish);
        return String.format(
                Locale.ROOT,
                "%s: %.0f acknowledged/s, %.0f deliveries/s; ack %s; %d refused; server %s, load tool %s in %d s",
                title,
                acknowledged.count() / (double) seconds,
                delivered.get() / (double) seconds,
                acknowledged,
                refused.get(),
                usedByServer,
                usedHere,
                seconds);
    }

    /// One person: posts, and follows the room; a hole or a double in what it reads makes the run void.
    private final class Writer implements Socket.Listener {
        private final Person person;
        private final String channel;
        private final SplittableRandom random = new SplittableRandom(System.nanoTime());
        private final Map<String, Long> sent = new ConcurrentHashMap<>();
        private long seq = -1;
        private @Nullable Socket socket;

        Writer(Person person, String channel) {
            this.person = person;
            this.channel = channel;
        }

        void connect() {
            var connected = Socket.connect(loops, target.live(), person.token(), this);
            socket = connected;
            connected.subscribe(channel);
        }

        void post() {
            var open = socket;
            if (posting && open != null) {
                var cid = Uuids.v7(Instant.now(), random).toString();
                sent.put(cid, System.nanoTime());
                open.send(Map.of(
                        "type",
                        "command",
                        "id",
                        2,
                        "cid",
                        cid,
                        "channel",
                        channel,
                        "kind",
                        "message.post",
                        "data",
                        Map.of("text", "x".repeat(80))));
            }
        }

        @Override
        public void event(String frame) {
            var now = Announcements.seqOf(frame);
            if (seq >= 0 && now != seq + 1) {
                throw new IllegalStateException("void: seq %d (expected: %d)".formatted(now, seq + 1));
            }
            seq = now;
            if (counting) {
                delivered.incrementAndGet();
            }
        }

        @Override
        public void answer(JsonNode frame) {
            if (frame.path("type").asText().equals("ack")) {
                var since = sent.remove(frame.path("cid").asText());
                if (counting && since != null) {
                    acknowledged.add(System.nanoTime() - since);
                }
            } else {
                refused.incrementAndGet();
            }
            post();
        }

        void finish() {
            var open = socket;
            if (open != null) {
                open.close();
            }
        }
    }
}
