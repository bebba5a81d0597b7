package io.hackhub.faults;

import io.hackhub.faults.History.Acknowledged;
import io.hackhub.faults.History.Applied;
import io.hackhub.faults.History.Failed;
import io.hackhub.faults.History.Invoked;
import io.hackhub.faults.History.Resent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Holds what clients saw against the log that the server keeps. Every promise of the protocol that is broken becomes
/// one line: an acknowledged message that is lost, doubled or elsewhere, a log with a hole, a reader who missed,
/// doubled or reordered an event, an author whose messages changed their order, somebody who read or wrote on after
/// they had left.
public final class HistoryChecker {

    /// One event of a channel's log: the command of a message, or who has left, or neither.
    public record Entry(long seq, String cid, String left) {

        Entry(long seq, String cid) {
            this(seq, cid, "");
        }
    }

    private final Map<String, List<Entry>> logs;
    private final List<History> history;
    /// Where each message stands, by its command.
    private final Map<String, Long> positions = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private HistoryChecker(Map<String, List<Entry>> logs, List<History> history) {
        this.logs = logs;
        this.history = history;
        logs.values().forEach(log -> log.forEach(entry -> positions.put(entry.cid(), entry.seq())));
    }

    /// `logs`: per channel, what the server keeps, oldest first, from `seq` 1.
    public static List<String> check(Map<String, List<Entry>> logs, List<History> history) {
        var checker = new HistoryChecker(logs, history);
        logs.forEach(checker::isDenseAndWithoutDoubles);
        checker.everyCommandStandsOnce();
        checker.authorsKeepTheirOrder();
        checker.readersSawTheLog();
        checker.leaversAreGone();
        return List.copyOf(checker.faults);
    }

    private void isDenseAndWithoutDoubles(String channel, List<Entry> log) {
        var seen = new HashSet<String>();
        long expected = 1;
        for (var entry : log) {
            if (entry.seq() != expected) {
                faults.add("%s: seq %d (expected: %d)".formatted(channel, entry.seq(), expected));
            }
            expected = entry.seq() + 1;
            if (!entry.cid().isEmpty() && !seen.add(entry.cid())) {
                faults.add("%s: doubled %s".formatted(channel, entry.cid()));
            }
        }
    }

    private void everyCommandStandsOnce() {
        var invoked = new HashSet<String>();
        var acknowledged = new HashSet<String>();
        for (var step : history) {
            if (step instanceof Invoked sent && !invoked.add(sent.cid())) {
                faults.add("sent by two: " + sent.cid());
            }
            if (step instanceof Acknowledged ack) {
                acknowledged.add(ack.cid());
                if (!positions.containsKey(ack.cid())) {
                    faults.add("lost: %s, acknowledged at %d".formatted(ack.cid(), ack.seq()));
                } else if (positions.get(ack.cid()) != ack.seq()) {
                    faults.add("moved: %s from %d to %d".formatted(ack.cid(), ack.seq(), positions.get(ack.cid())));
                }
            }
        }
        var refused = history.stream()
                .filter(step -> step instanceof Failed failed && !failed.retryable())
                .map(step -> ((Failed) step).cid())
                .collect(Collectors.toSet());
        history.stream()
                .filter(Invoked.class::isInstance)
                .map(Invoked.class::cast)
                .filter(sent -> !acknowledged.contains(sent.cid()) && !refused.contains(sent.cid()))
                .forEach(sent -> faults.add("never acknowledged: " + sent.cid()));
    }

    /// A command that an author first sends after the last sending of another stands behind it. Of one that had to be
    /// sent again, nobody knows which sending came through.
    private void authorsKeepTheirOrder() {
        var lastSent = new HashMap<String, Integer>();
        for (int i = 0; i < history.size(); i++) {
            switch (history.get(i)) {
                case Invoked sent -> lastSent.put(sent.cid(), i);
                case Resent sent -> lastSent.put(sent.cid(), i);
                case Acknowledged _, Failed _, Applied _ -> {}
            }
        }
        var waiting = new HashMap<String, List<Invoked>>();
        var furthest = new HashMap<String, Long>();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i) instanceof Invoked sent && positions.containsKey(sent.cid())) {
                var author = sent.author() + " " + sent.channel();
                var before = waiting.computeIfAbsent(author, _ -> new ArrayList<>());
                int now = i;
                before.removeIf(other -> {
                    boolean over = lastSent.getOrDefault(other.cid(), now) < now;
                    if (over) {
                        furthest.merge(author, positions.getOrDefault(other.cid(), 0L), Math::max);
                    }
                    return over;
                });
                if (positions.getOrDefault(sent.cid(), 0L) < furthest.getOrDefault(author, 0L)) {
                    faults.add("reordered: %s, number %d of %s".formatted(sent.cid(), sent.n(), sent.author()));
                }
                before.add(sent);
            }
        }
    }

    private void readersSawTheLog() {
        var cursors = new HashMap<String, Long>();
        for (var step : history) {
            if (step instanceof Applied event) {
                var reader = event.reader() + " " + event.channel();
                var expected = cursors.getOrDefault(reader, event.seq() - 1) + 1;
                if (event.seq() != expected) {
                    faults.add("%s: read %d (expected: %d)".formatted(reader, event.seq(), expected));
                }
                cursors.put(reader, event.seq());
                var log = logs.getOrDefault(event.channel(), List.of());
                if (event.seq() > log.size()) {
                    faults.add("%s: read %d, which the log has lost".formatted(reader, event.seq()));
                } else if (!log.get((int) event.seq() - 1).cid().equals(event.cid())) {
                    faults.add("%s: read another event at %d".formatted(reader, event.seq()));
                }
            }
        }
        cursors.forEach((reader, cursor) -> {
            var channel = reader.substring(reader.indexOf(' ') + 1);
            var head = logs.getOrDefault(channel, List.of()).size();
            if (cursor < head && !leavers(channel).containsKey(reader.substring(0, reader.indexOf(' ')))) {
                faults.add("%s: stopped at %d (expected: %d)".formatted(reader, cursor, head));
            }
        });
    }

    /// Who has left a channel, and the event that says so.
    private Map<String, Long> leavers(String channel) {
        return logs.getOrDefault(channel, List.of()).stream()
                .filter(entry -> !entry.left().isEmpty())
                .collect(Collectors.toMap(Entry::left, Entry::seq, (first, _) -> first));
    }

    private void leaversAreGone() {
        for (var step : history) {
            if (step instanceof Applied event
                    && event.seq() > leavers(event.channel()).getOrDefault(event.reader(), Long.MAX_VALUE)) {
                faults.add("%s: read %d after leaving".formatted(event.reader(), event.seq()));
            }
            if (step instanceof Invoked sent
                    && positions.getOrDefault(sent.cid(), 0L)
                            > leavers(sent.channel()).getOrDefault(sent.author(), Long.MAX_VALUE)) {
                faults.add("%s: wrote %s after leaving".formatted(sent.author(), sent.cid()));
            }
        }
    }
}
