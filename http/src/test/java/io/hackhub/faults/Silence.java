package io.hackhub.faults;

import io.hackhub.faults.Breaker.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How long the rooms of a killed node acknowledged nothing, as their writers saw it.
final class Silence {

    private static final long LEAVING = 15_000;
    private static final long NEVER = 3_600_000;

    private Silence() {}

    /// An acknowledgement, and when its command was last sent.
    private record Answer(long sent, long at) {}

    /// For each kill, from it to the first acknowledgement, in each room that the node had, of what was sent after it.
    static List<Duration> afterKills(List<Outage> outages, List<History.Timed> seen) {
        return each(outages, seen, false);
    }

    /// For each planned leave, the longest that each room that the node had was silent within [#LEAVING] of it.
    static List<Duration> whileLeaving(List<Outage> outages, List<History.Timed> seen) {
        return each(outages, seen, true);
    }

    private static List<Duration> each(List<Outage> outages, List<History.Timed> seen, boolean planned) {
        var silences = new ArrayList<Duration>();
        var answers = byChannel(seen);
        for (var outage : outages) {
            answers.forEach((channel, all) -> {
                if (outage.planned() == planned && outage.shards().contains(Nodes.shardOf(channel))) {
                    silences.add(planned ? longest(outage, all) : first(outage, all));
                }
            });
        }
        return silences;
    }

    /// Nothing more at all counts as silence to the end.
    private static Duration first(Outage outage, List<Answer> answers) {
        long at = outage.at().toEpochMilli();
        return Duration.ofMillis(answers.stream()
                        .filter(answer -> answer.sent() > at)
                        .mapToLong(Answer::at)
                        .findFirst()
                        .orElse(at + NEVER)
                - at);
    }

    private static Duration longest(Outage outage, List<Answer> answers) {
        long last = outage.at().toEpochMilli();
        long end = last + LEAVING;
        long longest = 0;
        for (var answer : answers) {
            long time = answer.at();
            if (time > last && last < end) {
                longest = Math.max(longest, time - last);
                last = time;
            }
        }
        return Duration.ofMillis(longest);
    }

    private static Map<String, List<Answer>> byChannel(List<History.Timed> seen) {
        var channels = new HashMap<String, String>();
        var sent = new HashMap<String, Long>();
        var answers = new TreeMap<String, List<Answer>>();
        for (var timed : seen) {
            switch (timed.step()) {
                case History.Invoked it -> {
                    channels.put(it.cid(), it.channel());
                    sent.put(it.cid(), timed.at());
                }
                case History.Resent it -> sent.put(it.cid(), timed.at());
                case History.Acknowledged it -> {
                    var channel = channels.get(it.cid());
                    var last = sent.get(it.cid());
                    if (channel != null && last != null) {
                        answers.computeIfAbsent(channel, _ -> new ArrayList<>()).add(new Answer(last, timed.at()));
                    }
                }
                case History.Failed _, History.Applied _ -> {}
            }
        }
        return answers;
    }
}
