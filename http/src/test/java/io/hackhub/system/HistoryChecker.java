package io.hackhub.system;

import io.hackhub.system.History.Acknowledged;
import io.hackhub.system.History.Applied;
import io.hackhub.system.History.Failed;
import io.hackhub.system.History.Invoked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Holds what clients saw against the log that the server keeps. Every promise of the protocol that is broken becomes
/// one line: an acknowledged message that is lost, doubled or elsewhere, a log with a hole, a reader who missed,
/// doubled or reordered an event, an author whose messages changed their order.
public final class HistoryChecker {

    /// One message of a channel's log; events of other kinds count for density with an empty `cid`.
    public record Entry(long seq, String cid) {}

    private final Map<String, List<Entry>> logs;
    private final List<History> history;
    private final List<String> faults = new ArrayList<>();

    private HistoryChecker(Map<String, List<Entry>> logs, List<History> history) {
        this.logs = logs;
        this.history = history;
    }

    /// `logs`: per channel, what the server keeps, oldest first, from `seq` 1.
    public static List<String> check(Map<String, List<Entry>> logs, List<History> history) {
        var checker = new HistoryChecker(logs, history);
        logs.forEach(checker::isDenseAndWithoutDoubles);
        checker.everyCommandStandsOnce();
        checker.authorsKeepTheirOrder();
        checker.readersSawTheLog();
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
        var seqs = new HashMap<String, Long>();
        logs.values().forEach(log -> log.forEach(entry -> seqs.put(entry.cid(), entry.seq())));
        var invoked = new HashSet<String>();
        var acknowledged = new HashSet<String>();
        for (var step : history) {
            if (step instanceof Invoked sent && !invoked.add(sent.cid())) {
                faults.add("sent by two: " + sent.cid());
            }
            if (step instanceof Acknowledged ack) {
                acknowledged.add(ack.cid());
                if (!seqs.containsKey(ack.cid())) {
                    faults.add("lost: %s, acknowledged at %d".formatted(ack.cid(), ack.seq()));
                } else if (seqs.get(ack.cid()) != ack.seq()) {
                    faults.add("moved: %s from %d to %d".formatted(ack.cid(), ack.seq(), seqs.get(ack.cid())));
                }
            }
        }
        history.stream()
                .filter(Invoked.class::isInstance)
                .map(Invoked.class::cast)
                .filter(sent -> !acknowledged.contains(sent.cid()))
                .forEach(sent -> faults.add("never acknowledged: " + sent.cid()));
    }

    /// Commands of one author on one connection are decided in the order in which they were sent. One that was refused
    /// and sent again may stand later.
    private void authorsKeepTheirOrder() {
        var refused = history.stream()
                .filter(Failed.class::isInstance)
                .map(step -> ((Failed) step).cid())
                .collect(Collectors.toSet());
        var positions = new HashMap<String, Long>();
        logs.values().forEach(log -> log.forEach(entry -> positions.put(entry.cid(), entry.seq())));
        var last = new HashMap<String, Long>();
        for (var step : history) {
            if (step instanceof Invoked sent && positions.containsKey(sent.cid()) && !refused.contains(sent.cid())) {
                var at = positions.get(sent.cid());
                var before = last.put(sent.author() + " " + sent.channel(), at);
                if (before != null && before > at) {
                    faults.add("reordered: %s, number %d of %s".formatted(sent.cid(), sent.n(), sent.author()));
                }
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
            if (cursor < head) {
                faults.add("%s: stopped at %d (expected: %d)".formatted(reader, cursor, head));
            }
        });
    }
}
