package io.hackhub.load.contestant;

import io.hackhub.load.wire.Dialect;
import io.hackhub.load.wire.Lines.Guest;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalLong;

/// One server under measurement, in a process of its own.
public interface Contestant extends AutoCloseable {

    /// As results name it: `hackhub`, `socket.io`, `ws`.
    String name();

    long pid();

    InetSocketAddress address();

    /// A new one for each loop that uses it.
    Dialect dialect();

    /// A channel of announcements that `people` may follow, and its organizer. The same people each time; they only
    /// grow in number.
    Venue announcements(int people);

    /// Chat rooms of `size` people each.
    List<Venue> rooms(int count, int size);

    /// One chat for `people`.
    Venue chat(int people);

    /// People who may look at any board.
    List<String> viewers(int people);

    /// `people` that follow three channels each, all of which the first of them may also read.
    List<Guest> idlers(int people);

    /// A leaderboard that anybody may look at, with so many teams, while judging runs.
    Show show(int teams, int judges);

    /// As a measurement wants it, not as it would be done in production.
    void collectGarbage();

    /// What the heap holds after that, where there is one that says so.
    OptionalLong heapKiB();

    /// What its page of metrics says now; 0 where it has none.
    double gauge(String metric);

    @Override
    void close();

    /// A channel and those who may be there.
    ///
    /// @param host may write in it, and does not follow it
    record Venue(String channel, String host, List<String> people) {
        public Venue {
            people = List.copyOf(people);
        }

        public List<Guest> guests() {
            return people.stream()
                    .map(token -> new Guest(token, List.of(channel)))
                    .toList();
        }
    }

    /// A leaderboard.
    ///
    /// @param judges tokens of those who score
    /// @param teams ids
    record Show(String channel, List<String> judges, List<String> teams) {
        public Show {
            judges = List.copyOf(judges);
            teams = List.copyOf(teams);
        }
    }
}
