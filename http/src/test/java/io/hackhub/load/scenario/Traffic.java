package io.hackhub.load.scenario;

import io.hackhub.load.wire.Dialect.Post;
import io.hackhub.load.wire.Faults;
import io.hackhub.load.wire.Histogram;
import io.hackhub.load.wire.Marker;
import io.hackhub.load.wire.Seat;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// Numbered posts in rooms, and who got which. Times are counted from when a post was meant to go out, not from when it
/// did: a generator that is held up holds nobody's latency down. All of it belongs to the loop of its lines.
///
/// Numbers begin at `first`; what is replayed of earlier runs has lower ones and is not counted.
final class Traffic {

    private static final String FILLER = "x".repeat(80);

    /// Where people read what each of them posts.
    static final class Room {
        private final String channel;
        private final Tally posted = new Tally();
        private final List<Member> readers = new ArrayList<>();

        private Room(String channel) {
            this.channel = channel;
        }
    }

    private final Post what;
    private final long first;
    private final Faults faults;
    private final List<Room> rooms = new ArrayList<>();
    private long[] intended = new long[1 << 16];
    private int[] missing = new int[1 << 16];
    private int posts;
    private boolean counting;
    private long underWay;
    private Counts counts = new Counts();
    private LongConsumer whenAllHaveIt = _ -> {};

    /// What was counted between [#begin] and [#end].
    static final class Counts {
        final Histogram acknowledgements = new Histogram();
        final Histogram deliveries = new Histogram();
        final Histogram lastDeliveries = new Histogram();
        long refused;

        double acknowledgedPerSecond(double seconds) {
            return acknowledgements.count() / seconds;
        }

        double deliveredPerSecond(double seconds) {
            return deliveries.count() / seconds;
        }
    }

    Traffic(Post what, long first, Faults faults) {
        this.what = what;
        this.first = first;
        this.faults = faults;
    }

    Room room(String channel) {
        var room = new Room(channel);
        rooms.add(room);
        return room;
    }

    /// Somebody who reads in `room` and may post there.
    Member reader(Room room, Seat seat) {
        var member = new Member(room, seat);
        room.readers.add(member);
        return member;
    }

    /// Somebody who only posts there.
    Member writer(Room room, Seat seat) {
        return new Member(room, seat);
    }

    /// Called with the number of each post that has reached every reader.
    void whenAllHaveIt(LongConsumer then) {
        whenAllHaveIt = then;
    }

    void begin() {
        counts = new Counts();
        counting = true;
    }

    Counts end() {
        counting = false;
        return counts;
    }

    /// The number that the next post gets.
    long next() {
        return first + posts;
    }

    long underWay() {
        return underWay;
    }

    /// Whether everybody has all that was acknowledged, once.
    boolean isSettled() {
        return underWay == 0
                && rooms.stream().allMatch(room -> room.readers.stream().allMatch(it -> it.got.matches(room.posted)));
    }

    /// What is wrong if it never settles.
    String unsettled() {
        long lost = rooms.stream()
                .flatMap(room -> room.readers.stream().map(it -> room.posted.count() - it.got.count()))
                .mapToLong(it -> it)
                .sum();
        return "void: %d without an answer; %d more acknowledged than delivered".formatted(underWay, lost);
    }

    private long indexOf(long number) {
        return number - first;
    }

    /// One seat in a room.
    final class Member implements Seat.Listener {
        private final Room room;
        private final Seat seat;
        private final Tally got = new Tally();
        private Runnable whenAnswered = () -> {};

        private Member(Room room, Seat seat) {
            this.room = room;
            this.seat = seat;
            seat.listen(this);
        }

        void whenAnswered(Runnable then) {
            whenAnswered = then;
        }

        /// Posts what was meant to go out at `at`, by [System#nanoTime].
        void post(long at) {
            long number = sent(at);
            seat.post(what, room.channel, number, Marker.of(number) + FILLER);
        }

        /// As [#post], a score.
        void score(long at, String team, double score) {
            seat.score(room.channel, sent(at), team, score);
        }

        private long sent(long at) {
            if (posts == intended.length) {
                intended = Arrays.copyOf(intended, posts * 2);
                missing = Arrays.copyOf(missing, posts * 2);
            }
            long number = next();
            intended[posts] = at;
            missing[posts] = room.readers.size();
            posts++;
            underWay++;
            return number;
        }

        @Override
        public void event(ByteBuf frame) {
            long number = Marker.in(frame);
            if (number < first) {
                return;
            }
            int index = (int) indexOf(number);
            got.add(number);
            if (counting) {
                counts.deliveries.add(System.nanoTime() - intended[index]);
            }
            if (--missing[index] == 0) {
                complete(index);
            } else if (missing[index] < 0) {
                faults.add("void: %d was delivered twice".formatted(number));
            }
        }

        private void complete(int index) {
            if (counting) {
                counts.lastDeliveries.add(System.nanoTime() - intended[index]);
            }
            whenAllHaveIt.accept(first + index);
        }

        @Override
        public void acknowledged(long number) {
            room.posted.add(number);
            underWay--;
            if (counting) {
                counts.acknowledgements.add(System.nanoTime() - intended[(int) indexOf(number)]);
            }
            whenAnswered.run();
        }

        @Override
        public void refused(long number, String why) {
            underWay--;
            if (counting) {
                counts.refused++;
            }
            whenAnswered.run();
        }
    }
}
