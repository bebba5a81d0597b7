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

    /// For each kill, from it to the first acknowledgement in each room that the node had.
    static List<Duration> afterKills(List<Outage> outages, List<History.Timed> seen) {
        return each(outages, seen, false);
    }

    /// For each planned leave, the longest that each room that the node had was silent within [#LEAVING] of it.
    static List<Duration> whileLeaving(List<Outage> outages, List<History.Timed> seen) {
        return each(outages, seen, true);
    }

    private static List<Duration> each(List<Outage> outages, List<History.Timed> seen, boolean planned) {
        var silences = new ArrayList<Duration>();
        var acknowledgements = byChannel(seen);
        for (var outage : outages) {
            acknowledgements.forEach((channel, times) -> {
                if (outage.planned() == planned && outage.shards().contains(Nodes.shardOf(channel))) {
                    silences.add(planned ? longest(outage, times) : first(outage, times));
                }
            });
        }
        return silences;
    }

    /// Nothing more at all counts as silence to the end.
    private static Duration first(Outage outage, List<Long> times) {
        long at = outage.at().toEpochMilli();
        return Duration.ofMillis(
                times.stream().filter(time -> time > at).findFirst().orElse(times.getLast() + NEVER) - at);
    }

    private static Duration longest(Outage outage, List<Long> times) {
        long last = outage.at().toEpochMilli();
        long end = last + LEAVING;
        long longest = 0;
        for (long time : times) {
            if (time > last && last < end) {
                longest = Math.max(longest, time - last);
                last = time;
            }
        }
        return Duration.ofMillis(longest);
    }

    private static Map<String, List<Long>> byChannel(List<History.Timed> seen) {
        var channels = new HashMap<String, String>();
        var times = new TreeMap<String, List<Long>>();
        for (var timed : seen) {
            if (timed.step() instanceof History.Invoked sent) {
                channels.put(sent.cid(), sent.channel());
            }
            if (timed.step() instanceof History.Acknowledged ack && channels.containsKey(ack.cid())) {
                times.computeIfAbsent(channels.get(ack.cid()), _ -> new ArrayList<>())
                        .add(timed.at());
            }
        }
        return times;
    }
}
